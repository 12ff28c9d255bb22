// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.FrameType;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;

class SimulatorTest {
	private static SimulatedScan simulate(Builder builder) {
		return new Simulator().simulate(builder.build(), new IMonitor.Stub());
	}

	/** No noise, no defects, intensities not rounded. */
	private static Builder clean() {
		return SimulationSettings.builder(Size.TINY).noise(false).dead(0).hot(0).badFrames()
				.frameType(FrameType.FLOAT32);
	}

	private static Builder withoutAberrations(Builder builder) {
		return builder.astigmatism(0).c3(0, 0).c4(0, 0).coma(0).spherical(0).ripple(0);
	}

	private static float[] frame(SimulatedScan scan, int n) {
		return ((MemoryFrameSource) scan.scan().frames()).values()[n];
	}

	private static double sum(float[] values) {
		double sum = 0;
		for (float value : values)
			sum += value;
		return sum;
	}

	private static double correlation(double[] a, double[] b) {
		double meanA = Arrays.stream(a).average().orElseThrow();
		double meanB = Arrays.stream(b).average().orElseThrow();
		double ab = 0;
		double aa = 0;
		double bb = 0;
		for (int k = 0; k < a.length; k++) {
			ab += (a[k] - meanA) * (b[k] - meanB);
			aa += (a[k] - meanA) * (a[k] - meanA);
			bb += (b[k] - meanB) * (b[k] - meanB);
		}
		return ab / Math.sqrt(aa * bb);
	}

	@Test
	void withoutSampleEachFrameIsTheWhitefield() {
		SimulatedScan scan = simulate(clean().grid(1, 2).step(9.3).thickness(0).background(3));
		Image whitefield = scan.truth().whitefield();
		for (int n = 0; n < 2; n++)
			for (int k = 0; k < whitefield.values().length; k++)
				assertEquals(whitefield.values()[k], frame(scan, n)[k], 0.02, "frame " + n + ", pixel " + k);
		assertTrue(whitefield.at(48, 64) > 800 && whitefield.at(48, 64) < 1200);
		assertEquals(3, whitefield.at(0, 0), 1e-3);
	}

	@Test
	void phaseObjectMovesLightButKeepsIt() {
		SimulatedScan scan = simulate(clean().grid(1, 1).beta(0).background(0).pupil(0.6).thickness(0.2e-6));
		double without = sum(scan.truth().whitefield().values());
		assertEquals(without, sum(frame(scan, 0)), 1e-3 * without);
		assertTrue(rms(frame(scan, 0), scan.truth().whitefield().values()) > 10);
	}

	@Test
	void referenceImageOfAPhaseObjectHasMeanOne() {
		Image reference = simulate(clean().grid(1, 1).beta(0)).truth().reference();
		assertEquals(1, sum(reference.values()) / reference.values().length, 1e-5);
	}

	@Test
	void referenceImageLosesWhatTheSampleAbsorbs() {
		SimulationSettings settings = clean().grid(1, 1).oversampling(1).build();
		Truth truth = simulate(settings.toBuilder()).truth();
		double expected = 0;
		for (float thickness : truth.thickness().values())
			expected += Math.exp(-4 * Math.PI / settings.wavelength() * settings.beta() * thickness);
		assertEquals(expected, sum(truth.reference().values()), 1e-5 * expected);
		assertTrue(expected < 0.98 * truth.thickness().values().length);
	}

	private static double rms(float[] a, float[] b) {
		double sum = 0;
		for (int k = 0; k < a.length; k++)
			sum += (a[k] - b[k]) * (a[k] - b[k]);
		return Math.sqrt(sum / a.length);
	}

	@ParameterizedTest
	@CsvSource({ "2, 1, 8, 0", "1, 2, 0, 8" })
	void positivePositionMovesTheImageToLargerIndices(int gridRows, int gridColumns, int ss, int fs) {
		SimulatedScan scan = simulate(withoutAberrations(clean()).grid(gridRows, gridColumns).jitter(0).step(8)
				.sample(Sample.SPECKLE));
		SamplePositions positions = scan.scan().positions();
		assertEquals(ss * scan.truth().dss(), positions.ss()[1] - positions.ss()[0], 1e-15);
		assertEquals(fs * scan.truth().dfs(), positions.fs()[1] - positions.fs()[0], 1e-15);
		assertTrue(shiftedCorrelation(scan, ss, fs) > 0.9995);
		assertTrue(shiftedCorrelation(scan, -ss, -fs) < 0.3);
		assertTrue(shiftedCorrelation(scan, fs, ss) < 0.3);
	}

	/** Correlation of frame 1 at (i + ss, j + fs) with frame 0 at (i, j), well inside the pupil. */
	private static double shiftedCorrelation(SimulatedScan scan, int ss, int fs) {
		int columns = 128;
		int rows = 96;
		double[] first = new double[(rows - 60) * (columns - 60)];
		double[] second = new double[first.length];
		float[] whitefield = scan.truth().whitefield().values();
		int k = 0;
		for (int i = 30; i < rows - 30; i++)
			for (int j = 30; j < columns - 30; j++) {
				int shifted = (i + ss) * columns + j + fs;
				first[k] = frame(scan, 0)[i * columns + j] / whitefield[i * columns + j];
				second[k++] = frame(scan, 1)[shifted] / whitefield[shifted];
			}
		return correlation(first, second);
	}

