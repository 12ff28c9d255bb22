// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Arrays;

import org.jtransforms.fft.FloatFFT_2D;

/**
 * Correlations of real images by Fourier transforms, {@code c[s] = sum_x a[x] b[x + s]}. The shifts are modulo the transform's
 * size, which has room for all shifts at which two images overlap. Not for use from several threads at once; a transform
 * uses all cores by itself.
 */
final class Correlator {
	private final int rows;
	private final int columns;
	private final int size0;
	private final int size1;
	private final FloatFFT_2D fft;
	/** Two numbers a place. */
	private final float[] work;

	/**
	 * @param rows    extent of the images along the slow scan axis
	 * @param columns extent of the images along the fast scan axis
	 */
	Correlator(int rows, int columns) {
		this.rows = rows;
		this.columns = columns;
		size0 = 2 * Integer.highestOneBit(Math.max(2, 2 * rows - 1));
		size1 = 2 * Integer.highestOneBit(Math.max(2, 2 * columns - 1));
		fft = new FloatFFT_2D(size0, size1);
		work = new float[2 * size0 * size1];
	}

	/** The transform's extent along the slow scan axis. */
	int size0() {
		return size0;
	}

	/** The transform's extent along the fast scan axis. */
	int size1() {
		return size1;
	}

	/**
	 * Transform of an image.
	 *
	 * @param image  flat, the image and more
	 * @param first  index of the image's first pixel
	 * @param stride from one row to the next
	 * @return the half of it that the other half follows from
	 */
	float[] spectrum(float[] image, int first, int stride) {
		Arrays.fill(work, 0);
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				work[2 * (i * size1 + j)] = image[first + i * stride + j];
		fft.complexForward(work);
		return Arrays.copyOf(work, 2 * (size0 / 2 + 1) * size1);
	}

	/**
	 * Correlates two pairs of images in one go.
	 *
	 * @param pairs spectra a, b of the first pair and a, b of the second; those of the second may be missing
	 * @return the two correlations, entry by entry in turn; good until the next call
	 */
	float[] correlate(float[]... pairs) {
		float[] a = pairs[0];
		float[] b = pairs[1];
		float[] c = pairs.length > 2 ? pairs[2] : null;
		float[] d = pairs.length > 2 ? pairs[3] : null;
		for (int i = 0; i <= size0 / 2; i++)
			for (int j = 0; j < size1; j++) {
				int k = 2 * (i * size1 + j);
				float re1 = a[k] * b[k] + a[k + 1] * b[k + 1];
				float im1 = a[k] * b[k + 1] - a[k + 1] * b[k];
				float re2 = c == null ? 0 : c[k] * d[k] + c[k + 1] * d[k + 1];
				float im2 = c == null ? 0 : c[k] * d[k + 1] - c[k + 1] * d[k];
				// both correlations are real: the second travels as the imaginary part
				work[k] = re1 - im2;
				work[k + 1] = im1 + re2;
				int mirrored = 2 * ((size0 - i) % size0 * size1 + (size1 - j) % size1);
				if (i > 0 && i < size0 / 2) {
					work[mirrored] = re1 + im2;
					work[mirrored + 1] = re2 - im1;
				}
			}
		fft.complexInverse(work, true);
		return work;
	}
}
