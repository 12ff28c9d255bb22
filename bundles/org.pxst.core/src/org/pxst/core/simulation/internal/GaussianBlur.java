// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

/** Smooths images with a Gaussian cut off at four sigma. */
final class GaussianBlur {
	/** What lies beyond the border of an image. */
	enum Border {
		/** The opposite side. */
		WRAP,
		/** The value at the border. */
		NEAREST
	}

	private final float[] kernel;
	private final Border border;

	/**
	 * @param sigma  in samples; 0 does nothing
	 * @param border what lies outside
	 */
	GaussianBlur(double sigma, Border border) {
		this.border = border;
		int radius = (int) (4 * sigma + 0.5);
		double sum = 0;
		double[] values = new double[2 * radius + 1];
		for (int k = -radius; k <= radius; k++) {
			values[k + radius] = radius == 0 ? 1 : Math.exp(-0.5 * k * k / (sigma * sigma));
			sum += values[k + radius];
		}
		kernel = new float[values.length];
		for (int k = 0; k < values.length; k++)
			kernel[k] = (float) (values[k] / sum);
	}

	/** The smoothed image; the argument is left as it is. */
	float[] apply(float[] image, int rows, int columns) {
		int radius = kernel.length / 2;
		float[] along = new float[image.length];
		for (int i = 0; i < rows; i++)
			for (int k = -radius; k <= radius; k++) {
				float weight = kernel[k + radius];
				int from = index(i + k, rows) * columns;
				for (int j = 0; j < columns; j++)
					along[i * columns + j] += weight * image[from + j];
			}
		float[] line = new float[columns + 2 * radius];
		float[] result = new float[image.length];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < line.length; j++)
				line[j] = along[i * columns + index(j - radius, columns)];
			for (int k = 0; k < kernel.length; k++) {
				float weight = kernel[k];
				for (int j = 0; j < columns; j++)
					result[i * columns + j] += weight * line[j + k];
			}
		}
		return result;
	}

	private int index(int position, int length) {
		return border == Border.WRAP ? Math.floorMod(position, length) : Math.max(0, Math.min(length - 1, position));
	}
}