	@Test
	void pixelMapIsTheGradientOfThePhase() {
		Truth truth = simulate(clean().grid(1, 1).ripple(0)).truth();
		int columns = truth.mask().columns();
		for (int i = 1; i < truth.mask().rows() - 1; i += 7)
			for (int j = 1; j < columns - 1; j += 7) {
				int k = i * columns + j;
				double slopeSs = (truth.phase()[k + columns] - truth.phase()[k - columns]) / 2;
				double slopeFs = (truth.phase()[k + 1] - truth.phase()[k - 1]) / 2;
				assertEquals(i - slopeSs / truth.radPerPixelSs(), truth.pixelMap().ss()[k], 5e-3);
				assertEquals(j - slopeFs / truth.radPerPixelFs(), truth.pixelMap().fs()[k], 5e-3);
			}
	}

	@Test
	void pixelMapSlopeIsExactAstigmatism() {
		Truth truth = simulate(withoutAberrations(clean()).grid(1, 1).astigmatism(0.1)).truth();
		double slopeSs = truth.pixelMap().ss()[128] - truth.pixelMap().ss()[0];
		double slopeFs = truth.pixelMap().fs()[1] - truth.pixelMap().fs()[0];
		double shift = 0.1 * 0.8e-3;
		assertEquals((0.8e-3 + shift) / (1 + shift) / 0.8e-3, slopeSs, 1e-9);
		assertEquals((0.8e-3 - shift) / (1 - shift) / 0.8e-3, slopeFs, 1e-9);
		assertEquals(0.88e-3, truth.defocusSs(), 1e-12);
	}

	@ParameterizedTest
	@EnumSource(Sample.class)
	void forwardModelHoldsWithTheTruth(Sample sample) {
		SimulatedScan scan = simulate(clean().sample(sample).background(0));
		Truth truth = scan.truth();
		for (int n : new int[] { 0, 7, 24 })
			assertTrue(modelCorrelation(scan, truth, n, 0, 0) > 0.965, "frame " + n);
		assertTrue(modelCorrelation(scan, truth, 7, 2, 0) < 0.9);
		assertTrue(modelCorrelation(scan, truth, 7, 0, 2) < 0.9);
	}

	/**
	 * Correlation of I / W with Iref(u - d), the truth displaced by some reference pixels. Bilinear interpolation blurs the
	 * star a little: 0.972.
	 */
	private static double modelCorrelation(SimulatedScan scan, Truth truth, int n, double offSs, double offFs) {
		int columns = truth.mask().columns();
		int rows = truth.mask().rows();
		double[] measured = new double[(rows - 40) * (columns - 40)];
		double[] modelled = new double[measured.length];
		int p = 0;
		for (int i = 20; i < rows - 20; i++)
			for (int j = 20; j < columns - 20; j++) {
				int k = i * columns + j;
				measured[p] = frame(scan, n)[k] / truth.whitefield().values()[k];
				modelled[p++] = interpolate(truth.reference(),
						truth.pixelMap().ss()[k] - truth.positions().ss()[n] + truth.originSs() + offSs,
						truth.pixelMap().fs()[k] - truth.positions().fs()[n] + truth.originFs() + offFs);
			}
		return correlation(measured, modelled);
	}

	private static double interpolate(Image image, double i, double j) {
		int i0 = (int) Math.floor(i);
		int j0 = (int) Math.floor(j);
		double a = i - i0;
		double b = j - j0;
		return (1 - a) * ((1 - b) * image.at(i0, j0) + b * image.at(i0, j0 + 1))
				+ a * ((1 - b) * image.at(i0 + 1, j0) + b * image.at(i0 + 1, j0 + 1));
	}

	@Test
	void sameSeedSameScanOnAnyNumberOfThreads() {
		SimulationSettings settings = SimulationSettings.builder(Size.TINY).sample(Sample.SPECKLE).fluxJitter(0.05)
				.positionError(0.5).build();
		SimulatedScan one = new Simulator(1).simulate(settings, new IMonitor.Stub());
		SimulatedScan three = new Simulator(3).simulate(settings, new IMonitor.Stub());
		for (int n = 0; n < settings.frames(); n++)
			assertArrayEquals(frame(one, n), frame(three, n));
		assertArrayEquals(one.truth().reference().values(), three.truth().reference().values());
		assertArrayEquals(one.truth().mask().good(), three.truth().mask().good());
		assertArrayEquals(one.translations(), three.translations());
		assertArrayEquals(one.truth().flux(), three.truth().flux());
	}

	@Test
	void otherSeedOtherScan() {
		SimulatedScan one = simulate(SimulationSettings.builder(Size.TINY).grid(1, 2));
		SimulatedScan two = simulate(SimulationSettings.builder(Size.TINY).grid(1, 2).seed(2));
		assertFalse(Arrays.equals(frame(one, 1), frame(two, 1)));
		assertFalse(Arrays.equals(one.truth().mask().good(), two.truth().mask().good()));
		assertNotEquals(one.truth().positions().ss()[0], two.truth().positions().ss()[0]);
	}

