// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/** What may be done to the model without a change of the results. */
interface InvarianceContract extends BackEndContract {
	private static double[] plus(double[] values, double constant) {
		return Arrays.stream(values).map(v -> v + constant).toArray();
	}

	private static PixelMap plus(PixelMap map, double ss, double fs) {
		return new PixelMap(map.rows(), map.columns(), plus(map.ss(), ss), plus(map.fs(), fs));
	}

	private static RandomCase movedWithTheOffsets(RandomCase random, double ss, double fs) {
		ReferenceImage reference = random.reference();
		return new RandomCase(random.frames(), random.model().with(plus(random.model().map(), ss, fs)),
				new ReferenceImage(reference.image(), reference.overlap(), reference.n0() - ss, reference.m0() - fs));
	}

	private static RandomCase movedWithTheTranslations(RandomCase random, double ss, double fs) {
		PixelTranslations d = random.model().translations();
		return random.with(random.model().with(plus(random.model().map(), ss, fs))
				.with(new PixelTranslations(plus(d.ss(), ss), plus(d.fs(), fs))));
	}

	@ParameterizedTest
	@EnumSource
	default void constantInMapAndOffsetsChangesNothing(Operation operation) throws ReflectiveOperationException {
		if (operation != Operation.MAKE_REFERENCE && operation != Operation.MAKE_REFERENCE_OF_HALF)
			assertSame(operation, movedWithTheOffsets(RandomCase.of(1, 12, 9, 8), 7.25, -3.5));
	}

	@ParameterizedTest
	@EnumSource
	default void constantInMapAndTranslationsChangesNothing(Operation operation) throws ReflectiveOperationException {
		assertSame(operation, movedWithTheTranslations(RandomCase.of(1, 12, 9, 8), -11.75, 0.5));
	}

