// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.internal.DevicesInOrder;
import org.pxst.compute.internal.JavaBackEnd;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.ResultDatasets;
import org.pxst.processing.internal.DefaultReconstructor;

/** The steps of the main loop one by one do, bit for bit, what the reconstructor does. */
class MainLoopChainTest {
	private static final double WIDE_ABOVE = 0.1;
	private static final Roi ROI = new Roi(4, 92, 6, 124);

	/** Nobody who listens. */
	private static final class Silent implements ReconstructionListener {
		@Override
		public void stepDone(String step, String outcome) {
			// nothing to do
		}

		@Override
		public void iterationDone(Iteration iteration) {
			// nothing to do
		}
	}

	private static Scan scan;
	private static StartedScan started;

	/** Pixels that are not square, positions that have to be corrected, a blank frame, bad pixels. */
	@BeforeAll
	static void start() {
		scan = new Simulator().simulate(
				SimulationSettings.builder(Size.TINY).coma(0).spherical(0).pixelSize(55e-6, 60e-6).positionError(0.5).build(),
				new IMonitor.Stub()).scan();
		started = new StartedScan(scan, ROI);
	}

	private static ReconstructionSettings settings(int iterations, boolean whitefield, boolean positions, boolean irrotational) {
		return new ReconstructionSettings(
				new LoopSettings(iterations, 1e-3, 0, 1.5, true, whitefield, positions, irrotational), OptionalDouble.empty(),
				Optional.of(ROI), ComputeRequest.automatic());
	}

	private static ReconstructionResult reconstruct(ReconstructionSettings settings) {
		return new DefaultReconstructor(new DevicesInOrder(List.of(new JavaBackEnd()))).reconstruct(scan,
				IntStream.range(0, scan.frames().frames()).toArray(), settings, new Silent(), new IMonitor.Stub());
	}

	/** An iteration as somebody would type it who knows the window and the filter. */
	private static void iterate(FakeContext file, Iteration done, double lastChange, ReconstructionSettings settings) {
		file.run(MakeReferenceStep.class, Map.of());
		file.run(UpdatePixelMapStep.class, Map.of("search_window", new SearchWindow(done.windowSs(), done.windowFs()), "filter",
				done.filter(), "integrate", settings.loop().irrotational()));
		if (settings.loop().refinePositions()) {
			file.run(MakeReferenceStep.class, Map.of());
			boolean wide = lastChange > WIDE_ABOVE;
			file.run(UpdateTranslationsStep.class,
					Map.of("search_window", wide ? new SearchWindow(7, 7) : new SearchWindow(3, 3), "step", wide ? 1.0 : 0.5));
		}
		file.run(MakeReferenceStep.class, Map.of());
		file.run(FitWhitefieldStep.class, Map.of("refine", settings.loop().refineWhitefield()));
		file.run(CalcErrorStep.class, Map.of());
	}

	private static void assertSame(List<CxiDataset> expected, FakeContext file, String... paths) {
		for (String path : paths) {
			CxiDataset wanted = expected.stream().filter(d -> d.path().equals(path)).findFirst().orElseThrow();
			FakeContext other = new FakeContext(file.scan());
			other.put(wanted);
			assertArrayEquals(other.dataset(path).getShape(), file.dataset(path).getShape(), path);
			assertArrayEquals(other.numbers(path), file.numbers(path), path);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3,true,true,false", "2,false,true,true", "2,false,false,false" })
	void theStepsOneByOneGiveTheSameBits(int iterations, boolean whitefield, boolean positions, boolean irrotational) {
		ReconstructionSettings settings = settings(iterations, whitefield, positions, irrotational);
		ReconstructionResult result = reconstruct(settings);
		assertTrue(result.mask().within(result.roi()).count() < result.roi().rows() * result.roi().columns(),
				"there are bad pixels to fill");
		FakeContext file = started.file();
		double lastChange = Double.POSITIVE_INFINITY;
		for (Iteration done : result.iterations()) {
			iterate(file, done, lastChange, settings);
			assertEquals(done.error(), file.numbers("error_total")[0], "iteration " + done.number());
			lastChange = done.translationChange();
		}
		file.run(CalculatePhaseStep.class, Map.of());
		assertSame(ResultDatasets.of(result), file, "mask", "roi", "good_frames", "whitefield", "defocus", "defocus_ss",
				"defocus_fs", "astigmatism", "distance", "dss", "dfs", "magnification", "pixel_map", "pixel_map_residual",
				"pixel_translations", "reference_image", "reference_overlap", "n0", "m0", "error_total", "error_frame",
				"error_pixel", "error_reference", "flux_correction", "phase", "angles");
		if (positions)
			assertSame(ResultDatasets.of(result), file, "pixel_translations_comparison");
	}

	@Test
	void theAutomaticLoopIsTheReconstructor() {
		ReconstructionSettings settings = settings(1, true, true, true);
		List<CxiDataset> expected = ResultDatasets.of(reconstruct(settings));
		FakeContext file = new FakeContext(scan);
		file.run(PixelMapFromDataStep.class,
				Map.of("iterations", 1, "roi", settings.roi().orElseThrow(), "irrotational", true));
		assertSame(expected, file, expected.stream().map(CxiDataset::path).toArray(String[]::new));
	}

	@Test
	void aMapOfThe2020SuiteIsAccepted() {
		FakeContext ours = started.file();
		ours.run(MakeReferenceStep.class, Map.of());
		FakeContext theirs = started.file();
		for (String path : new String[] { "reference_image", "n0", "m0" })
			theirs.put(CxiDataset.of(path, withoutNaN(ours.numbers(path), -1), "", ours.dataset(path).getShape()));
		theirs.put(CxiDataset.of("pixel_map", withoutNaN(ours.numbers("pixel_map"), 0), "", 2, 96, 128));
		theirs.put(CxiDataset.of("pixel_translations", withoutNaN(ours.numbers("pixel_translations"), 0), "", 25, 2));
		for (FakeContext file : List.of(ours, theirs)) {
			file.run(UpdatePixelMapStep.class, Map.of("search_window", new SearchWindow(10, 10)));
			file.run(CalcErrorStep.class, Map.of());
		}
		assertArrayEquals(ours.numbers("pixel_map"), theirs.numbers("pixel_map"));
		assertEquals(ours.numbers("error_total")[0], theirs.numbers("error_total")[0]);
	}

	private static double[] withoutNaN(double[] values, double instead) {
		return Arrays.stream(values).map(v -> Double.isNaN(v) ? instead : v).toArray();
	}
}
