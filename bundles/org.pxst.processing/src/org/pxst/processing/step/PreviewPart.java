// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

/** What part of a scan shows quickly what a step would find. */
public enum PreviewPart {
	/** All of it: the step works with what earlier steps found, and is quick. */
	WHOLE,
	/** A few frames, evenly spread over those that are in use. For steps with a parameter good_frames. */
	FRAMES,
	/**
	 * As many frames as a step that looks at each of them once deals with in about a second, evenly spread over those that are
	 * in use: all of a scan of the usual size. For steps with a parameter good_frames.
	 */
	MANY_FRAMES,
	/** Some rows in the middle of the region of interest, all frames. For steps with a parameter roi. */
	STRIP,
	/** Some rows as for {@link #STRIP}, and few of the values that are tried. For steps with a parameter n. */
	SWEEP,
	/** Every tenth pixel. For steps with a parameter grid. */
	GRID,
	/** Some rows as for {@link #STRIP}, and few iterations. For steps with a parameter iterations. */
	LOOP
}
