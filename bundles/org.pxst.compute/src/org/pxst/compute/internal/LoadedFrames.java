// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.backend.FrameLoading;
import org.pxst.compute.backend.FrameSurvey;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;

/**
 * The good frames.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param total   number of frames of the scan, loaded or not
 * @param index   indices of the loaded frames, ascending
 * @param place   where the storage has each of them
 * @param storage their intensities; 0 where the file has NaN or an infinite value
 * @param survey  what was noticed while loading
 * @param block   bytes of intensities that a thread works on at a time
 */
record LoadedFrames(int rows, int columns, int total, int[] index, int[] place, FrameStorage storage,
		FrameSurvey survey, long block) {

	static LoadedFrames load(FrameSource source, int[] goodFrames, FrameRoom room, IMonitor monitor) {
		FrameLoading loading = new FrameLoading(source, goodFrames);
		PixelType type = loading.kept();
		boolean held = room.holds((double) goodFrames.length * source.rows() * source.columns() * type.bytes());
		FrameStorage storage = held ? new HeldFrames(type, goodFrames.length, source.columns())
				: new StoredFrames(type, goodFrames.length, source.rows(), source.columns());
		try {
			FrameSurvey survey = loading.load(storage::put, monitor);
			return new LoadedFrames(source.rows(), source.columns(), source.frames(), goodFrames.clone(),
					IntStream.range(0, goodFrames.length).toArray(), storage, survey, held ? room.near() : room.fetched());
		} catch (RuntimeException | Error e) {
			storage.close();
			throw e;
		}
	}

	/** The same with only these of the frames. */
	LoadedFrames retain(int[] frames) {
		return new LoadedFrames(rows, columns, total, frames.clone(), Arrays.stream(frames).map(n -> place[number(n)]).toArray(),
				storage, survey, block);
	}

	int count() {
		return index.length;
	}

	/** Number of pixels of a frame. */
	int pixels() {
		return rows * columns;
	}

	/** Number of the loaded frame with this index in the scan. */
	int number(int n) {
		int k = Arrays.binarySearch(index, n);
		if (k < 0)
			throw new IllegalArgumentException("frame " + n + " is not loaded");
		return k;
	}

	/** Reads rows of the k-th loaded frame to the beginning of the target. */
	void read(int k, int row, int count, float[] target) {
		storage.read(place[k], row, count, target);
	}
}
