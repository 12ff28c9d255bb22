// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.ThonField.Recipe;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.FrameType;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.core.simulation.Truth;

class FitThonRingsTest {
	private static final IMonitor MONITOR = new IMonitor.Stub();

	private static Builder noiseFree(Size size) {
		return SimulationSettings.builder(size).noise(false).dead(0).hot(0).badFrames().frameType(FrameType.FLOAT32)
				.oversampling(1).padding(32);
	}

	private static SimulatedScan simulate(Builder settings) {
		return new Simulator(2).simulate(settings.build(), MONITOR);
	}

	private static ThonRings fit(SimulatedScan scan, int[] frames) {
		Truth truth = scan.truth();
		return new FitThonRings(FitThonRingsSettings.DEFAULT).fit(scan.scan().frames(), truth.mask(), truth.whitefield(),
				Roi.full(truth.mask().rows(), truth.mask().columns()), scan.scan().geometry(), frames, MONITOR);
	}

	private static void check(Builder settings) {
		SimulatedScan scan = simulate(settings);
		ThonRings rings = fit(scan, scan.truth().goodFrames());
		assertEquals(1, rings.defocusSs() / scan.truth().defocusSs(), 0.03, "slow scan axis");
		assertEquals(1, rings.defocusFs() / scan.truth().defocusFs(), 0.03, "fast scan axis");
		assertTrue(rings.significance() > 8, "significance " + rings.significance());
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 0.1", "STAR, -0.1", "SPECKLE, -0.1" })
	void defociOfSmallScansAreFound(Sample sample, double astigmatism) {
		check(noiseFree(Size.SMALL).sample(sample).astigmatism(astigmatism).grid(2, 4));
	}

	@ParameterizedTest
	@CsvSource({ "STAR, 0.05", "STAR, -0.05", "SPECKLE, 0.05", "SPECKLE, -0.05" })
	void defociOfTinyScansAreFound(Sample sample, double astigmatism) {
		check(noiseFree(Size.TINY).sample(sample).astigmatism(astigmatism));
	}

	@ParameterizedTest
	@CsvSource({ "160, 240, 0.05", "160, 240, -0.05" })
	void framesNeedNotBeSquare(int rows, int columns, double astigmatism) {
		check(noiseFree(Size.SMALL).shape(rows, columns).astigmatism(astigmatism).grid(2, 4));
	}

	@ParameterizedTest
	@CsvSource({ "55e-6, 75e-6, 0.03", "75e-6, 55e-6, -0.03" })
	void pixelsNeedNotBeSquare(double pixelSs, double pixelFs, double astigmatism) {
		check(noiseFree(Size.SMALL).pixelSize(pixelSs, pixelFs).coma(0).spherical(0).astigmatism(astigmatism).grid(2, 4));
	}

	@Test
	void noisyScanWithDefectsAndBadFrames() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).badFrames(0, 7));
		ThonRings rings = fit(scan, IntStream.range(0, scan.settings().frames()).toArray());
		assertEquals(1, rings.defocusSs() / scan.truth().defocusSs(), 0.03);
		assertEquals(1, rings.defocusFs() / scan.truth().defocusFs(), 0.03);
	}

	@Test
	void weakSpecklesInNoiseAreRefused() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).thickness(0.2e-6));
		InvalidDataException refused = assertThrows(InvalidDataException.class,
				() -> fit(scan, scan.truth().goodFrames()));
		assertTrue(refused.getMessage().startsWith("fit_thon_rings: "), refused.getMessage());
	}

	@Test
	void scanWithoutSampleIsRefused() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).thickness(0));
		assertThrows(InvalidDataException.class, () -> fit(scan, scan.truth().goodFrames()));
	}

	/** The star's own circles and spokes stand out, but there is not one whole ring on the detector. */
	@Test
	void structureOfTheSampleIsNotTakenForRings() {
		SimulatedScan scan = simulate(noiseFree(Size.SMALL).defocus(6.4e-3).grid(2, 4));
		assertThrows(InvalidDataException.class, () -> fit(scan, scan.truth().goodFrames()));
	}

	@ParameterizedTest
	@CsvSource({ "6e-4, 9e-4", "1.6e-3, 1.5e-3", "5e-4, 1.2e-3" })
	void closedForm(double defocusSs, double defocusFs) {
		ThonRings rings = ThonField.of(Recipe.of(160, 160, defocusSs, defocusFs), 16, 1).fit();
		assertEquals(1, rings.defocusSs() / defocusSs, 0.015);
		assertEquals(1, rings.defocusFs() / defocusFs, 0.015);
		assertEquals(rings.defocus(), (rings.defocusSs() + rings.defocusFs()) / 2, 1e-12);
		assertEquals(rings.astigmatism(), (rings.defocusSs() - rings.defocusFs()) / 2, 1e-12);
	}

	@Test
	void closedFormWithPixelsAndFramesThatAreNotSquare() {
		ThonRings rings = ThonField.of(Recipe.of(100, 300, 9e-4, 7e-4).pixels(70e-6, 45e-6), 16, 1).fit();
		assertEquals(1, rings.defocusSs() / 9e-4, 0.015);
		assertEquals(1, rings.defocusFs() / 7e-4, 0.015);
	}

	@Test
	void distanceFromTheSample() {
		// far from the point focus: z2 and the distance from the focus differ by a tenth
		ThonField field = ThonField.of(Recipe.of(160, 160, 0.1, 0.12).pixels(5e-6, 5e-6).from(DistanceFrom.SAMPLE), 16, 2);
		assertEquals(1, field.fit().defocusSs() / 0.1, 0.015);
		assertEquals(1, field.fit().defocusFs() / 0.12, 0.015);
		ThonField fromFocus = ThonField.of(Recipe.of(160, 160, 0.1, 0.12).pixels(5e-6, 5e-6), 16, 2);
		assertEquals(1, fromFocus.fit().defocusSs() / 0.1, 0.015);
		assertEquals(1, fromFocus.fit().defocusFs() / 0.12, 0.015);
	}

	@Test
	void beamThatDoesNotDivergeIsRefused() {
		ThonField field = ThonField.of(Recipe.of(160, 160, 8e-4, 8e-4), 16, 1);
		Geometry tooFar = new Geometry(5e3, DistanceFrom.SAMPLE, 55e-6, 55e-6, Recipe.WAVELENGTH, OptionalDouble.empty());
		InvalidDataException refused = assertThrows(InvalidDataException.class,
				() -> new ThonField(field.source(), tooFar).fit());
		assertTrue(refused.getMessage().contains("diverge"), refused.getMessage());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 60, -60 })
	void obliqueAstigmatismIsReported(double curvature) {
		ThonRings rings = ThonField.of(Recipe.of(160, 160, 8e-4, 8e-4).oblique(curvature), 16, 1).fit();
		// inverse of the matrix of curvatures
		double expected = -curvature / (1 / (8e-4 * 8e-4) - curvature * curvature);
		assertEquals(expected, rings.obliqueAstigmatism(), 0.1 * Math.abs(expected));
		assertEquals(1, rings.defocusSs() / 8e-4, 0.015);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5 })
	void absorptionIsFittedWhenAskedFor(double bd) {
		ThonField field = ThonField.of(Recipe.of(200, 200, 8e-4, 7e-4).bd(bd), 24, 1);
		ThonRings rings = field.fit(FitThonRingsSettings.DEFAULT.withBd(0.1, Double.POSITIVE_INFINITY));
		assertEquals(bd, rings.bd(), 0.06);
		assertEquals(1, rings.defocusSs() / 8e-4, 0.015);
		assertEquals(1, rings.defocusFs() / 7e-4, 0.015);
		assertEquals(bd, field.fit(FitThonRingsSettings.DEFAULT.withBd(bd, 0.05)).bd(), 0.03);
	}

	@Test
	void swappedAxesSwapTheResult() {
		ThonField field = ThonField.of(Recipe.of(120, 160, 9e-4, 7e-4), 12, 3);
		ThonRings rings = field.fit();
		float[][] turned = Arrays.stream(field.source().values()).map(frame -> transposed(frame, 120, 160))
				.toArray(float[][]::new);
		ThonRings swapped = new ThonField(new MemoryFrameSource(160, 120, turned), field.geometry()).fit();
		assertEquals(rings.defocusSs(), swapped.defocusFs(), 1e-3 * rings.defocusSs());
		assertEquals(rings.defocusFs(), swapped.defocusSs(), 1e-3 * rings.defocusFs());
		assertTrue(rings.astigmatism() > 0 && swapped.astigmatism() < 0);
	}

	private static float[] transposed(float[] frame, int rows, int columns) {
		float[] turned = new float[frame.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				turned[j * rows + i] = frame[i * columns + j];
		return turned;
	}

	@Test
	void orderOfTheFramesDoesNotMatterAndRunsAreTheSame() {
		SimulatedScan scan = simulate(noiseFree(Size.TINY));
		int[] frames = scan.truth().goodFrames();
		int[] reversed = IntStream.range(0, frames.length).map(n -> frames[frames.length - 1 - n]).toArray();
		ThonRings first = fit(scan, frames);
		ThonRings second = fit(scan, reversed);
		assertEquals(first.defocusSs(), second.defocusSs());
		assertEquals(first.defocusFs(), second.defocusFs());
		assertEquals(first.uncertainty(), second.uncertainty());
		assertArrayEquals(first.power().values(), second.power().values());
		assertArrayEquals(first.fitted().values(), second.fitted().values());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void noiseIsRefused(long seed) {
		ThonField noise = ThonField.of(128, 128, Recipe.of(8, 8, 1, 1).geometry(), 8, seed, (ss, fs) -> 1);
		assertThrows(InvalidDataException.class, noise::fit);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "4, 4" })
	void spectraWithoutRingsAreRefused(double slope, long seed) {
		ThonField smooth = ThonField.of(128, 128, Recipe.of(8, 8, 1, 1).geometry(), 8, seed,
				(ss, fs) -> Math.pow(Math.hypot(ss, fs) + 100, -slope / 2));
		InvalidDataException refused = assertThrows(InvalidDataException.class, smooth::fit);
		assertTrue(refused.getMessage().contains("no rings"), refused.getMessage());
	}

	@Test
	void messagesDoNotDependOnTheLocale() {
		Locale before = Locale.getDefault();
		try {
			Locale.setDefault(Locale.GERMANY);
			ThonField smooth = ThonField.of(128, 128, Recipe.of(8, 8, 1, 1).geometry(), 8, 1,
					(ss, fs) -> 1 / (Math.hypot(ss, fs) + 100));
			InvalidDataException refused = assertThrows(InvalidDataException.class, smooth::fit);
			assertFalse(refused.getMessage().matches(".*\\d,\\d.*"), refused.getMessage());
		} finally {
			Locale.setDefault(before);
		}
	}

	/** NaN in bad pixels, masked and not, and whatever stands still must not matter. */
	@Test
	void whatDoesNotMoveIsTakenOff() {
		ThonField field = ThonField.of(Recipe.of(128, 128, 8e-4, 7e-4), 16, 5);
		ThonRings clean = field.fit();
		Random random = new Random(1);
		float[] still = new float[128 * 128];
		boolean[] good = new boolean[still.length];
		for (int p = 0; p < still.length; p++) {
			still[p] = (float) (1 + 0.3 * random.nextDouble());
			good[p] = p % 1000 != 7;
		}
		float[][] frames = Arrays.stream(field.source().values()).map(float[]::clone).toArray(float[][]::new);
		for (float[] frame : frames)
			for (int p = 0; p < still.length; p++)
				frame[p] = good[p] && p % 5000 != 11 ? frame[p] * still[p] : Float.NaN;
		float[] whitefield = new float[still.length];
		for (int p = 0; p < still.length; p++)
			whitefield[p] = good[p] ? 100 * still[p] : Float.NaN;
		// a stain that is not in the whitefield
		for (float[] frame : frames)
			for (int p = 64 * 128 + 50; p < 64 * 128 + 80; p++)
				frame[p] *= 1.3f;
		ThonRings rings = new FitThonRings(FitThonRingsSettings.DEFAULT).fit(new MemoryFrameSource(128, 128, frames),
				new Mask(128, 128, good), new Image(128, 128, whitefield), Roi.full(128, 128), field.geometry(),
				IntStream.range(0, 16).toArray(), MONITOR);
		assertEquals(clean.defocusSs(), rings.defocusSs(), 0.01 * clean.defocusSs());
		assertEquals(clean.defocusFs(), rings.defocusFs(), 0.01 * clean.defocusFs());
		for (float value : rings.power().values())
			assertTrue(value > 0 && Float.isFinite(value));
	}

	@Test
	void whiteNoiseKeepsItsVariance() {
		Recipe recipe = Recipe.of(160, 160, 8e-4, 8e-4);
		ThonRings rings = ThonField.of(recipe, 16, 1).fit();
		double sum = 0;
		for (float value : rings.power().values())
			sum += value;
		// Parseval: the mean power is the variance of the contrast, a hundredth
		assertEquals(0.01, sum / rings.power().values().length, 0.0007);
	}

	@Test
	void imagesAndProfilesShowTheRings() {
		Recipe recipe = Recipe.of(160, 160, 8e-4, 6e-4).bd(0);
		ThonRings rings = ThonField.of(recipe, 16, 1).fit(FitThonRingsSettings.DEFAULT.withBd(0, 0.01));
		assertEquals(128, rings.power().rows());
		assertEquals(1 / (128 * 55e-6), rings.stepFs(), 1e-6 * rings.stepFs());
		assertTrue(Float.isNaN(rings.fitted().at(64, 64)), "zero frequency is not fitted");
		assertEquals(rings.flattened().at(64 + 20, 64 + 9), rings.flattened().at(64 - 20, 64 - 9));
		// along the fast scan axis: the darkest row of the fit is where the transfer is 0
		for (int j = 64 + 18; j < 64 + 50; j++)
			if (rings.fitted().at(64, j) < rings.fitted().at(64, j - 1)
					&& rings.fitted().at(64, j) < rings.fitted().at(64, j + 1))
				assertEquals(0, recipe.transfer(0, (j - 64) * rings.stepFs()), 0.4, "column " + j);
		double match = 0;
		double measured = 0;
		double fitted = 0;
		for (int k = 0; k < rings.profileRadius().length; k++)
			if (!Double.isNaN(rings.profileMeasured()[k])) {
				match += rings.profileMeasured()[k] * rings.profileFitted()[k];
				measured += Math.pow(rings.profileMeasured()[k], 2);
				fitted += Math.pow(rings.profileFitted()[k], 2);
			}
		assertTrue(match / Math.sqrt(measured * fitted) > 0.95);
		assertTrue(rings.profileRadius()[rings.profileRadius().length - 1] <= 0.51);
	}

	@Test
	void settingsAreFollowed() {
		ThonField field = ThonField.of(Recipe.of(256, 256, 8e-4, 7e-4), 12, 4);
		FitThonRingsSettings settings = FitThonRingsSettings.DEFAULT;
		ThonRings windowed = field.fit(settings.withWindow(64));
		assertEquals(64, windowed.power().rows());
		assertEquals(1, windowed.defocusSs() / 8e-4, 0.02);
		ThonRings ranged = field.fit(settings.withRadRange(0.1, 0.4));
		assertEquals(0.1, ranged.radLow());
		assertEquals(0.4, ranged.radHigh());
		assertTrue(Float.isNaN(ranged.fitted().at(64, 64 + 12)) && Float.isFinite(ranged.fitted().at(64, 64 + 14)));
		assertEquals(1, ranged.defocusFs() / 7e-4, 0.02);
		ThonRings centred = field.fit(settings.withSigma(40).withCentre(100, 150));
		assertEquals(1, centred.defocusSs() / 8e-4, 0.03);
	}

	/** The Gaussian weight picks a part of the detector: a lens may have a different defocus there. */
	@Test
	void centreChoosesThePart() {
		ThonField left = ThonField.of(Recipe.of(160, 160, 8e-4, 8e-4), 12, 1);
		ThonField right = ThonField.of(Recipe.of(160, 160, 6e-4, 6e-4), 12, 2);
		float[][] both = new float[12][160 * 320];
		for (int n = 0; n < 12; n++)
			for (int i = 0; i < 160; i++) {
				System.arraycopy(left.source().values()[n], i * 160, both[n], i * 320, 160);
				System.arraycopy(right.source().values()[n], i * 160, both[n], i * 320 + 160, 160);
			}
		ThonField field = new ThonField(new MemoryFrameSource(160, 320, both), left.geometry());
		FitThonRingsSettings settings = FitThonRingsSettings.DEFAULT.withSigma(30);
		assertEquals(1, field.fit(settings.withCentre(80, 80)).defocus() / 8e-4, 0.03);
		assertEquals(1, field.fit(settings.withCentre(80, 240)).defocus() / 6e-4, 0.03);
	}

	@Test
	void smallOrDarkAreasAreRefused() {
		ThonField field = ThonField.of(Recipe.of(64, 64, 8e-4, 7e-4), 4, 4);
		FitThonRings fit = new FitThonRings(FitThonRingsSettings.DEFAULT);
		Mask mask = Mask.allGood(64, 64);
		Image whitefield = Image.constant(64, 64, 100);
		int[] frames = { 0, 1, 2, 3 };
		assertThrows(InvalidDataException.class, () -> fit.fit(field.source(), mask, whitefield, new Roi(0, 10, 0, 64),
				field.geometry(), frames, MONITOR));
		assertThrows(InvalidDataException.class, () -> fit.fit(field.source(), mask, Image.constant(64, 64, 0),
				Roi.full(64, 64), field.geometry(), frames, MONITOR));
		assertThrows(InvalidDataException.class, () -> fit.fit(new MemoryFrameSource(64, 64, new float[3][64 * 64]), mask,
				whitefield, Roi.full(64, 64), field.geometry(), new int[] { 0, 1, 2 }, MONITOR));
		assertThrows(InvalidDataException.class,
				() -> field.fit(FitThonRingsSettings.DEFAULT.withSigma(1e-3).withCentre(-5000, 0)));
	}

	@Test
	void wrongArguments() {
		ThonField field = ThonField.of(Recipe.of(32, 32, 8e-4, 7e-4), 2, 4);
		FitThonRings fit = new FitThonRings(FitThonRingsSettings.DEFAULT);
		Mask mask = Mask.allGood(32, 32);
		Image whitefield = Image.constant(32, 32, 100);
		assertThrows(IllegalArgumentException.class, () -> fit.fit(field.source(), Mask.allGood(32, 31), whitefield,
				Roi.full(32, 32), field.geometry(), new int[] { 0 }, MONITOR));
		assertThrows(IllegalArgumentException.class, () -> fit.fit(field.source(), mask, whitefield, Roi.full(33, 32),
				field.geometry(), new int[] { 0 }, MONITOR));
		assertThrows(IllegalArgumentException.class, () -> fit.fit(field.source(), mask, whitefield, Roi.full(32, 32),
				field.geometry(), new int[] { 2 }, MONITOR));
		assertThrows(IllegalArgumentException.class, () -> fit.fit(field.source(), mask, whitefield, Roi.full(32, 32),
				field.geometry(), new int[0], MONITOR));
		FitThonRingsSettings settings = FitThonRingsSettings.DEFAULT;
		assertThrows(IllegalArgumentException.class, () -> settings.withWindow(8));
		assertThrows(IllegalArgumentException.class, () -> settings.withSigma(0));
		assertThrows(IllegalArgumentException.class, () -> settings.withSigma(Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> settings.withRadRange(0.3, 0.3));
		assertThrows(IllegalArgumentException.class, () -> settings.withCentre(Double.NaN, 0));
		assertThrows(IllegalArgumentException.class, () -> settings.withBd(2, 0.1));
		assertThrows(IllegalArgumentException.class, () -> settings.withBd(0.1, 0));
	}

	/** Cancelled at any time, before the first frame or in the middle of the fit. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 5, 60 })
	void cancelled(int looks) {
		ThonField field = ThonField.of(Recipe.of(128, 128, 8e-4, 7e-4), 4, 4);
		IMonitor monitor = new IMonitor.Stub() {
			private int looked;

			@Override
			public boolean isCancelled() {
				return looked++ >= looks;
			}
		};
		assertThrows(CancelledException.class,
				() -> new FitThonRings(FitThonRingsSettings.DEFAULT).fit(field.source(), Mask.allGood(128, 128),
						Image.constant(128, 128, 100), Roi.full(128, 128), field.geometry(), new int[] { 0, 1, 2, 3 },
						monitor));
	}
}
