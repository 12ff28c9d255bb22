// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.jtransforms.fft.DoubleFFT_2D;

/**
 * Fourier transforms of images of one shape with the spatial frequencies of their pixels. Spectra are flat and interleaved
 * (re, im). Uses all cores, with the same result on every run.
 */
final class Fourier {
	private final int rows;
	private final int columns;
	private final double dss;
	private final double dfs;
	private final DoubleFFT_2D fft;

	Fourier(int rows, int columns, PlaneWaveGeometry geometry) {
		this.rows = rows;
		this.columns = columns;
		dss = geometry.dss();
		dfs = geometry.dfs();
		fft = new DoubleFFT_2D(rows, columns);
	}

	/** Transform of a real image. */
	double[] forward(double[] image) {
		double[] spectrum = new double[2 * image.length];
		for (int p = 0; p < image.length; p++)
			spectrum[2 * p] = image[p];
		fft.complexForward(spectrum);
		return spectrum;
	}

	/** Transform of a wave field in place. */
	void forwardInPlace(double[] field) {
		fft.complexForward(field);
	}

	/** Inverse transform of a spectrum in place. */
	void inverseInPlace(double[] spectrum) {
		fft.complexInverse(spectrum, true);
	}

	/** Real part of the inverse transform; the spectrum is overwritten. */
	double[] inverseReal(double[] spectrum) {
		fft.complexInverse(spectrum, true);
		double[] image = new double[spectrum.length / 2];
		for (int p = 0; p < image.length; p++)
			image[p] = spectrum[2 * p];
		return image;
	}

	/** Squared spatial frequency of an entry of a spectrum, 1/m^2. */
	double squaredFrequency(int i, int j) {
		double f = (2 * i <= rows ? i : i - rows) / (rows * dss);
		double g = (2 * j <= columns ? j : j - columns) / (columns * dfs);
		return f * f + g * g;
	}

	/** Multiplies a spectrum with a real function of the squared frequency. */
	void multiply(double[] spectrum, DoubleUnaryOperator gain) {
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				double g = gain.applyAsDouble(squaredFrequency(i, j));
				spectrum[2 * (i * columns + j)] *= g;
				spectrum[2 * (i * columns + j) + 1] *= g;
			}
		});
	}

	/** Multiplies a spectrum with {@code exp(-i a f^2)}, f the spatial frequency. */
	void turn(double[] spectrum, double a) {
		IntStream.range(0, rows).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				int p = 2 * (i * columns + j);
				double angle = a * squaredFrequency(i, j);
				double c = Math.cos(angle);
				double s = -Math.sin(angle);
				double re = spectrum[p];
				double im = spectrum[p + 1];
				spectrum[p] = re * c - im * s;
				spectrum[p + 1] = re * s + im * c;
			}
		});
	}
}
