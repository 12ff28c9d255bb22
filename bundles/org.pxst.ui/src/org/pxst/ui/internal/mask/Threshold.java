// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;

import org.pxst.ui.image.Levels;

/**
 * The pixels of an image whose values are outside levels, and those without a value.
 *
 * @param levels both still inside
 */
public record Threshold(Levels levels) {
	/**
	 * The pixels outside.
	 *
	 * @param values flat (ss, fs), NaN where there is none
	 */
	public BitSet outside(float[] values) {
		// levels come from pixels in single precision, and must not leave out the very pixels that they come from
		float low = (float) levels.low();
		float high = (float) levels.high();
		BitSet outside = new BitSet();
		for (int p = 0; p < values.length; p++)
			if (!(values[p] >= low && values[p] <= high))
				outside.set(p);
		return outside;
	}
}
