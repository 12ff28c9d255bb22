// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Size;
import org.pxst.core.simulation.Simulator;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopState;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepResult;

/** Runs of pixel_map_from_data on one scan, and what is in their files. */
final class LoopTrial {
	private static final StepDescription STEP = StepDescription.of(PixelMapFromDataStep.class);

	/** Extent of its frames along the slow scan axis. */
	static final int ROWS = 64;
	/** Extent along the fast scan axis. */
	static final int COLUMNS = 80;

	/** Columns at the rim that no light falls on. */
	private static final int DARK = 5;
	private static final Roi MIDDLE = new Roi(16, 16 + ROWS, 24, 24 + COLUMNS);
	/** Runs that many tests begin with. */
	private static final Map<Map<String, Object>, List<CxiDataset>> RUNS = new ConcurrentHashMap<>();

	/**
	 * Wrong positions, pixels that are not square, a blank frame, bad pixels, and a frame so bright that it is left out: how
	 * finely a reference image is added up depends on it all the same. The middle of simulated frames, so that it is soon done.
	 */
	static final Scan SCAN = scan();

	private LoopTrial() {
	}

	private static Scan scan() {
		Scan dim = new Simulator().simulate(
				SimulationSettings.builder(Size.TINY).coma(0).spherical(0).pixelSize(55e-6, 60e-6).positionError(0.5).build(),
				new IMonitor.Stub()).scan();
		int columns = dim.frames().columns();
		float[] whole = new float[dim.frames().rows() * columns];
		float[][] frames = new float[dim.frames().frames()][ROWS * COLUMNS];
		boolean[] good = new boolean[ROWS * COLUMNS];
		for (int n = 0; n < frames.length; n++) {
			dim.frames().read(n, 1, whole);
			for (int i = 0; i < ROWS; i++)
				System.arraycopy(whole, (MIDDLE.ss0() + i) * columns + MIDDLE.fs0(), frames[n], i * COLUMNS, COLUMNS - DARK);
		}
		for (int p = 0; p < good.length; p++)
			good[p] = dim.detectorMask().isGood(MIDDLE.ss0() + p / COLUMNS, MIDDLE.fs0() + p % COLUMNS);
		for (int p = 0; p < frames[9].length; p++)
			frames[9][p] *= 1e9f;
		return new Scan(dim.name(), new MemoryFrameSource(ROWS, COLUMNS, frames), new Mask(ROWS, COLUMNS, good),
				dim.geometry(), dim.positions());
	}

	/** A guide that decides as this function says. */
	record Guide(Function<LoopState, LoopOrder> decision, List<LoopState> seen) implements LoopGuide {
		Guide(Function<LoopState, LoopOrder> decision) {
			this(decision, new ArrayList<>());
		}

		@Override
		public LoopOrder next(LoopState state) {
			seen.add(state);
			return decision.apply(state);
		}

		/** The first state that was seen after so many iterations. */
		LoopState after(int iterations) {
			return seen.stream().filter(state -> state.iterations().size() == iterations).findFirst().orElseThrow();
		}
	}

	/** The file of a run. Each is run once, since a run gives the same every time, which {@link #replay} shows. */
	static FakeContext run(Map<String, Object> given) {
		FakeContext file = new FakeContext(SCAN);
		RUNS.computeIfAbsent(given, key -> {
			FakeContext fresh = new FakeContext(SCAN);
			fresh.run(PixelMapFromDataStep.class, key);
			return fresh.written();
		}).forEach(file::put);
		return file;
	}

	/** Goes on from the iterations in a file. */
	static StepResult resume(FakeContext file, Map<String, Object> given) {
		Map<String, Object> all = new HashMap<>(given);
		all.put("resume", true);
		return file.run(PixelMapFromDataStep.class, all);
	}

	/** The file after the recorded runs were run one after the other. */
	static FakeContext replay(StepResult result, Map<String, Object> given) {
		FakeContext file = new FakeContext(SCAN);
		for (Map<String, Literal> run : result.runs()) {
			Map<String, Object> values = new HashMap<>(given);
			run.forEach((name, value) -> values.put(name,
					value instanceof None ? null : STEP.parameter(name).orElseThrow().value(value)));
			file.run(PixelMapFromDataStep.class, values);
		}
		return file;
	}

	/** Number of iterations in a file. */
	static int iterations(FakeContext file) {
		return file.numbers("error_iteration").length;
	}

	/** Checks that two files are the same to the last bit. */
	static void assertSame(FakeContext expected, FakeContext found) {
		assertEquals(expected.written().stream().map(CxiDataset::path).toList(),
				found.written().stream().map(CxiDataset::path).toList());
		assertTrue(expected.written().size() > 30);
		for (CxiDataset dataset : expected.written()) {
			Dataset other = found.dataset(dataset.path());
			assertArrayEquals(dataset.shape(), other.getShape(), dataset.path());
			assertEquals(dataset.values().getClass(), found.written(dataset.path()).values().getClass());
			assertEquals(dataset.attributes(), found.written(dataset.path()).attributes());
			assertArrayEquals(expected.numbers(dataset.path()), found.numbers(dataset.path()), dataset.path());
		}
	}
}
