// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.DeviceKind;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.QuadraticRefinement;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;

/** Java is what counts: on scans as they are, OpenCL gives the same numbers as it, but for single precision. */
class OpenClAgreesWithJavaTest {
	private static final double PART = 1e-5;
	private static final double PIXELS = 1e-4;

	/** What is simulated. */
	enum Scene {
		/** The usual first try. */
		TINY {
			@Override
			SimulationSettings settings() {
				return SimulationSettings.builder(Size.TINY).build();
			}
		},
		/** Speckle, another shape, and parts of the detector that see nothing. */
		MASKED {
			@Override
			SimulationSettings settings() {
				return SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).shape(70, 190).grid(4, 6).seed(7).build();
			}

			/** A dead module, a beam stop, and two edges. */
			@Override
			boolean isMasked(int i, int j) {
				return i >= 20 && i < 33 && j >= 40 && j < 75 || Math.hypot(i - 45, j - 110) < 9 || i < 2 || j > 180;
			}

			/** Here the map jumps: neighbours look at quite different places. */
			@Override
			double jump(int i, int j) {
				return j > 140 && (i + j) % 5 == 0 ? 40 : 0;
			}
		},
		/** Larger. */
		SMALL {
			@Override
			SimulationSettings settings() {
				return SimulationSettings.builder(Size.SMALL).sample(Sample.SPECKLE).build();
			}
		};

		abstract SimulationSettings settings();

		boolean isMasked(int i, int j) {
			return false;
		}

