// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.pxst.processing.images.ColourMap;

/** The colour maps that images can have. All but twilight can be told apart when printed in grey. */
public enum ColourMaps {
	/** From dark blue over green to yellow. */
	VIRIDIS("Viridis", ColourMap.VIRIDIS),
	/** From blue to yellow, alike for all eyes. */
	CIVIDIS("Cividis", ColourMap.CIVIDIS),
	/** From black to white. */
	GREY("Grey", ColourMap.GREY),
	/** From white to black. */
	INVERTED_GREY("Inverted grey", ColourMap.GREY),
	/** For angles: both ends are alike. */
	TWILIGHT("Twilight (cyclic)", ColourMap.TWILIGHT),
	/** From blue over white to red, for values of both signs. */
	BLUE_RED("Blue-white-red", ColourMap.DIVERGING);

	/** Number of colours. */
	static final int SIZE = 256;

	private final String label;
	private final int[] table;

	ColourMaps(String label, ColourMap map) {
		this.label = label;
		int[] colours = map.table(SIZE);
		table = new int[SIZE];
		boolean inverted = label.startsWith("Inverted");
		for (int k = 0; k < SIZE; k++)
			table[k] = colours[inverted ? SIZE - 1 - k : k];
	}

	/** Its name for people. */
	public String label() {
		return label;
	}

	/** Its 256 colours: red, green, blue, 8 bits each. */
	public int[] table() {
		return table.clone();
	}

	/** Whether its middle is for 0. */
	boolean isDiverging() {
		return this == BLUE_RED;
	}

	/** Whether it goes well with values that are all positive. */
	public boolean suitsIntensities() {
		return !isDiverging() && this != TWILIGHT;
	}

	/** The next one, after the last the first. */
	public ColourMaps next() {
		return values()[(ordinal() + 1) % values().length];
	}

	/** What suits pictures of a kind. */
	public static ColourMaps suiting(Picture.Colours colours) {
		return switch (colours) {
		case SEQUENTIAL -> VIRIDIS;
		case GREY -> GREY;
		case SIGNED -> BLUE_RED;
		case CYCLIC -> TWILIGHT;
		};
	}
}
