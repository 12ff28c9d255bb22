// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import java.util.Arrays;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.numerics.FastLength;
import org.pxst.core.scan.Roi;

/**
 * Contrast of a reference image, its values over their mean less 1, in the middle of a larger array that repeats itself.
 * Pixels without a value and those around the image are filled smoothly.
 *
 * @param image    the reference image
 * @param rows     extent of the larger array along the slow scan axis
 * @param columns  extent of the larger array along the fast scan axis
 * @param top      its rows before the image
 * @param left     its columns before the image
 * @param mean     mean of the image's known values
 * @param known    which pixels of the larger array have a measured value
 * @param contrast of the larger array, flat (ss, fs)
 */
record PaddedContrast(Image image, int rows, int columns, int top, int left, double mean, boolean[] known,
		double[] contrast) {
	private static final int FEWEST_VALUES = 64;

	/**
	 * @param image    reference image; NaN, infinite and negative values count as missing
	 * @param marginSs rows that are needed on each side
	 * @param marginFs columns that are needed on each side
	 * @throws InvalidDataException when there are hardly any values
	 */
	static PaddedContrast of(Image image, int marginSs, int marginFs) {
		int rows = FastLength.atLeast(image.rows() + 2 * marginSs);
		int columns = FastLength.atLeast(image.columns() + 2 * marginFs);
		int top = (rows - image.rows()) / 2;
		int left = (columns - image.columns()) / 2;
		boolean[] known = new boolean[rows * columns];
		double[] weights = new double[known.length];
		double[] contrast = new double[known.length];
		double sum = 0;
		int count = 0;
		for (int p = 0; p < image.values().length; p++) {
			float value = image.values()[p];
			if (!(value >= 0) || Float.isInfinite(value))
				continue;
			int q = (p / image.columns() + top) * columns + p % image.columns() + left;
			known[q] = true;
			weights[q] = 1;
			contrast[q] = value;
			sum += value;
			count++;
		}
		double mean = sum / count;
		if (count < FEWEST_VALUES || !(mean > 0))
			throw new InvalidDataException("calculate_sample_thickness: the reference image of " + image.rows() + " x "
					+ image.columns() + " has " + count + " values of mean " + mean + "; at least " + FEWEST_VALUES
					+ " of a positive mean are needed, run make_reference first");
		for (int q = 0; q < contrast.length; q++)
			contrast[q] = contrast[q] / mean - 1;
		return new PaddedContrast(image, rows, columns, top, left, mean, known,
				SmoothFill.fill(rows, columns, contrast, weights));
	}

	/**
	 * Cuts the image's part out of a larger array.
	 *
	 * @param values       of the larger array
	 * @param region       of the reference image
	 * @param medianToZero whether the median over the region becomes 0
	 * @return shape of the reference image, NaN where that has no value and outside the region
	 */
	Image cut(double[] values, Roi region, boolean medianToZero) {
		float[] cut = new float[image.values().length];
		Arrays.fill(cut, Float.NaN);
		double[] inside = new double[cut.length];
		int count = 0;
		for (int i = region.ss0(); i < region.ss1(); i++)
			for (int j = region.fs0(); j < region.fs1(); j++) {
				int q = (i + top) * columns + j + left;
				if (known[q] && !Double.isNaN(values[q]))
					inside[count++] = values[q];
			}
		if (count == 0)
			return new Image(image.rows(), image.columns(), cut);
		double offset = medianToZero ? median(Arrays.copyOf(inside, count)) : 0;
		for (int i = region.ss0(); i < region.ss1(); i++)
			for (int j = region.fs0(); j < region.fs1(); j++) {
				int q = (i + top) * columns + j + left;
				if (known[q])
					cut[i * image.columns() + j] = (float) (values[q] - offset);
			}
		return new Image(image.rows(), image.columns(), cut);
	}

	private static double median(double[] values) {
		Arrays.sort(values);
		int half = values.length / 2;
		return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
	}
}
