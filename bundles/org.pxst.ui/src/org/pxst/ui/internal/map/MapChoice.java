// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

/**
 * How the user wants to see the pixel map.
 *
 * @param shown       what of it
 * @param subtraction what is taken off
 * @param unit        of the shifts
 * @param density     arrows along the longer side
 */
public record MapChoice(ShownMap shown, Subtraction subtraction, MapUnit unit, int density) {
	MapChoice with(ShownMap newShown) {
		return new MapChoice(newShown, subtraction, unit, density);
	}

	MapChoice with(Subtraction newSubtraction) {
		return new MapChoice(shown, newSubtraction, unit, density);
	}

	MapChoice with(MapUnit newUnit) {
		return new MapChoice(shown, subtraction, newUnit, density);
	}

	MapChoice with(int newDensity) {
		return new MapChoice(shown, subtraction, unit, newDensity);
	}
}
