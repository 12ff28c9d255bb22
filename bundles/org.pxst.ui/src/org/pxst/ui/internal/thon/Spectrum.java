// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

/**
 * Values over the frequencies on the detector, frequency 0 at (rows / 2, columns / 2).
 *
 * @param rows    extent along the slow scan axis
 * @param columns extent along the fast scan axis
 * @param stepSs  one row in cycles per m, &gt; 0
 * @param stepFs  one column in cycles per m, &gt; 0
 * @param values  flat (ss, fs), NaN where there is none; not copied
 */
record Spectrum(int rows, int columns, double stepSs, double stepFs, float[] values) {
	/** Frequency of a row, cycles per m. */
	double ss(double i) {
		return (i - rows / 2) * stepSs;
	}

	/** Frequency of a column, cycles per m. */
	double fs(double j) {
		return (j - columns / 2) * stepFs;
	}

	/** Row of a frequency. */
	double row(double qss) {
		return qss / stepSs + rows / 2;
	}

	/** Column of a frequency. */
	double column(double qfs) {
		return qfs / stepFs + columns / 2;
	}

	/** Geometric mean of the detector's pixel sizes, m: the spectrum ends at half a cycle per pixel. */
	double pixel() {
		return 1 / Math.sqrt(rows * stepSs * columns * stepFs);
	}

	/** The same frequencies with other values. */
	Spectrum with(float[] other) {
		return new Spectrum(rows, columns, stepSs, stepFs, other);
	}

	/** The right half, from frequency 0 of the fast scan axis on, replaced by another spectrum's. */
	Spectrum withRightHalf(Spectrum other) {
		float[] halves = values.clone();
		for (int i = 0; i < rows; i++) {
			int middle = i * columns + columns / 2;
			System.arraycopy(other.values, middle, halves, middle, columns - columns / 2);
		}
		return with(halves);
	}
}