	@Test
	void noiseIsThatOfPhotons() {
		Builder builder = SimulationSettings.builder(Size.TINY).grid(3, 3).thickness(0).dead(0).hot(0).badFrames()
				.counts(200).background(1);
		SimulatedScan scan = simulate(builder);
		float[] whitefield = scan.truth().whitefield().values();
		double chiSquare = 0;
		double mean = 0;
		for (int n = 0; n < 9; n++)
			for (int k = 0; k < whitefield.length; k++) {
				double difference = frame(scan, n)[k] - whitefield[k];
				mean += difference / (9 * whitefield.length);
				chiSquare += difference * difference / whitefield[k] / (9 * whitefield.length);
			}
		assertEquals(1, chiSquare, 0.02);
		assertEquals(0, mean, 0.15);
	}

	@Test
	void brokenPixelsAndFramesAreAsTheTruthSays() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).dead(0.01).hot(0.005).badFrames(4, 6));
		Truth truth = scan.truth();
		int dead = (int) (0.01 * 96 * 128);
		int hot = (int) (0.005 * 96 * 128);
		assertEquals(96 * 128 - dead - hot, truth.mask().count());
		int zeros = 0;
		int high = 0;
		for (int k = 0; k < 96 * 128; k++)
			if (!truth.mask().good()[k]) {
				zeros += frame(scan, 0)[k] == 0 ? 1 : 0;
				high += frame(scan, 0)[k] > 4500 && frame(scan, 0)[k] < 21000 ? 1 : 0;
			}
		assertEquals(dead, zeros);
		assertEquals(hot, high);
		assertArrayEquals(new int[] { 4, 6 }, truth.badFrames());
		assertEquals(23, truth.goodFrames().length);
		assertEquals(0, frame(scan, 4)[48 * 128 + 64]);
		assertEquals(0.3, sum(frame(scan, 6)) / sum(frame(scan, 5)), 0.08);
	}

	@Test
	void fluxScalesTheBeam() {
		SimulatedScan scan = simulate(clean().grid(1, 3).thickness(0).background(0).fluxJitter(0.2));
		double whitefield = sum(scan.truth().whitefield().values());
		for (int n = 0; n < 3; n++)
			assertEquals(scan.truth().flux()[n], sum(frame(scan, n)) / whitefield, 1e-4);
		assertNotEquals(scan.truth().flux()[0], scan.truth().flux()[1], 1e-3);
	}

	@Test
	void sixteenBitFramesAreWholeNumbersThatFit() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).grid(1, 1).counts(50000).badFrames());
		float largest = 0;
		for (float value : frame(scan, 0)) {
			assertEquals(Math.rint(value), value);
			assertTrue(value >= 0 && value <= 65535);
			largest = Math.max(largest, value);
		}
		assertEquals(65535, largest);
	}

	@Test
	void translationsProjectedOnTheBasisAreTheRecordedPositions() {
		SimulatedScan scan = simulate(SimulationSettings.builder(Size.TINY).positionError(0.7).pixelSize(55e-6, 70e-6)
				.coma(0).spherical(0));
		SamplePositions projected = SamplePositions.project(scan.translations(), scan.basisVectors());
		Truth truth = scan.truth();
		double squares = 0;
		for (int n = 0; n < 25; n++) {
			assertEquals(truth.recordedPositions().ss()[n] * truth.dss(), projected.ss()[n], 1e-18);
			assertEquals(truth.recordedPositions().fs()[n] * truth.dfs(), projected.fs()[n], 1e-18);
			assertEquals(projected.ss()[n], scan.scan().positions().ss()[n], 1e-18);
			assertEquals(projected.fs()[n], scan.scan().positions().fs()[n], 1e-18);
			squares += Math.pow(truth.recordedPositions().ss()[n] - truth.positions().ss()[n], 2);
			squares += Math.pow(truth.recordedPositions().fs()[n] - truth.positions().fs()[n], 2);
		}
		assertEquals(0.7, Math.sqrt(squares / 50), 0.25);
	}

	@Test
	void monitorHearsOfEachFrame() {
		int[] worked = new int[1];
		new Simulator(2).simulate(SimulationSettings.builder(Size.TINY).grid(2, 3).build(), new IMonitor.Stub() {
			@Override
			public void worked(int amount) {
				worked[0] += amount;
			}
		});
		assertEquals(6, worked[0]);
	}

	@Test
	void cancelledSimulationEnds() {
		int[] worked = new int[1];
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public void worked(int amount) {
				worked[0]++;
			}

			@Override
			public boolean isCancelled() {
				return worked[0] > 0;
			}
		};
		SimulationSettings settings = SimulationSettings.of(Size.TINY);
		Simulator simulator = new Simulator(1);
		assertThrows(CancelledException.class, () -> simulator.simulate(settings, monitor));
		assertEquals(1, worked[0]);
	}

	@Test
	void atLeastOneThread() {
		assertThrows(IllegalArgumentException.class, () -> new Simulator(0));
	}
}
