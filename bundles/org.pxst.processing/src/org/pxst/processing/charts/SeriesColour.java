// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.awt.Color;

/**
 * Colours of curves, in the order in which they are used. Each has three variants: for print, and for light and dark
 * screens, all of which people with any kind of colour blindness can tell apart (after Okabe and Ito, Color Universal
 * Design, 2008; lightened for dark screens).
 */
public enum SeriesColour {
	/** First curve; the slow scan axis; what is good. */
	BLUE(0x2b5fa8, 0x0072b2, 0x56b4e9),
	/** Second curve; the fast scan axis; what is bad. */
	VERMILION(0xb2403f, 0xd55e00, 0xf0763b),
	/** Third curve. */
	GREEN(0x1f7f5c, 0x009e73, 0x1fc99a),
	/** Fourth curve. */
	PURPLE(0x9c4f80, 0xb65a90, 0xe39bc6),
	/** Fifth curve. */
	ORANGE(0xb87f00, 0xe69f00, 0xf5c04a),
	/** Sixth curve. */
	SKY(0x3d8fc0, 0x56b4e9, 0xa6dbf7),
	/** What is neither good nor bad, and lies behind the rest. */
	GREY(0x8a8a8a, 0x8a8a8a, 0xa0a0a0);

	private static final int CURVES = 6;

	private final Color print;
	private final Color light;
	private final Color dark;

	SeriesColour(int print, int light, int dark) {
		this.print = new Color(print);
		this.light = new Color(light);
		this.dark = new Color(dark);
	}

	/** The colour of a curve, counted from 0. */
	public static SeriesColour of(int curve) {
		return values()[curve % CURVES];
	}

	/** On white paper; what charts are defined in. */
	public Color print() {
		return print;
	}

	/** On a screen. */
	public Color screen(boolean darkTheme) {
		return darkTheme ? dark : light;
	}
}
