// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.zip.CRC32;

import org.pxst.core.scan.FrameSource;

/** Reads all frames of a source one by one into memory that is there already, and takes the time. */
final class FrameReading {
	private final FrameSource frames;
	private final int frameBytes;
	private final ByteBuffer target;
	private final float[] floats;
	private final List<ByteBuffer> targets;

	/** @param frames the source */
	FrameReading(FrameSource frames) {
		this.frames = frames;
		int pixels = frames.rows() * frames.columns();
		frameBytes = Math.multiplyExact(pixels, frames.type().bytes());
		floats = new float[pixels];
		target = ByteBuffer.allocateDirect(frameBytes);
		targets = List.of(target, ByteBuffer.allocateDirect(frameBytes));
	}

	/** Seconds that the frames take in their own type on this thread. */
	double oneThread() {
		long start = System.nanoTime();
		for (int n = 0; n < frames.frames(); n++)
			frames.readStored(n, 1, target.clear());
		return secondsSince(start);
	}

	/** Seconds that the frames take in their own type on two threads, each of which takes the next frame. */
	double twoThreads() {
		long start = System.nanoTime();
		AtomicInteger next = new AtomicInteger();
		CompletableFuture<?>[] threads = new CompletableFuture<?>[targets.size()];
		for (int k = 0; k < targets.size(); k++) {
			ByteBuffer own = targets.get(k);
			threads[k] = CompletableFuture.runAsync(() -> {
				for (int n = next.getAndIncrement(); n < frames.frames(); n = next.getAndIncrement())
					frames.readStored(n, 1, own.clear());
			}, work -> new Thread(work, "pxst bench").start());
		}
		CompletableFuture.allOf(threads).join();
		return secondsSince(start);
	}

	/** Seconds that the frames take as float on this thread. */
	double floats() {
		long start = System.nanoTime();
		for (int n = 0; n < frames.frames(); n++)
			frames.read(n, 1, floats);
		return secondsSince(start);
	}

	/** CRC-32 of all frames in their own type and the machine's byte order. */
	long checksum() {
		CRC32 crc = new CRC32();
		for (int n = 0; n < frames.frames(); n++) {
			frames.readStored(n, 1, target.clear());
			crc.update(target.flip());
		}
		return crc.getValue();
	}

	/**
	 * Speed of a kind of reading, after once without taking the time.
	 *
	 * @param seconds reads all frames
	 * @param repeats how often
	 * @return median, 10^6 bytes in the frames' own type a second
	 */
	double speed(DoubleSupplier seconds, int repeats) {
		seconds.getAsDouble();
		double[] taken = new double[repeats];
		for (int k = 0; k < repeats; k++)
			taken[k] = seconds.getAsDouble();
		Arrays.sort(taken);
		double median = (taken[(repeats - 1) / 2] + taken[repeats / 2]) / 2;
		return 1e-6 * frameBytes * frames.frames() / median;
	}

	private static double secondsSince(long start) {
		return (System.nanoTime() - start) / 1e9;
	}
}
