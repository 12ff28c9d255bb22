// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

/**
 * The sums of the grid search for a block of neighbouring pixels on one thread, 121 frames, 10 x 10 shifts: nanoseconds for
 * each candidate.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GridSearchBenchmark {
	private static final int SIZE = 400;
	private static final int FRAMES = 121;
	private static final int PIXELS = 64;
	private static final SearchWindow WINDOW = new SearchWindow(10, 10);

	private final int[] order = WINDOW.shortestFirst();
	private final int[] top = new int[FRAMES];
	private final int[] left = new int[FRAMES];
	private float[] intensities;
	private GridSums[] sums;
	private float[][] four;

	/** Makes a reference image, and frames at random places of it. */
	@Setup
	public void make() {
		Random random = new Random(1);
		float[] values = new float[SIZE * SIZE];
		for (int c = 0; c < values.length; c++)
			values[c] = 0.5f + random.nextFloat();
		ReferenceWindows windows = ReferenceWindows.of(new Image(SIZE, SIZE, values), WINDOW);
		for (int n = 0; n < FRAMES; n++) {
			top[n] = random.nextInt(SIZE - WINDOW.widthSs());
			left[n] = random.nextInt(SIZE - WINDOW.widthFs() - PIXELS);
		}
		intensities = new float[FRAMES * PIXELS];
		for (int k = 0; k < intensities.length; k++)
			intensities[k] = 0.5f + random.nextFloat();
		sums = new GridSums[PIXELS];
		for (int p = 0; p < PIXELS; p++)
			sums[p] = new GridSums(windows, WINDOW);
		four = new float[4][WINDOW.shifts()];
	}

	/** Searches for all pixels of the block. */
	@Benchmark
	@OperationsPerInvocation(FRAMES * PIXELS * 100)
	public void block(Blackhole hole) {
		for (GridSums sum : sums)
			sum.clear();
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < PIXELS; p++)
				sums[p].add(intensities[n * PIXELS + p], top[n], left[n] + p, four);
		for (GridSums sum : sums) {
			sum.finish(four);
			hole.consume(sum.best(order));
		}
	}
}
