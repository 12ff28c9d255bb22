// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/** How places without a value are shown. */
final class NoValue {
	private static final double STRENGTH = 0.08;

	private NoValue() {
	}

	/** Every other square on the background: a little of the foreground. */
	static int pattern(int background, int foreground) {
		int rgb = 0;
		for (int shift = 16; shift >= 0; shift -= 8) {
			int below = background >> shift & 0xff;
			int above = foreground >> shift & 0xff;
			rgb |= (int) Math.round(below + STRENGTH * (above - below)) << shift;
		}
		return rgb;
	}
}
