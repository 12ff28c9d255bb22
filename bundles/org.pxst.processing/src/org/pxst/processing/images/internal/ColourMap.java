// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

/** Colours for numbers from 0 to 1. */
public enum ColourMap {
	/** From dark blue over green to yellow, evenly rising in lightness (the anchors are viridis', which is CC0). */
	SEQUENTIAL(0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725),
	/** Black to white. */
	GREY(0x000000, 0xffffff),
	/** From blue over nearly white in the middle to red, alike in lightness on both sides. */
	DIVERGING(0x14306e, 0x2b5fa8, 0x6a9fd0, 0xb5d3e8, 0xf5f5f2, 0xf2c3ab, 0xdb8164, 0xb2403f, 0x70122b);

	/** Leaves room for greys in a palette of 256. */
	private static final int COLOURS = 220;

	private final int[] table = new int[COLOURS];

	ColourMap(int... anchors) {
		for (int k = 0; k < COLOURS; k++) {
			double position = (double) k / (COLOURS - 1) * (anchors.length - 1);
			int left = Math.min((int) position, anchors.length - 2);
			double part = position - left;
			int rgb = 0;
			for (int shift = 16; shift >= 0; shift -= 8) {
				int from = anchors[left] >> shift & 0xff;
				int to = anchors[left + 1] >> shift & 0xff;
				rgb |= (int) Math.round(from + part * (to - from)) << shift;
			}
			table[k] = rgb;
		}
	}

	/** All its colours: red, green, blue, 8 bits each. */
	public int[] colours() {
		return table.clone();
	}

	/**
	 * The colour.
	 *
	 * @param fraction 0 .. 1; what lies outside gets the colour of the end
	 * @return red, green, blue, 8 bits each
	 */
	public int rgb(double fraction) {
		return table[(int) Math.max(0, Math.min(COLOURS - 1.0, fraction * COLOURS))];
	}
}
