// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/**
 * A scan as it was measured.
 *
 * @param name         where it is from, for messages: a file name, say
 * @param frames       the frames, shape (N, M, L)
 * @param detectorMask what the detector knows about its own pixels (all good when it says nothing), shape (M, L)
 * @param geometry     distances, pixel sizes, wavelength
 * @param positions    recorded sample positions, one a frame
 */
public record Scan(String name, FrameSource frames, Mask detectorMask, Geometry geometry, SamplePositions positions) {
	/** Checks that the parts fit together. */
	public Scan {
		if (positions.frames() != frames.frames())
			throw new IllegalArgumentException(positions.frames() + " positions for " + frames.frames() + " frames");
		if (detectorMask.rows() != frames.rows() || detectorMask.columns() != frames.columns())
			throw new IllegalArgumentException("mask of " + detectorMask.rows() + " x " + detectorMask.columns()
					+ " for frames of " + frames.rows() + " x " + frames.columns());
	}
}
