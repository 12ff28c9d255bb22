// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import java.util.Arrays;

import org.pxst.core.InvalidDataException;
import org.pxst.core.map.PixelMap;

/** Which pixels of a map count, and how much. */
final class CountedPixels {
	private CountedPixels() {
	}

	/**
	 * The weights, but 0 where they are not positive or the map is not finite.
	 *
	 * @throws InvalidDataException when the shapes differ
	 */
	static double[] weights(PixelMap map, double[] weights) {
		if (weights.length != map.rows() * map.columns())
			throw new InvalidDataException(weights.length + " weights for a pixel map of " + map.rows() + " x "
					+ map.columns() + "; give one for each pixel");
		double[] counted = new double[weights.length];
		Arrays.setAll(counted, p -> weights[p] > 0 && Double.isFinite(map.ss()[p] + map.fs()[p]) ? weights[p] : 0);
		return counted;
	}
}
