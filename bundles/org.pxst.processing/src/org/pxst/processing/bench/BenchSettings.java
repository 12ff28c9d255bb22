// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench;

import org.pxst.compute.SearchWindow;

/**
 * What is measured.
 *
 * @param frames  number of frames N, at least 1
 * @param rows    detector rows M, at least 1
 * @param columns detector columns L, at least 1
 * @param window  shifts of the grid search
 * @param repeats how often each step is timed, at least 1
 */
public record BenchSettings(int frames, int rows, int columns, SearchWindow window, int repeats) {
	/** Checks the ranges. */
	public BenchSettings {
		if (frames < 1 || rows < 1 || columns < 1)
			throw new IllegalArgumentException(frames + " frames of " + rows + " x " + columns + " pixels; each must be at least 1");
		if ((long) rows * columns > Integer.MAX_VALUE / Double.BYTES)
			throw new IllegalArgumentException("frames of " + rows + " x " + columns + " pixels are too large");
		if (repeats < 1)
			throw new IllegalArgumentException(repeats + " repeats; there must be at least 1");
	}

	/** Number of pixels of a frame. */
	public int pixels() {
		return rows * columns;
	}
}
