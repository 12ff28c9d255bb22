// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import org.pxst.ui.image.Picture;

/**
 * Values of a picture along one of its axes.
 *
 * @param positions of the pixels, in the unit of the axis
 * @param values    of the pixels, NaN where there is none
 */
public record CrossSection(double[] positions, double[] values) {
	/**
	 * Down a column.
	 *
	 * @param fs    column, rounded to the nearest one of the picture
	 * @param width columns that the mean is taken over, at least 1
	 */
	public static CrossSection alongSs(Picture picture, double fs, int width) {
		double[] positions = new double[picture.rows()];
		double[] values = new double[picture.rows()];
		int[] band = band(fs, width, picture.columns());
		for (int i = 0; i < positions.length; i++) {
			positions[i] = picture.ss().at(i);
			values[i] = mean(picture.values(), i * picture.columns() + band[0], 1, band[1] - band[0]);
		}
		return new CrossSection(positions, values);
	}

	/**
	 * Along a row.
	 *
	 * @param ss    row, rounded to the nearest one of the picture
	 * @param width rows that the mean is taken over, at least 1
	 */
	public static CrossSection alongFs(Picture picture, double ss, int width) {
		double[] positions = new double[picture.columns()];
		double[] values = new double[picture.columns()];
		int[] band = band(ss, width, picture.rows());
		for (int j = 0; j < positions.length; j++) {
			positions[j] = picture.fs().at(j);
			values[j] = mean(picture.values(), band[0] * picture.columns() + j, picture.columns(), band[1] - band[0]);
		}
		return new CrossSection(positions, values);
	}

	/** First and one past the last index, around a place and inside the picture. */
	private static int[] band(double place, int width, int extent) {
		int middle = (int) Math.max(0, Math.min(extent - 1, Math.round(place)));
		int first = Math.max(0, middle - (width - 1) / 2);
		return new int[] { first, Math.min(extent, middle + width / 2 + 1) };
	}

	private static double mean(float[] values, int start, int step, int count) {
		double sum = 0;
		int known = 0;
		for (int k = 0; k < count; k++) {
			float value = values[start + k * step];
			if (!Float.isNaN(value)) {
				sum += value;
				known++;
			}
		}
		return known == 0 ? Double.NaN : sum / known;
	}
}
