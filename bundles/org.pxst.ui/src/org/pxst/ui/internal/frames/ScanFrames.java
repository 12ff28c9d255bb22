// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Optional;

import org.pxst.core.scan.Mask;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.FrameDivision;

/**
 * What the view knows of a scan without its frames.
 *
 * @param frames     number of frames
 * @param rows       of a frame, slow scan axis
 * @param columns    of a frame, fast scan axis
 * @param ss         positions of rows
 * @param fs         positions of columns
 * @param positions  sample positions, when the file is a whole scan
 * @param mask       good pixels of the detector and of make_mask
 * @param division   by the file's whitefield, when it has one that fits
 * @param choice     good frames as the file has them
 * @param used       frames that the results in the file were made with, when that is another choice
 * @param inResults whether steps would take {@link #used} for the choice: it has to be replaced along with it
 * @param errors     error of each frame, when it was computed
 * @param lines      all frames under each other, flat (frame, fs), when each frame is but one line
 * @param incomplete why the file is no whole scan; "" when it is
 */
record ScanFrames(int frames, int rows, int columns, Picture.Axis ss, Picture.Axis fs,
		Optional<FramePositions> positions, Mask mask, Optional<FrameDivision> division, FrameChoice choice, Optional<FrameChoice> used, boolean inResults,
		Optional<double[]> errors, Optional<float[]> lines, String incomplete) {
	/** Whether each frame is but one line, so that the scan is shown as one image. */
	boolean isLines() {
		return lines.isPresent();
	}

	/** The frame to begin with. */
	int middle() {
		return frames / 2;
	}
}
