// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

/**
 * A line along which an image has the same value.
 *
 * @param level the value
 * @param ss    rows of its corners, pixel centres at integers
 * @param fs    columns of its corners, as many; the first corner is also the last when it is closed
 */
public record ContourLine(double level, double[] ss, double[] fs) {
	/** Checks that there are as many rows as columns. */
	public ContourLine {
		if (ss.length != fs.length || ss.length < 2)
			throw new IllegalArgumentException(ss.length + " rows and " + fs.length + " columns of a line");
	}

	/** Whether it ends where it begins. */
	public boolean isClosed() {
		return ss[0] == ss[ss.length - 1] && fs[0] == fs[fs.length - 1];
	}
}
