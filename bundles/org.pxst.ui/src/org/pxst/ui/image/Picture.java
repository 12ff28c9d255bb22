// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

/**
 * An image to be looked at. Pixel (i, j) is row i (slow scan axis, downwards) and column j (fast scan axis, to the right);
 * pixel centres are at integers.
 *
 * @param title    what it is, also the name of exported files
 * @param rows     extent along the slow scan axis
 * @param columns  extent along the fast scan axis
 * @param values   flat (ss, fs), NaN where there is none; not copied, must not be changed afterwards
 * @param ss       positions of rows
 * @param fs       positions of columns
 * @param quantity what the values are
 * @param unit     unit of the values, "" when they have none
 * @param colours  what colours suit
 */
public record Picture(String title, int rows, int columns, float[] values, Axis ss, Axis fs, String quantity,
		String unit, Colours colours) {
	/** Checks that there are as many values as pixels. */
	public Picture {
		if (rows <= 0 || columns <= 0 || values.length != (long) rows * columns)
			throw new IllegalArgumentException(values.length + " values for an image of " + rows + " x " + columns);
	}

	/**
	 * Positions along an axis.
	 *
	 * @param label what it is: "slow scan axis", say
	 * @param unit  of the positions: "m", "rad", "px", ...; lengths in m and angles in rad are shown with the prefix that fits
	 * @param first position of index 0
	 * @param step  distance of neighbours, not 0
	 */
	public record Axis(String label, String unit, double first, double step) {
		/** Position of an index. */
		public double at(double index) {
			return first + step * index;
		}

		/** Index of a position. */
		public double indexOf(double position) {
			return (position - first) / step;
		}
	}

	/** Kinds of values, as far as colours go. */
	public enum Colours {
		/** Intensities: from dark to light. */
		SEQUENTIAL,
		/** Grey. */
		GREY,
		/** Values around 0, of both signs. */
		SIGNED,
		/** Angles that wrap around. */
		CYCLIC
	}

	/** Height of a pixel divided by its width; 1 when the axes have different units. */
	public double aspect() {
		return ss.unit().equals(fs.unit()) ? Math.abs(ss.step() / fs.step()) : 1;
	}

	/** The value of a pixel. */
	public float at(int i, int j) {
		return values[i * columns + j];
	}
}