	private void assertSame(Operation operation, RandomCase moved) throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(1, 12, 9, 8);
		try (ComputeScan scan = open(random)) {
			assertEquals(Bits.of(operation.run(scan, random, monitor())),
					Bits.of(operation.run(scan, moved, monitor())));
		}
	}

	@Test
	default void constantInTheMapMovesTheOffsetsOfTheMerge() {
		RandomCase random = RandomCase.of(2, 10, 9, 7);
		try (ComputeScan scan = open(random)) {
			ReferenceImage expected = scan.makeReference(random.model(), 0.1, monitor());
			ReferenceImage moved = scan.makeReference(
					random.model().with(plus(random.model().map(), 5.25, -100.5)), 0.1, monitor());
			assertEquals(expected.n0() - 5.25, moved.n0(), 1e-9);
			assertEquals(expected.m0() + 100.5, moved.m0(), 1e-9);
			new Closeness(1e-5).check(expected.image(), moved.image(), "reference image");
			new Closeness(1e-5).check(expected.overlap(), moved.overlap(), "overlap");
		}
	}

	/** The frames from the last to the first. */
	private static RandomCase reversed(RandomCase random) {
		int count = random.frames().length;
		float[][] frames = new float[count][];
		double[] ss = new double[count];
		double[] fs = new double[count];
		for (int n = 0; n < count; n++) {
			frames[n] = random.frames()[count - 1 - n];
			ss[n] = random.model().translations().ss()[count - 1 - n];
			fs[n] = random.model().translations().fs()[count - 1 - n];
		}
		return new RandomCase(frames, random.model().with(new PixelTranslations(ss, fs)), random.reference());
	}

	@Test
	default void orderOfFramesDoesNotMatter() {
		RandomCase random = RandomCase.of(3, 13, 8, 11);
		RandomCase reversed = reversed(random);
		Closeness close = new Closeness(1e-6);
		IMonitor monitor = monitor();
		try (ComputeScan a = open(random); ComputeScan b = open(reversed)) {
			close.check(a.makeWhitefield(monitor), b.makeWhitefield(monitor), "whitefield");
			close.check(a.pixelStatistics(monitor).mean(), b.pixelStatistics(monitor).mean(), "mean");
			close.check(a.pixelStatistics(monitor).variance(), b.pixelStatistics(monitor).variance(), "variance");
			close.check(a.pixelStatistics(monitor).deviation(), b.pixelStatistics(monitor).deviation(), "deviation");
			close.check(a.makeReference(random.model(), 0.1, monitor).image(),
					b.makeReference(reversed.model(), 0.1, monitor).image(), "reference image");
			close.check(a.fitWhitefield(random.model(), random.reference(), monitor),
					b.fitWhitefield(reversed.model(), random.reference(), monitor), "fitted whitefield");
			assertArrayEquals(a.pixelMapErrors(random.model(), random.reference(), 0.5, monitor),
					b.pixelMapErrors(reversed.model(), random.reference(), 0.5, monitor), 1e-5f);
			PixelShifts shiftsA = a.searchPixelMap(random.model(), random.reference(), SearchWindow.around(2, 2), monitor);
			PixelShifts shiftsB = b.searchPixelMap(reversed.model(), random.reference(), SearchWindow.around(2, 2),
					monitor);
			assertArrayEquals(shiftsA.ss(), shiftsB.ss());
			assertArrayEquals(shiftsA.fs(), shiftsB.fs());
			assertArrayEquals(shiftsA.error(), shiftsB.error(), 1e-5f);
			assertErrorsReversed(a.calcError(random.model(), random.reference(), monitor),
					b.calcError(reversed.model(), random.reference(), monitor));
			double[] framesA = a.translationErrors(random.model(), random.reference(), 1, 0.5, monitor);
			double[] framesB = b.translationErrors(reversed.model(), random.reference(), 1, 0.5, monitor);
			for (int n = 0; n < 11; n++)
				for (int c = 0; c < 9; c++)
					close.check(framesA[n * 9 + c], framesB[(10 - n) * 9 + c], "frame " + n + ", shift " + c);
		}
	}

	/** Not even in the last bit: a merge is the same whatever comes first. */
	@Test
	default void orderOfFramesLeavesTheMergeAsItIs() throws ReflectiveOperationException {
		RandomCase random = RandomCase.of(33, 23, 17, 13);
		RandomCase reversed = reversed(random);
		try (ComputeScan a = open(random); ComputeScan b = open(reversed)) {
			assertEquals(Bits.of(a.makeReference(random.model(), 0.1, monitor())),
					Bits.of(b.makeReference(reversed.model(), 0.1, monitor())));
		}
	}

	private static void assertErrorsReversed(ModelErrors a, ModelErrors b) {
		Closeness close = new Closeness(1e-6);
		close.check(a.total(), b.total(), "total");
		close.check(a.pixel(), b.pixel(), "pixel");
		close.check(a.reference(), b.reference(), "reference");
		int count = a.frame().length;
		for (int n = 0; n < count; n++) {
			close.check(a.frame()[n], b.frame()[count - 1 - n], "frame " + n);
			close.check(a.fluxCorrection()[n], b.fluxCorrection()[count - 1 - n], "flux correction " + n);
		}
	}

	private static Image times(Image image, float factor) {
		float[] values = image.values().clone();
		for (int k = 0; k < values.length; k++)
			values[k] *= factor;
		return new Image(image.rows(), image.columns(), values);
	}

	@ParameterizedTest
	@ValueSource(floats = { 0.5f, 4, 0.013f })
	default void whitefieldAndReferenceScaleInversely(float factor) {
		RandomCase random = RandomCase.of(4, 9, 12, 8);
		ForwardModel brighter = random.model().with(times(random.model().whitefield(), factor));
		ReferenceImage darker = new ReferenceImage(times(random.reference().image(), 1 / factor),
				random.reference().overlap(), random.reference().n0(), random.reference().m0());
		Closeness close = new Closeness(1e-5);
		try (ComputeScan scan = open(random)) {
			ReferenceImage merged = scan.makeReference(random.model(), 0.1, monitor());
			ReferenceImage scaled = scan.makeReference(brighter, 0.1, monitor());
			close.check(times(merged.image(), 1 / factor), scaled.image(), "reference image");
			close.check(times(merged.overlap(), factor * factor), scaled.overlap(), "overlap");
			ModelErrors errors = scan.calcError(random.model(), random.reference(), monitor());
			ModelErrors same = scan.calcError(brighter, darker, monitor());
			close.check(errors.total(), same.total(), "total");
			close.check(errors.frame(), same.frame(), "frame");
			close.check(errors.pixel(), same.pixel(), "pixel");
			close.check(errors.fluxCorrection(), same.fluxCorrection(), "flux correction");
			Image fitted = scan.fitWhitefield(random.model(), random.reference(), monitor());
			close.check(times(fitted, factor), scan.fitWhitefield(brighter, darker, monitor()), "fitted whitefield");
		}
	}

	@Test
	default void exposureDropsOutOfTheErrors() {
		RandomCase random = RandomCase.of(5, 9, 12, 8);
		float[][] longer = new float[8][];
		for (int n = 0; n < 8; n++)
			longer[n] = times(new Image(9, 12, random.frames()[n]), 16).values();
		ForwardModel model = random.model().with(times(random.model().whitefield(), 16));
		Closeness close = new Closeness(1e-5);
		try (ComputeScan scan = open(random); ComputeScan other = open(9, 12, longer)) {
			ModelErrors errors = scan.calcError(random.model(), random.reference(), monitor());
			ModelErrors same = other.calcError(model, random.reference(), monitor());
			close.check(errors.pixel(), same.pixel(), "pixel");
			close.check(scan.makeReference(random.model(), 0.1, monitor()).image(),
					other.makeReference(model, 0.1, monitor()).image(), "reference image");
			close.check(scan.translationErrors(random.model(), random.reference(), 1, 0.5, monitor()),
					other.translationErrors(model, random.reference(), 1, 0.5, monitor()), "error");
			assertArrayEquals(
					scan.searchPixelMap(random.model(), random.reference(), SearchWindow.around(2, 1), monitor()).ss(),
					other.searchPixelMap(model, random.reference(), SearchWindow.around(2, 1), monitor()).ss());
		}
	}

	/** Frames, maps and reference image with rows and columns exchanged. */
	private static RandomCase transposed(RandomCase random) {
		int rows = random.rows();
		int columns = random.columns();
		ForwardModel model = random.model();
		float[][] frames = new float[random.frames().length][rows * columns];
		boolean[] good = new boolean[rows * columns];
		float[] whitefield = new float[rows * columns];
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				int q = j * rows + i;
				for (int n = 0; n < frames.length; n++)
					frames[n][q] = random.frames()[n][p];
				good[q] = model.mask().good()[p];
				whitefield[q] = model.whitefield().values()[p];
				ss[q] = model.map().fs()[p];
				fs[q] = model.map().ss()[p];
			}
		Image image = random.reference().image();
		Image turned = transposed(image);
		return new RandomCase(frames,
				new ForwardModel(new Mask(columns, rows, good), new Image(columns, rows, whitefield),
						new PixelMap(columns, rows, ss, fs),
						new PixelTranslations(model.translations().fs(), model.translations().ss())),
				new ReferenceImage(turned, Image.constant(turned.rows(), turned.columns(), 1), random.reference().m0(),
						random.reference().n0()));
	}

	private static Image transposed(Image image) {
		float[] values = new float[image.values().length];
		for (int i = 0; i < image.rows(); i++)
			for (int j = 0; j < image.columns(); j++)
				values[j * image.rows() + i] = image.at(i, j);
		return new Image(image.columns(), image.rows(), values);
	}

	@Test
	default void axesAreTreatedAlike() {
		RandomCase random = RandomCase.of(6, 8, 14, 9);
		RandomCase turned = transposed(random);
		Closeness close = new Closeness(1e-5);
		IMonitor monitor = monitor();
		try (ComputeScan a = open(random); ComputeScan b = open(turned)) {
			close.check(transposed(a.pixelStatistics(monitor).deviation()), b.pixelStatistics(monitor).deviation(),
					"deviation");
			ReferenceImage merged = a.makeReference(random.model(), 0.1, monitor);
			ReferenceImage turnedMerge = b.makeReference(turned.model(), 0.1, monitor);
			close.check(transposed(merged.image()), turnedMerge.image(), "reference image");
			assertEquals(merged.n0(), turnedMerge.m0());
			assertEquals(merged.m0(), turnedMerge.n0());
			ModelErrors errors = a.calcError(random.model(), random.reference(), monitor);
			ModelErrors turnedErrors = b.calcError(turned.model(), turned.reference(), monitor);
			close.check(transposed(errors.pixel()), turnedErrors.pixel(), "pixel");
			close.check(transposed(errors.reference()), turnedErrors.reference(), "reference");
			PixelShifts shifts = a.searchPixelMap(random.model(), random.reference(), SearchWindow.around(3, 1), monitor);
			PixelShifts turnedShifts = b.searchPixelMap(turned.model(), turned.reference(), SearchWindow.around(1, 3),
					monitor);
			float[] nine = a.pixelMapErrors(random.model(), random.reference(), 0.5, monitor);
			float[] turnedNine = b.pixelMapErrors(turned.model(), turned.reference(), 0.5, monitor);
			for (int p = 0; p < 8 * 14; p++) {
				int q = p % 14 * 8 + p / 14;
				assertEquals(shifts.ss()[p], turnedShifts.fs()[q]);
				assertEquals(shifts.fs()[p], turnedShifts.ss()[q]);
				for (int c = 0; c < 9; c++)
					close.check(nine[p * 9 + c], turnedNine[q * 9 + c % 3 * 3 + c / 3], "pixel " + p + ", shift " + c);
			}
		}
	}
}
