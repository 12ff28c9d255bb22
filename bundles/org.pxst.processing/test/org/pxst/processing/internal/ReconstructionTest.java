// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.internal.DevicesInOrder;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulatedScan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.score.Score;
import org.pxst.processing.score.ScoreReport;

/** The whole way on scans simulated in memory, judged by the truth. */
class ReconstructionTest {
	private static final ReconstructionSettings DEFAULTS = ReconstructionSettings.defaults();

	private final Reconstructor reconstructor = new DefaultReconstructor(new DevicesInOrder(List.of(new JavaBackEnd())));
	private final Heard heard = new Heard();

	/** Notes what a reconstruction reports. */
	private static final class Heard implements ReconstructionListener {
		final List<String> steps = new ArrayList<>();
		final List<Iteration> iterations = new ArrayList<>();

		@Override
		public void stepDone(String step, String outcome) {
			steps.add(step);
		}

		@Override
		public void iterationDone(Iteration iteration) {
			iterations.add(iteration);
		}
	}

	private static SimulatedScan simulate(SimulationSettings settings) {
		return new Simulator().simulate(settings, new IMonitor.Stub());
	}

	private static SimulatedScan tiny(Sample sample) {
		return simulate(SimulationSettings.builder(Size.TINY).sample(sample).build());
	}

	private static int[] all(Scan scan) {
		return IntStream.range(0, scan.frames().frames()).toArray();
	}

	private ReconstructionResult reconstruct(Scan scan, ReconstructionSettings settings) {
		return reconstructor.reconstruct(scan, all(scan), settings, heard, new IMonitor.Stub());
	}

	private static ReconstructionSettings iterations(int n) {
		return ReconstructionSettings.of(LoopSettings.defaults().withIterations(n));
	}

	private static ReconstructionSettings roi(Roi roi) {
		return new ReconstructionSettings(LoopSettings.defaults().withIterations(2), OptionalDouble.empty(), Optional.of(roi),
				ComputeRequest.automatic());
	}

	@Test
	void saysFirstWhatItComputesOn() {
		ReconstructionResult result = reconstruct(tiny(Sample.STAR).scan(), iterations(1));
		assertEquals("compute_on", heard.steps.get(0));
		assertTrue(result.computedOn().startsWith("Java"), result.computedOn());
	}

	@Test
	void aDeviceThatIsNotThereIsNotTheScansFault() {
		ReconstructionSettings settings = DEFAULTS.on(new ComputeRequest("abacus", OptionalLong.empty()));
		SimulatedScan simulated = tiny(Sample.STAR);
		String message = assertThrows(InvalidDataException.class, () -> reconstruct(simulated.scan(), settings)).getMessage();
		assertTrue(message.startsWith("no device 'abacus'; there are: java"), message);
	}

	@ParameterizedTest
	@EnumSource(Sample.class)
	void tinyIsReconstructedFromTheScanAlone(Sample sample) {
		SimulatedScan simulated = tiny(sample);
		ReconstructionResult result = reconstruct(simulated.scan(), DEFAULTS);
		ScoreReport score = Score.of(result, simulated.truth());
		assertTrue(score.value("map_plane_rms_ss") < 0.16, score::toString);
		assertTrue(score.value("map_plane_rms_fs") < 0.16, score::toString);
		assertEquals(0, score.value("map_slope_err_ss"), 0.003, score::toString);
		assertEquals(0, score.value("map_slope_err_fs"), 0.003, score::toString);
		assertTrue(score.value("pos_rms_ss") < 0.05, score::toString);
		assertTrue(score.value("pos_rms_fs") < 0.05, score::toString);
		assertTrue(score.value("phase_rms") < 0.25, score::toString);
		assertTrue(score.value("phase_rms_flipped") > 10 * score.value("phase_rms"), score::toString);
		assertEquals(0, score.value("defocus_err_ss"), 0.05, score::toString);
		assertEquals(0, score.value("defocus_err_fs"), 0.05, score::toString);
		assertEquals(0, score.value("mask_missed_lit"), score::toString);
		assertTrue(score.value("mask_false") <= 5, score::toString);
		assertTrue(score.value("reference_corr") > 0.95, score::toString);
		assertEquals(1, score.value("pupil_in_roi"), score::toString);
		assertFalse(result.cancelled());
		assertArrayEquals(simulated.truth().goodFrames(), result.goodFrames());
	}

