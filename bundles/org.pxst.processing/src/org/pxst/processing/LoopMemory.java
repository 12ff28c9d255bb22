// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/**
 * What the main loop carries from one iteration to the next beside the model. With it and the model the loop goes on as if it
 * had never been stopped.
 *
 * @param window            search window of the next iteration, steps to each side
 * @param filter            what the filter of the next iteration has shrunk to, sigma in detector pixels; it is not less
 *                          than the smallest one of the settings
 * @param iteration         iterations that are done
 * @param lastError         error after the last one; infinite before the first
 * @param smallFalls        how often in a row the error has hardly fallen
 * @param translationChange rms change of the translations in the last update, reference pixels; infinite before the first
 */
public record LoopMemory(int window, double filter, int iteration, double lastError, int smallFalls,
		double translationChange) {
	private static final int SMALL_FALLS = 2;
	private static final int SMALLEST_HALF = 2;

	/** Whether the window of the next iteration is as small as it gets. */
	public boolean isSmallestWindow() {
		return window <= SMALLEST_HALF;
	}

	/**
	 * How often in a row the error has hardly fallen after another iteration.
	 *
	 * @param settings that it followed
	 * @param error    after it
	 */
	public int smallFallsAfter(LoopSettings settings, double error) {
		boolean settled = isSmallestWindow() && filter <= settings.filter();
		boolean smallFall = settings.tolerance() > 0 && settled && error > lastError * (1 - settings.tolerance());
		return smallFall ? smallFalls + 1 : 0;
	}

	/** Whether the error no longer falls although window and filter are as small as they get. */
	public boolean hasConverged() {
		return smallFalls >= SMALL_FALLS;
	}
}