		/** How far the map is off along the fast scan axis, reference pixels. */
		double jump(int i, int j) {
			return 0;
		}
	}

	private static double[] off(Scene scene, double[] values, int columns, double constant, boolean jumps) {
		double[] moved = values.clone();
		for (int p = 0; p < moved.length; p++)
			moved[p] += constant + 0.4 * Math.sin(p % columns / 9.0) + (jumps ? scene.jump(p / columns, p % columns) : 0);
		return moved;
	}

	/** The truth, a little off, with the whitefield that Java finds. */
	private static ForwardModel model(Scene scene, SimulatedScan simulated, Image whitefield) {
		Mask mask = simulated.truth().mask();
		PixelMap map = simulated.truth().pixelMap();
		boolean[] good = mask.good().clone();
		for (int p = 0; p < good.length; p++)
			good[p] &= whitefield.values()[p] > 0 && !scene.isMasked(p / mask.columns(), p % mask.columns());
		return new ForwardModel(new Mask(mask.rows(), mask.columns(), good), whitefield,
				new PixelMap(map.rows(), map.columns(), off(scene, map.ss(), map.columns(), 0.6, false),
						off(scene, map.fs(), map.columns(), -0.8, true)),
				simulated.truth().recordedPositions());
	}

	@ParameterizedTest
	@CsvSource({ "TINY, CPU", "MASKED, CPU", "SMALL, CPU", "TINY, GPU", "MASKED, GPU" })
	void everyStep(Scene scene, DeviceKind kind) {
		SimulatedScan simulated = new Simulator().simulate(scene.settings(), new IMonitor.Stub());
		FrameSource frames = simulated.scan().frames();
		int[] good = simulated.truth().goodFrames();
		JavaBackEnd inJava = new JavaBackEnd();
		try (OpenClComputeService service = new OpenClComputeService(new TestDevice(kind).open(), OptionalLong.empty());
				ComputeScan java = inJava.on(inJava.devices().get(0), OptionalLong.empty()).open(frames, good, new IMonitor.Stub());
				ComputeScan device = service.open(frames, good, new IMonitor.Stub())) {
			new Agreement(java, device, model(scene, simulated, java.makeWhitefield(new IMonitor.Stub()))).check();
		}
	}

	/** Step by step, each from what Java has found before. */
	private record Agreement(ComputeScan java, ComputeScan device, ForwardModel model) {
		private static final IMonitor MONITOR = new IMonitor.Stub();

		void check() {
			assertSame(java.usablePixels().good(), device.usablePixels().good());
			assertClose(java.frameMeans(model.mask()), device.frameMeans(model.mask()), "frame mean");
			PixelStatistics expected = java.pixelStatistics(MONITOR);
			PixelStatistics actual = device.pixelStatistics(MONITOR);
			assertClose(expected.mean(), actual.mean(), "mean");
			assertClose(expected.variance(), actual.variance(), "variance");
			assertClose(expected.deviation(), actual.deviation(), "deviation");
			assertClose(java.makeWhitefield(MONITOR), device.makeWhitefield(MONITOR), "whitefield");
			ReferenceImage reference = java.makeReference(model, 0.1, MONITOR);
			ReferenceImage other = device.makeReference(model, 0.1, MONITOR);
			assertEquals(reference.n0(), other.n0());
			assertEquals(reference.m0(), other.m0());
			assertClose(reference.image(), other.image(), "reference");
			search(reference, new SearchWindow(10, 10), Samples.ALL);
			search(reference, new SearchWindow(5, 7), Samples.half(1, 3));
			refine(reference);
			move(reference, 1);
			move(reference, 3);
			assertClose(java.fitWhitefield(model, reference, MONITOR), device.fitWhitefield(model, reference, MONITOR),
					"fitted whitefield");
			errors(reference);
		}

		private void errors(ReferenceImage reference) {
			ModelErrors expected = java.calcError(model, reference, MONITOR);
			ModelErrors actual = device.calcError(model, reference, MONITOR);
			assertTrue(expected.total() > 0.01, "error " + expected.total());
			assertEquals(expected.total(), actual.total(), PART * expected.total(), "total error");
			assertClose(expected.frame(), actual.frame(), "error of frame");
			assertClose(expected.fluxCorrection(), actual.fluxCorrection(), "flux correction");
			float[] modelled = new float[model.mask().good().length];
			float[] byDevice = new float[modelled.length];
			int frame = java.goodFrames()[1];
			java.residual(frame, model, reference, modelled);
			device.residual(frame, model, reference, byDevice);
			for (int p = 0; p < modelled.length; p++)
				if (Float.isNaN(modelled[p]))
					assertEquals(Float.NaN, byDevice[p]);
				else
					assertEquals(modelled[p], byDevice[p], PART * 5 * model.whitefield().values()[p], "residual of pixel " + p);
		}

		/** Where shifts differ, Java finds both as good as each other. */
		private void search(ReferenceImage reference, SearchWindow window, Samples samples) {
			PixelShifts expected = java.searchPixelMap(model, reference, window, samples, MONITOR);
			PixelShifts actual = device.searchPixelMap(model, reference, window, samples, MONITOR);
			boolean[] differing = new boolean[expected.error().length];
			int found = 0;
			for (int p = 0; p < differing.length; p++) {
				assertEquals(Float.isNaN(expected.error()[p]), Float.isNaN(actual.error()[p]), "pixel " + p);
				differing[p] = expected.ss()[p] != actual.ss()[p] || expected.fs()[p] != actual.fs()[p];
				if (Float.isNaN(expected.error()[p]))
					continue;
				found++;
				assertEquals(expected.error()[p], actual.error()[p], PART * expected.error()[p], "error of pixel " + p);
			}
			assertTrue(found > 0.9 * model.mask().count(), found + " pixels");
			Mask ties = new Mask(model.mask().rows(), model.mask().columns(), differing);
			assertTrue(ties.count() < 0.01 * found, ties.count() + " ties");
			if (ties.count() == 0)
				return;
			// the one shift that the device took, tried by Java, has the least error of all
			float[] taken = java.searchPixelMap(movedBy(actual, ties), reference, new SearchWindow(1, 1), samples, MONITOR).error();
			for (int p = 0; p < taken.length; p++)
				if (differing[p])
					assertEquals(expected.error()[p], taken[p], PART * expected.error()[p], "pixel " + p);
		}

		private ForwardModel movedBy(PixelShifts shifts, Mask only) {
			double[] ss = model.map().ss().clone();
			double[] fs = model.map().fs().clone();
			for (int p = 0; p < ss.length; p++) {
				ss[p] += shifts.ss()[p];
				fs[p] += shifts.fs()[p];
			}
			return new ForwardModel(only, model.whitefield(), new PixelMap(only.rows(), only.columns(), ss, fs), model.translations());
		}

		private void refine(ReferenceImage reference) {
			float[] expected = java.pixelMapErrors(model, reference, 1, MONITOR);
			float[] actual = device.pixelMapErrors(model, reference, 1, MONITOR);
			for (int c = 0; c < expected.length; c++)
				if (Float.isNaN(expected[c]))
					assertEquals(Float.NaN, actual[c]);
				else
					assertEquals(expected[c], actual[c], PART * expected[c], "error " + c);
		}

		private void move(ReferenceImage reference, int half) {
			double[] expected = java.translationErrors(model, reference, half, 0.5, MONITOR);
			double[] actual = device.translationErrors(model, reference, half, 0.5, MONITOR);
			assertClose(expected, actual, "translation error");
			int width = 2 * half + 1;
			for (int n : java.goodFrames()) {
				QuadraticRefinement.Shift a = new QuadraticRefinement().minimum(middle(expected, n, width), 0);
				QuadraticRefinement.Shift b = new QuadraticRefinement().minimum(middle(actual, n, width), 0);
				assertEquals(a.ss(), b.ss(), PIXELS / 0.5, "frame " + n);
				assertEquals(a.fs(), b.fs(), PIXELS / 0.5, "frame " + n);
			}
		}

		/** The nine errors around the middle of a frame's. */
		private static double[] middle(double[] errors, int n, int width) {
			double[] nine = new double[9];
			for (int k = 0; k < 9; k++)
				nine[k] = errors[n * width * width + (width / 2 - 1 + k / 3) * width + width / 2 - 1 + k % 3];
			return nine;
		}

		private static void assertSame(boolean[] expected, boolean[] actual) {
			assertTrue(Arrays.equals(expected, actual));
		}

		private static void assertClose(Image expected, Image actual, String what) {
			assertEquals(expected.rows(), actual.rows());
			assertEquals(expected.columns(), actual.columns());
			for (int p = 0; p < expected.values().length; p++)
				assertClose(expected.values()[p], actual.values()[p], what + " " + p);
		}

		private static void assertClose(double[] expected, double[] actual, String what) {
			assertEquals(expected.length, actual.length);
			for (int k = 0; k < expected.length; k++)
				assertClose(expected[k], actual[k], what + " " + k);
		}

		private static void assertClose(double expected, double actual, String what) {
			if (Double.isNaN(expected))
				assertEquals(Double.NaN, actual, what);
			else
				assertEquals(expected, actual, PART * Math.abs(expected), what);
		}
	}
}
