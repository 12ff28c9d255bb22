// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import org.eclipse.january.IMonitor;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameReadAhead;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;

/**
 * The good frames in memory.
 *
 * @param rows        detector rows M
 * @param columns     detector columns L
 * @param total       number of frames of the scan, loaded or not
 * @param index       indices of the loaded frames, ascending
 * @param intensities one flat (ss, fs) array a loaded frame; 0 where the file has NaN or an infinite value
 * @param usable      pixels whose intensity is finite in all loaded frames and not negative in most: a few negative counts
 *                    are the noise of a dark-corrected detector, many are its mark for a pixel that does not exist
 */
record LoadedFrames(int rows, int columns, int total, int[] index, float[][] intensities, Mask usable) {
	/** A frame with more than this part of its pixels NaN, infinite or negative is no measurement. */
	private static final double MOST_BAD_PIXELS = 0.5;
	private static final int MOST_FRAMES_NAMED = 10;
	/** More threads than this do not make a file come faster, and each holds two frames. */
	private static final int MOST_READERS = 8;

	static LoadedFrames load(FrameSource source, int[] goodFrames, IMonitor monitor) {
		int rows = source.rows();
		int columns = source.columns();
		float[][] frames = new float[goodFrames.length][];
		int[] negative = new int[rows * columns];
		boolean[] good = Mask.allGood(rows, columns).good();
		List<Integer> broken = new ArrayList<>();
		IntFunction<float[]> reader = n -> {
			float[] frame = new float[rows * columns];
			source.read(n, 1, frame);
			return frame;
		};
		int threads = Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors());
		try (FrameReadAhead<float[]> ahead = new FrameReadAhead<>(goodFrames, reader, threads, monitor)) {
			for (int k = 0; k < goodFrames.length; k++) {
				frames[k] = ahead.next();
				if (mark(frames[k], negative, good) > MOST_BAD_PIXELS * good.length)
					broken.add(goodFrames[k]);
			}
		}
		if (!broken.isEmpty())
			throw new InvalidDataException(describe(broken, goodFrames.length, rows, columns));
		for (int p = 0; p < good.length; p++)
			good[p] &= 2 * negative[p] <= goodFrames.length;
		return new LoadedFrames(rows, columns, source.frames(), goodFrames.clone(), frames,
				new Mask(rows, columns, good));
	}

	/** Marks what is wrong in a frame, and counts it. */
	private static int mark(float[] frame, int[] negative, boolean[] good) {
		int bad = 0;
		for (int p = 0; p < good.length; p++) {
			float value = frame[p];
			if (value >= 0 && value < Float.POSITIVE_INFINITY)
				continue;
			bad++;
			if (value < 0 && value > Float.NEGATIVE_INFINITY) {
				negative[p]++;
			} else {
				frame[p] = 0;
				good[p] = false;
			}
		}
		return bad;
	}

	private static String describe(List<Integer> broken, int frames, int rows, int columns) {
		String names = broken.stream().limit(MOST_FRAMES_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
		return String.format(Locale.ROOT,
				"more than half of the pixels are NaN, infinite or negative in %d of %d frames of %d x %d (frame %s%s);"
						+ " leave these frames out",
				broken.size(), frames, rows, columns, names, broken.size() > MOST_FRAMES_NAMED ? ", ..." : "");
	}

	/** The same with only these of the frames. */
	LoadedFrames retain(int[] frames) {
		float[][] retained = new float[frames.length][];
		for (int k = 0; k < frames.length; k++) {
			int place = Arrays.binarySearch(index, frames[k]);
			if (place < 0)
				throw new IllegalArgumentException("frame " + frames[k] + " is not loaded");
			retained[k] = intensities[place];
		}
		return new LoadedFrames(rows, columns, total, frames.clone(), retained, usable);
	}

	int count() {
		return index.length;
	}
}
