// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.pxst.core.image.Image;
import org.pxst.core.scan.MemoryFrameSource;

/**
 * The medians of make_whitefield (over 121 frames, on all cores) and of make_mask (over 3 x 3 pixels, on one thread):
 * nanoseconds for each pixel of a frame.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MedianBenchmark {
	private static final int FRAMES = 121;
	private static final int SIZE = 128;

	private LoadedFrames frames;
	private MedianOfNine nine;

	/** Makes and loads frames of noise. */
	@Setup
	public void load() {
		Random random = new Random(3);
		float[][] values = new float[FRAMES][SIZE * SIZE];
		for (float[] frame : values)
			for (int p = 0; p < frame.length; p++)
				frame[p] = 1000 + random.nextInt(500);
		frames = LoadedFrames.load(new MemoryFrameSource(SIZE, SIZE, values), IntStream.range(0, FRAMES).toArray(), FrameRoom.here(),
				new IMonitor.Stub());
		nine = new MedianOfNine(SIZE, SIZE, SIZE);
	}

	/** Gives the frames back. */
	@TearDown
	public void close() {
		frames.storage().close();
	}

	/** Over the frames. */
	@Benchmark
	@OperationsPerInvocation(FRAMES * SIZE * SIZE)
	public Image ofFrames() {
		return new MedianWhitefield(frames, new ParallelLoop("make_whitefield", new IMonitor.Stub())).compute();
	}

	/** Over the neighbours, decoding included. */
	@Benchmark
	@OperationsPerInvocation(SIZE * SIZE)
	public float[] ofNine() {
		nine.load(frames, 0, 0, SIZE);
		return nine.medians();
	}
}
