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
import org.pxst.compute.backend.FixedPoint;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/**
 * Bilinear sampling of the reference image, and the deposit in fixed point, along the rows of a map that is not quite
 * even, on one thread: nanoseconds for each sample.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SampleBenchmark {
	private static final int SIZE = 256;

	private final int[] row = new int[SIZE * SIZE];
	private final float[] rowPart = new float[SIZE * SIZE];
	private final int[] column = new int[SIZE * SIZE];
	private final float[] columnPart = new float[SIZE * SIZE];
	private BilinearSampler sampler;
	private ReferenceDeposit deposit;

	/** Makes the map, an image to sample and an empty one. */
	@Setup
	public void make() {
		Random random = new Random(2);
		for (int p = 0; p < row.length; p++) {
			row[p] = p / SIZE;
			rowPart[p] = random.nextFloat();
			column[p] = p % SIZE;
			columnPart[p] = random.nextFloat();
		}
		ForwardModel model = new ForwardModel(Mask.allGood(SIZE, SIZE), Image.constant(SIZE, SIZE, 1),
				PixelMap.linear(SIZE, SIZE, 1.01, 1.01), new PixelTranslations(new double[1], new double[1]));
		ReferenceExtent extent = ReferenceExtent.of(model, new int[1]);
		float[] values = new float[extent.size()];
		for (int c = 0; c < values.length; c++)
			values[c] = random.nextFloat();
		sampler = BilinearSampler.of(new Image(extent.rows(), extent.columns(), values));
		deposit = new ReferenceDeposit(extent, FixedPoint.forSum(1, 1 << 30), FixedPoint.forSum(1, 1 << 30));
	}

	/** Samples the image. */
	@Benchmark
	@OperationsPerInvocation(SIZE * SIZE)
	public float bilinear() {
		float sum = 0;
		for (int p = 0; p < row.length; p++)
			sum += sampler.at(row[p], rowPart[p], column[p], columnPart[p]);
		return sum;
	}

	/** Deposits on the empty image. */
	@Benchmark
	@OperationsPerInvocation(SIZE * SIZE)
	public long[] deposit() {
		for (int p = 0; p < row.length; p++)
			deposit.add(row[p], rowPart[p], column[p], columnPart[p], 0.5f, 1);
		return deposit.numerator();
	}
}
