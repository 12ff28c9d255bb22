// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.Optional;

import org.pxst.compute.SearchWindow;

/**
 * Something to be timed.
 *
 * @param name   of the step
 * @param window shifts of the search in it; empty: none
 * @param shifts tried for each pixel in each frame; 0: none that could be counted
 * @param work   does it once
 */
record Step(String name, Optional<SearchWindow> window, int shifts, Runnable work) {
	/** A step that tries no shifts. */
	static Step plain(String name, Runnable work) {
		return new Step(name, Optional.empty(), 0, work);
	}

	/** A step that tries all shifts of a window. */
	static Step search(String name, SearchWindow window, Runnable work) {
		return new Step(name, Optional.of(window), window.shifts(), work);
	}
}
