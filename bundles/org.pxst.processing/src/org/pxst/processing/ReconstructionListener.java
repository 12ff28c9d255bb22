// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

/** Hears how a reconstruction goes on. Called from the thread that reconstructs; must return soon. */
public interface ReconstructionListener {
	/**
	 * A step before or after the main loop has ended. The first is "compute_on", with the name of back end and device.
	 *
	 * @param step    its name, for example "make_mask"
	 * @param outcome what it found, one line with units, for example "29 bad pixels"
	 */
	void stepDone(String step, String outcome);

	/** An iteration of the main loop has ended. Its number is that of an earlier one when the loop has gone back before. */
	void iterationDone(Iteration iteration);
}
