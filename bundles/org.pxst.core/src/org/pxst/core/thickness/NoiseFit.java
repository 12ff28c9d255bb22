// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import java.util.function.DoubleUnaryOperator;

import org.pxst.core.InvalidDataException;

/**
 * Finds the noise-to-signal ratio in the reference image itself. Its power spectrum, averaged over rings, is described as
 * {@code A ((f^2 + knee^2)^(-exponent / 2) h^2 + noise)}, h the contrast transfer: a sample whose spectral power falls with
 * a power of the frequency beyond a knee, seen through the transfer, and white noise. The parameters are the most likely
 * ones for a random field with that spectrum (Whittle's likelihood, P. Whittle, Ark. Mat. 2 (1953) 423): the smallest
 * {@code sum (ln M + P / M)}, M the model and P the measured power.
 */
final class NoiseFit {
	/** Depth of the window at the rim, of the shorter extent. */
	private static final double WINDOW = 0.15;
	/** Rings from this one on: what is below is mostly the window's. */
	private static final int FIRST_RING = 2;
	private static final int FEWEST_RINGS = 8;
	/**
	 * Porod's law: the spectral power of bodies with sharp surfaces falls with the fourth power. What falls faster is the
	 * image's blur, and does not mean that the sample has nothing to show there.
	 */
	private static final double LARGEST_EXPONENT = 4;
	private static final double LARGEST_LOG_RATIO = Math.log(1e6);
	private static final double SMALLEST_LOG_RATIO = Math.log(1e-6);
	private static final int STEPS = 12;
	private static final int ZOOMS = 10;
	private static final double ZOOM = 2;

	/** Relative to the Nyquist frequency. */
	private final double[] squaredFrequency;
	private final double[] transfer;
	private final double[] power;
	private final double[] count;
	private final double lowestLogKnee;
	private final double nyquist;

	private NoiseFit(int rings, double lowestLogKnee, double nyquist) {
		squaredFrequency = new double[rings];
		transfer = new double[rings];
		power = new double[rings];
		count = new double[rings];
		this.lowestLogKnee = lowestLogKnee;
		this.nyquist = nyquist;
	}

	/**
	 * @param padded   contrast of the reference image
	 * @param geometry experiment
	 * @param fourier  of the padded image's shape
	 * @param transfer contrast transfer, of the squared frequency
	 * @throws InvalidDataException when the image is too small for a spectrum
	 */
	static NoiseToSignal fit(PaddedContrast padded, PlaneWaveGeometry geometry, Fourier fourier,
			DoubleUnaryOperator transfer) {
		double extent = Math.min(padded.image().rows() * geometry.dss(), padded.image().columns() * geometry.dfs());
		double nyquist = 0.5 / Math.max(geometry.dss(), geometry.dfs());
		double step = 1 / extent;
		int rings = (int) Math.floor(nyquist / step) - FIRST_RING;
		if (rings < FEWEST_RINGS)
			throw new InvalidDataException("calculate_sample_thickness: the reference image of " + padded.image().rows()
					+ " x " + padded.image().columns() + " is too small to find its noise in; give the noise-to-signal ratio");
		NoiseFit fit = new NoiseFit(rings, Math.log(step / nyquist), nyquist);
		double[] spectrum = fourier.forward(windowed(padded));
		for (int p = 0; p < padded.contrast().length; p++) {
			double f2 = fourier.squaredFrequency(p / padded.columns(), p % padded.columns());
			int ring = (int) Math.floor(Math.sqrt(f2) / step) - FIRST_RING;
			if (ring < 0 || ring >= rings)
				continue;
			double h = transfer.applyAsDouble(f2);
			fit.count[ring]++;
			fit.squaredFrequency[ring] += f2 / (nyquist * nyquist);
			fit.transfer[ring] += h * h;
			fit.power[ring] += spectrum[2 * p] * spectrum[2 * p] + spectrum[2 * p + 1] * spectrum[2 * p + 1];
		}
		for (int r = 0; r < rings; r++) {
			fit.squaredFrequency[r] /= fit.count[r];
			fit.transfer[r] /= fit.count[r];
			fit.power[r] /= fit.count[r];
		}
		return fit.mostLikely();
	}

	private static double[] windowed(PaddedContrast padded) {
		double[] window = ApertureWindow.of(padded.rows(), padded.columns(), padded.known(),
				Math.max(1, WINDOW * Math.min(padded.image().rows(), padded.image().columns())));
		double sum = 0;
		double weights = 0;
		for (int p = 0; p < window.length; p++) {
			sum += window[p] * padded.contrast()[p];
			weights += window[p];
		}
		double mean = sum / weights;
		for (int p = 0; p < window.length; p++)
			window[p] *= padded.contrast()[p] - mean;
		return window;
	}

	/** Search on ever finer grids around the best. */
	private NoiseToSignal mostLikely() {
		double[] low = { 0, SMALLEST_LOG_RATIO, lowestLogKnee };
		double[] high = { LARGEST_EXPONENT, LARGEST_LOG_RATIO, 0 };
		double[] best = new double[3];
		double[] range = new double[3];
		for (int k = 0; k < 3; k++) {
			best[k] = (low[k] + high[k]) / 2;
			range[k] = high[k] - low[k];
		}
		double smallest = Double.POSITIVE_INFINITY;
		for (int zoom = 0; zoom < ZOOMS; zoom++) {
			double[] middle = best.clone();
			for (int c = 0; c <= STEPS; c++)
				for (int a = 0; a <= STEPS; a++) {
					double exponent = place(0, a, middle, range, low, high);
					double knee = place(2, c, middle, range, low, high);
					double[] signal = signal(exponent, Math.exp(knee));
					for (int b = 0; b <= STEPS; b++) {
						double ratio = place(1, b, middle, range, low, high);
						double cost = cost(signal, Math.exp(ratio));
						if (cost < smallest) {
							smallest = cost;
							best = new double[] { exponent, ratio, knee };
						}
					}
				}
			for (int k = 0; k < 3; k++)
				range[k] /= ZOOM;
		}
		return new NoiseToSignal(Math.exp(best[1]), best[0], Math.exp(best[2]) * nyquist, nyquist);
	}

	private static double place(int k, int step, double[] middle, double[] range, double[] low, double[] high) {
		return Math.min(high[k], Math.max(low[k], middle[k] + range[k] * ((double) step / STEPS - 0.5)));
	}

	/** What the sample shows in each ring, 1 at full contrast at the Nyquist frequency. */
	private double[] signal(double exponent, double knee) {
		double[] signal = new double[power.length];
		for (int r = 0; r < signal.length; r++)
			signal[r] = transfer[r]
					* Math.pow((squaredFrequency[r] + knee * knee) / (1 + knee * knee), -exponent / 2);
		return signal;
	}

	/** Whittle's likelihood with the scale A that is best for the other parameters. */
	private double cost(double[] signal, double ratio) {
		double logs = 0;
		double quotients = 0;
		double counts = 0;
		for (int r = 0; r < power.length; r++) {
			double model = signal[r] + ratio;
			logs += count[r] * Math.log(model);
			quotients += count[r] * power[r] / model;
			counts += count[r];
		}
		return logs / counts + Math.log(quotients / counts);
	}
}
