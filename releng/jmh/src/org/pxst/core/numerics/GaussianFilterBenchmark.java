// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The weighted Gaussian average of the pixel map, on all cores: nanoseconds for each pixel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GaussianFilterBenchmark {
	private static final int ROWS = 256;
	private static final int COLUMNS = 512;
	private static final double TRUNCATE = 4;

	/** Width of the Gaussian, pixels. */
	@Param({ "1.5", "6" })
	public double sigma;

	private final double[] values = new double[ROWS * COLUMNS];
	private final double[] weights = new double[ROWS * COLUMNS];
	private GaussianFilter filter;

	/** Makes values with weights. */
	@Setup
	public void make() {
		Random random = new Random(4);
		Arrays.setAll(values, p -> random.nextGaussian());
		Arrays.setAll(weights, p -> random.nextInt(10) == 0 ? 0 : 1);
		filter = new GaussianFilter(sigma, TRUNCATE);
	}

	/** Averages. */
	@Benchmark
	@OperationsPerInvocation(ROWS * COLUMNS)
	public double[] average() {
		return filter.average(ROWS, COLUMNS, values, weights);
	}
}
