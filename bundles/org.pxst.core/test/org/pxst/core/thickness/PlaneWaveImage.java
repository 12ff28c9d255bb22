// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import java.util.Random;

import org.jtransforms.fft.DoubleFFT_2D;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

/** What a plane wave shows of a sample, for tests, by wave optics on a grid that repeats itself. */
record PlaneWaveImage(PlaneWaveGeometry geometry, Material material, int rows, int columns, double[] thickness) {
	/** Blobs of some pixels' width, up to {@code height} m thick; none near the rim. */
	static PlaneWaveImage blobs(PlaneWaveGeometry geometry, Material material, int rows, int columns, double width,
			double height) {
		Random random = new Random(7);
		double[] thickness = new double[rows * columns];
		for (int k = 0; k < 40; k++) {
			double y = rows * (0.15 + 0.7 * random.nextDouble());
			double x = columns * (0.15 + 0.7 * random.nextDouble());
			double h = height * (0.3 + 0.7 * random.nextDouble());
			for (int p = 0; p < thickness.length; p++) {
				double r2 = Math.pow((p / columns - y) * geometry.dss() / geometry.dfs(), 2) + Math.pow(p % columns - x, 2);
				thickness[p] = Math.max(thickness[p], h * Math.exp(-r2 / (2 * width * width)));
			}
		}
		return new PlaneWaveImage(geometry, material, rows, columns, thickness);
	}

	/** Intensity at the effective distance, 1 without sample. */
	float[] intensity() {
		double k = 2 * Math.PI / geometry.wavelength();
		double[] wave = new double[2 * thickness.length];
		for (int p = 0; p < thickness.length; p++) {
			double modulus = Math.exp(-k * material.beta() * thickness[p]);
			wave[2 * p] = modulus * Math.cos(k * material.delta() * thickness[p]);
			wave[2 * p + 1] = -modulus * Math.sin(k * material.delta() * thickness[p]);
		}
		DoubleFFT_2D fft = new DoubleFFT_2D(rows, columns);
		fft.complexForward(wave);
		for (int p = 0; p < thickness.length; p++) {
			double f = Math.IEEEremainder((double) (p / columns) / rows, 1) / geometry.dss();
			double g = Math.IEEEremainder((double) (p % columns) / columns, 1) / geometry.dfs();
			double chi = Math.PI * geometry.wavelength() * geometry.effectiveDistance() * (f * f + g * g);
			double re = wave[2 * p];
			double im = wave[2 * p + 1];
			wave[2 * p] = re * Math.cos(chi) + im * Math.sin(chi);
			wave[2 * p + 1] = im * Math.cos(chi) - re * Math.sin(chi);
		}
		fft.complexInverse(wave, true);
		float[] intensity = new float[thickness.length];
		for (int p = 0; p < intensity.length; p++)
			intensity[p] = (float) (wave[2 * p] * wave[2 * p] + wave[2 * p + 1] * wave[2 * p + 1]);
		return intensity;
	}

	Image image() {
		return new Image(rows, columns, intensity());
	}

	Image noisyImage(double sigma, long seed) {
		Random random = new Random(seed);
		float[] values = intensity();
		for (int p = 0; p < values.length; p++)
			values[p] += (float) (sigma * random.nextGaussian());
		return new Image(rows, columns, values);
	}

	Roi all() {
		return Roi.full(rows, columns);
	}

	/** Slope of the least-squares line found = slope truth + offset, over pixels that have a value. */
	double slope(Image found) {
		double[] m = moments(found);
		return m[1] / m[0];
	}

	/** rms of found - truth about its mean, m. */
	double error(Image found) {
		double[] m = moments(found);
		return Math.sqrt(m[2] - 2 * m[1] + m[0]);
	}

	/** rms of the true thickness about its mean, m. */
	double rms() {
		double[] m = moments(image());
		return Math.sqrt(m[0]);
	}

	/** Variance of the truth, covariance, variance of what was found. */
	private double[] moments(Image found) {
		double[] sums = new double[6];
		for (int p = 0; p < thickness.length; p++) {
			double a = thickness[p];
			double b = found.values()[p];
			if (Double.isNaN(b))
				continue;
			double[] add = { 1, a, b, a * a, a * b, b * b };
			for (int k = 0; k < 6; k++)
				sums[k] += add[k];
		}
		double n = sums[0];
		return new double[] { sums[3] / n - sums[1] * sums[1] / (n * n), sums[4] / n - sums[1] * sums[2] / (n * n),
				sums[5] / n - sums[2] * sums[2] / (n * n) };
	}
}