	@Test
	void wrongRecordedPositionsAreCorrected() {
		SimulatedScan simulated = simulate(SimulationSettings.builder(Size.TINY).positionError(0.7).build());
		ScoreReport score = Score.of(reconstruct(simulated.scan(), DEFAULTS), simulated.truth());
		assertTrue(score.value("pos_affine_rms_ss") < 0.06, score::toString);
		assertTrue(score.value("pos_affine_rms_fs") < 0.06, score::toString);
		ScoreReport kept = Score.of(reconstruct(simulated.scan(), ReconstructionSettings.of(new LoopSettings(8, 1e-3, 0,
				1.5, true, true, false, false))), simulated.truth());
		assertTrue(kept.value("pos_affine_rms_ss") > 0.3, kept::toString);
	}

	@Test
	void astigmatismOfTheOtherSignAndPixelsThatAreNotSquare() {
		SimulatedScan simulated = simulate(SimulationSettings.builder(Size.TINY).astigmatism(-0.03).coma(0)
				.spherical(0).pixelSize(55e-6, 75e-6).build());
		ReconstructionResult result = reconstruct(simulated.scan(), DEFAULTS);
		assertTrue(result.astigmatism() < 0);
		ScoreReport score = Score.of(result, simulated.truth());
		assertEquals(0, score.value("defocus_err_ss"), 0.05, score::toString);
		assertEquals(0, score.value("defocus_err_fs"), 0.05, score::toString);
		assertTrue(score.value("map_plane_rms_ss") < 0.2, score::toString);
		assertEquals(0, score.value("map_slope_err_fs"), 0.005, score::toString);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 55e-6, 75e-6 })
	void anIrrotationalMapIsAsGood(double pixelFs) {
		SimulatedScan simulated = simulate(
				SimulationSettings.builder(Size.TINY).coma(0).spherical(0).pixelSize(55e-6, pixelFs).build());
		ScoreReport score = Score.of(reconstruct(simulated.scan(), ReconstructionSettings.of(new LoopSettings(10, 1e-3, 0,
				1.5, true, true, true, true))), simulated.truth());
		assertTrue(score.value("map_plane_rms_ss") < 0.16, score::toString);
		assertTrue(score.value("map_plane_rms_fs") < 0.16, score::toString);
		assertEquals(0, score.value("map_slope_err_ss"), 0.003, score::toString);
		assertEquals(0, score.value("map_slope_err_fs"), 0.003, score::toString);
	}

	@Test
	void aDistanceFromTheSampleDescribesTheSameExperiment() {
		Scan scan = tiny(Sample.STAR).scan();
		ReconstructionResult fromFocus = reconstruct(scan, iterations(3));
		Geometry g = scan.geometry();
		Geometry fromSample = new Geometry(g.sampleToDetector(fromFocus.defocus()), Geometry.DistanceFrom.SAMPLE,
				g.pixelSizeSs(), g.pixelSizeFs(), g.wavelength(), OptionalDouble.empty());
		ReconstructionResult other = reconstruct(
				new Scan(scan.name(), scan.frames(), scan.detectorMask(), fromSample, scan.positions()), iterations(3));
		assertEquals(fromFocus.defocusSs(), other.defocusSs(), 1e-6 * fromFocus.defocusSs());
		assertEquals(fromFocus.defocusFs(), other.defocusFs(), 1e-6 * fromFocus.defocusFs());
		assertEquals(fromFocus.errorTotal(), other.errorTotal(), 1e-4 * fromFocus.errorTotal());
	}

	@Test
	void theModelExplainsMoreInEachIterationAndTheReportsAreInOrder() {
		ReconstructionResult result = reconstruct(tiny(Sample.SPECKLE).scan(), iterations(4));
		assertEquals(List.of("compute_on", "frame_check", "make_mask", "make_whitefield", "guess_roi", "fit_defocus_registration",
				"generate_pixel_map", "calculate_phase"), heard.steps);
		assertEquals(heard.iterations, result.iterations());
		assertEquals(4, result.iterations().size());
		for (int k = 0; k < 4; k++)
			assertEquals(k + 1, result.iterations().get(k).number());
		assertTrue(result.iterations().get(3).error() < result.iterations().get(0).error());
		assertEquals(result.errorTotal(), result.iterations().get(3).error());
	}

	@Test
	void whatHasNoValueIsNaN() {
		SimulatedScan simulated = tiny(Sample.STAR);
		ReconstructionResult result = reconstruct(simulated.scan(), roi(new Roi(10, 80, 20, 100)));
		for (int i = 0; i < 96; i++)
			for (int j = 0; j < 128; j++) {
				int p = i * 128 + j;
				boolean inside = result.roi().contains(i, j);
				assertEquals(inside, !Double.isNaN(result.phase().values()[p]), "phase " + i + " " + j);
				assertEquals(inside, !Double.isNaN(result.pixelMap().ss()[p]), "pixel map " + i + " " + j);
				if (!inside || !result.mask().good()[p])
					assertTrue(Float.isNaN(result.errorPixel().values()[p]), "error " + i + " " + j);
			}
		assertTrue(Double.isNaN(result.translations().ss()[0]), "frame 0 is blank");
		assertTrue(Double.isNaN(result.errorFrame()[0]), "frame 0 is blank");
		assertEquals(24, Arrays.stream(result.errorFrame()).filter(e -> !Double.isNaN(e)).count());
	}

	@Test
	void twoRunsGiveTheSameBits() {
		Scan scan = tiny(Sample.STAR).scan();
		ReconstructionResult a = reconstruct(scan, iterations(3));
		ReconstructionResult b = reconstruct(scan, iterations(3));
		assertArrayEquals(a.pixelMap().ss(), b.pixelMap().ss());
		assertArrayEquals(a.pixelMap().fs(), b.pixelMap().fs());
		assertArrayEquals(a.translations().ss(), b.translations().ss());
		assertArrayEquals(a.reference().image().values(), b.reference().image().values());
		assertArrayEquals(a.phase().values(), b.phase().values());
	}

	@Test
	void cancellingKeepsTheIterationsThatAreDone() {
		Scan scan = tiny(Sample.STAR).scan();
		IMonitor monitor = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return heard.iterations.size() >= 2;
			}
		};
		ReconstructionResult cancelled = reconstructor.reconstruct(scan, all(scan), DEFAULTS, heard, monitor);
		assertTrue(cancelled.cancelled());
		assertEquals(2, cancelled.iterations().size());
		ReconstructionResult two = reconstruct(scan, iterations(2));
		assertFalse(two.cancelled());
		assertArrayEquals(two.pixelMap().ss(), cancelled.pixelMap().ss());
		assertArrayEquals(two.phase().values(), cancelled.phase().values());
		assertEquals(two.errorTotal(), cancelled.errorTotal());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 10, 40 })
	void cancellingBeforeThereIsAResultSaysSo(int checks) {
		Scan scan = tiny(Sample.STAR).scan();
		IMonitor monitor = new IMonitor.Stub() {
			private final java.util.concurrent.atomic.AtomicInteger asked = new java.util.concurrent.atomic.AtomicInteger();

			@Override
			public boolean isCancelled() {
				return asked.getAndIncrement() >= checks;
			}
		};
		assertThrows(CancelledException.class,
				() -> reconstructor.reconstruct(scan, all(scan), DEFAULTS, heard, monitor));
	}

	@Test
	void aStartValueIsRefined() {
		SimulatedScan simulated = tiny(Sample.STAR);
		ReconstructionSettings near = new ReconstructionSettings(LoopSettings.defaults().withIterations(1),
				OptionalDouble.of(simulated.truth().defocusSs() * 1.2), Optional.empty(), ComputeRequest.automatic());
		ScoreReport score = Score.of(reconstruct(simulated.scan(), near), simulated.truth());
		assertEquals(0, score.value("defocus_err_ss"), 0.05);
		assertEquals(0, score.value("defocus_err_fs"), 0.05);
	}

	private static Scan with(Scan scan, float[][] frames, Mask mask, SamplePositions positions) {
		return new Scan("scan.cxi", new MemoryFrameSource(scan.frames().rows(), scan.frames().columns(), frames), mask,
				scan.geometry(), positions);
	}

	private static float[][] framesOf(Scan scan) {
		float[][] frames = new float[scan.frames().frames()][scan.frames().rows() * scan.frames().columns()];
		for (int n = 0; n < frames.length; n++)
			scan.frames().read(n, 1, frames[n]);
		return frames;
	}

	private String failure(Scan scan, ReconstructionSettings settings) {
		String message = assertThrows(InvalidDataException.class, () -> reconstruct(scan, settings)).getMessage();
		assertTrue(message.startsWith(scan.name() + ": "), message);
		assertFalse(message.contains("\n"), message);
		return message;
	}

	@Test
	void framesOfNaNAreNamed() {
		Scan scan = tiny(Sample.STAR).scan();
		float[][] frames = framesOf(scan);
		Arrays.fill(frames[7], Float.NaN);
		Arrays.fill(frames[9], -1);
		String message = failure(with(scan, frames, scan.detectorMask(), scan.positions()), DEFAULTS);
		assertTrue(message.contains("frame 7, 9"), message);
		assertTrue(message.contains("96 x 128"), message);
	}

	@Test
	void aMaskThatKillsEverything() {
		Scan scan = tiny(Sample.STAR).scan();
		String message = failure(
				with(scan, framesOf(scan), new Mask(96, 128, new boolean[96 * 128]), scan.positions()), DEFAULTS);
		assertTrue(message.contains("mask") && message.contains("96 x 128"), message);
	}

	@Test
	void noBeamAtAll() {
		Scan scan = tiny(Sample.STAR).scan();
		String message = failure(with(scan, new float[25][96 * 128], scan.detectorMask(), scan.positions()), DEFAULTS);
		assertTrue(message.contains("0 good frames of 25"), message);
	}

	@Test
	void oneFrame() {
		Scan scan = tiny(Sample.STAR).scan();
		String message = assertThrows(InvalidDataException.class,
				() -> reconstructor.reconstruct(scan, new int[] { 3 }, DEFAULTS, heard, new IMonitor.Stub()))
				.getMessage();
		assertTrue(message.contains("1 good frames of 25"), message);
	}

	@Test
	void aRegionOutsideTheFrame() {
		String message = failure(tiny(Sample.STAR).scan(), roi(new Roi(0, 97, 0, 128)));
		assertTrue(message.contains("0:97") && message.contains("96 x 128"), message);
	}

	@Test
	void aRegionWithoutLight() {
		String message = failure(tiny(Sample.STAR).scan(), roi(new Roi(0, 3, 0, 3)));
		assertTrue(message.contains("0:3"), message);
	}

	@Test
	void positionsThatDoNotChange() {
		Scan scan = tiny(Sample.STAR).scan();
		String message = failure(
				with(scan, framesOf(scan), scan.detectorMask(), new SamplePositions(new double[25], new double[25])),
				DEFAULTS);
		assertTrue(message.contains("positions"), message);
	}

	@Test
	void positionsOfAnotherScan() {
		Scan scan = tiny(Sample.STAR).scan();
		List<Integer> order = new ArrayList<>(IntStream.range(0, 25).boxed().toList());
		Collections.shuffle(order, new Random(1));
		double[] ss = order.stream().mapToDouble(n -> scan.positions().ss()[n]).toArray();
		double[] fs = order.stream().mapToDouble(n -> scan.positions().fs()[n]).toArray();
		String message = failure(
				with(scan, framesOf(scan), scan.detectorMask(), new SamplePositions(ss, fs)), iterations(1));
		assertTrue(message.contains("stands out"), message);
	}
}
