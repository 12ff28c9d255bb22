// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

/**
 * calculate_sample_thickness by the contrast transfer function, for one material that is thin (Cloetens et al., Appl. Phys.
 * Lett. 75 (1999) 2912; Guigay, Optik 49 (1977) 121): {@code I / mean - 1 = -2 k delta h T} in Fourier space with
 * {@code h = sin(chi) + (beta / delta) cos(chi)}, chi = pi lambda ze f^2. Inverted as {@code h / (h^2 + NSR)} (Wiener), so
 * that the zeros of h do no harm; the noise-to-signal ratio NSR(f) is found in the image itself (see
 * {@link NoiseToSignal}), or given.
 * <p>
 * The equation is the linear part only. What is left of the image, as Fresnel propagation of the thickness shows, is
 * taken off the image before the next inversion, some times over: a sample of half a radian is no longer weak. This ends
 * early when the difference between image and propagation does not get smaller.
 * <p>
 * Deviations from the 2020 suite, on purpose: no amplification by clipped signs at the zeros; beta may be 0; the image is
 * continued smoothly beyond its rim and holes; corrections.
 * <p>
 * Uses all cores, with the same result on every run; stops within some Fourier transforms when cancelled.
 *
 * @param geometry      equivalent experiment with a plane wave
 * @param material      delta and beta
 * @param noiseToSignal ratio of noise to signal power at full contrast for all frequencies, &gt; 0 (0.01 means that
 *                      transfers below a tenth count less and less); empty: found in the image
 * @param corrections   how often the nonlinear part is corrected for at most, 0 or more; 0 is the plain method
 * @param medianToZero  whether the median of the thickness becomes 0; if not, the mean is that which the image's mean
 *                      gives by absorption, or 0 when beta is 0
 */
public record CtfThickness(PlaneWaveGeometry geometry, Material material, OptionalDouble noiseToSignal, int corrections,
		boolean medianToZero) {
	static final String WORK = "calculate_sample_thickness";

	/** Corrections that are enough for samples of up to about a radian. */
	public static final int DEFAULT_CORRECTIONS = 3;

	/** Checks the ranges. */
	public CtfThickness {
		if (noiseToSignal.isPresent()
				&& !(noiseToSignal.getAsDouble() > 0 && noiseToSignal.getAsDouble() < Double.POSITIVE_INFINITY))
			throw new InvalidDataException("calculate_sample_thickness: the noise-to-signal ratio of the CTF method is "
					+ noiseToSignal.getAsDouble() + ", but must be positive");
		if (corrections < 0)
			throw new InvalidDataException("calculate_sample_thickness: " + corrections
					+ " corrections of the CTF method, but must be 0 or more");
	}

	/**
	 * @param reference reference image, about 1 where the sample is empty; NaN and negative values count as missing
	 * @param region    where the thickness and its median are wanted; what is around it is used all the same
	 * @param monitor   for cancelling
	 * @return thickness and how it came about
	 * @throws InvalidDataException when there are hardly any values, the region is not inside the image, or the image is
	 *                              too small to find the noise-to-signal ratio in
	 * @throws CancelledException   when cancelled
	 */
	public CtfResult apply(Image reference, Roi region, IMonitor monitor) {
		PaddedContrast padded = Reach.of(geometry, material).pad(reference, region);
		Fourier fourier = new Fourier(padded.rows(), padded.columns(), geometry);
		CancelledException.check(monitor, WORK);
		NoiseToSignal ratio = noiseToSignal.isPresent() ? constant(noiseToSignal.getAsDouble())
				: NoiseFit.fit(padded, geometry, fourier, this::transfer);
		CancelledException.check(monitor, WORK);
		double[] thickness = invert(fourier, ratio, fourier.forward(padded.contrast()));
		CancelledException.check(monitor, WORK);
		double[] residual = residual(padded, fourier, thickness);
		double[] unexplained = new double[corrections + 1];
		unexplained[0] = rms(padded, residual);
		int done = 0;
		while (done < corrections) {
			CancelledException.check(monitor, WORK);
			double[] next = corrected(fourier, ratio, thickness, residual);
			CancelledException.check(monitor, WORK);
			residual = residual(padded, fourier, next);
			double rms = rms(padded, residual);
			if (!(rms < unexplained[done]))
				break;
			thickness = next;
			unexplained[++done] = rms;
		}
		CancelledException.check(monitor, WORK);
		double mean = material.beta() > 0 ? -Math.log(padded.mean()) / (2 * wavenumber() * material.beta()) : 0;
		for (int p = 0; p < thickness.length; p++)
			thickness[p] += mean;
		return new CtfResult(padded.cut(thickness, region, medianToZero), ratio, Arrays.copyOf(unexplained, done + 1));
	}

	private NoiseToSignal constant(double ratio) {
		double nyquist = 0.5 / Math.max(geometry.dss(), geometry.dfs());
		return new NoiseToSignal(ratio, 0, nyquist, nyquist);
	}

	private double wavenumber() {
		return 2 * Math.PI / geometry.wavelength();
	}

	/** chi over the squared frequency. */
	private double chi() {
		return Math.PI * geometry.wavelength() * geometry.effectiveDistance();
	}

	private double transfer(double squaredFrequency) {
		double chi = chi() * squaredFrequency;
		return Math.sin(chi) + material.beta() / material.delta() * Math.cos(chi);
	}

	/** Thickness of the linear equation; the spectrum is overwritten. */
	private double[] invert(Fourier fourier, NoiseToSignal ratio, double[] spectrum) {
		double scale = -1 / (2 * wavenumber() * material.delta());
		fourier.multiply(spectrum, f2 -> {
			double h = transfer(f2);
			return scale * h / (h * h + ratio.at(f2));
		});
		return fourier.inverseReal(spectrum);
	}

	/** Inverts the image less what the linear equation leaves out: the residual and the linear image of the thickness. */
	private double[] corrected(Fourier fourier, NoiseToSignal ratio, double[] thickness, double[] residual) {
		double scale = -2 * wavenumber() * material.delta();
		double[] linear = fourier.forward(thickness);
		fourier.multiply(linear, f2 -> scale * transfer(f2));
		double[] spectrum = fourier.forward(residual);
		for (int p = 0; p < spectrum.length; p++)
			spectrum[p] += linear[p];
		return invert(fourier, ratio, spectrum);
	}

	/** Contrast that was measured less the one of the propagated wave; 0 where nothing was measured. */
	private double[] residual(PaddedContrast padded, Fourier fourier, double[] thickness) {
		double[] wave = new double[2 * thickness.length];
		for (int p = 0; p < thickness.length; p++) {
			double modulus = Math.exp(-wavenumber() * material.beta() * thickness[p]);
			double phase = -wavenumber() * material.delta() * thickness[p];
			wave[2 * p] = modulus * Math.cos(phase);
			wave[2 * p + 1] = modulus * Math.sin(phase);
		}
		fourier.forwardInPlace(wave);
		fourier.turn(wave, chi());
		fourier.inverseInPlace(wave);
		double[] residual = new double[thickness.length];
		double sum = 0;
		int count = 0;
		for (int p = 0; p < residual.length; p++)
			if (padded.known()[p]) {
				residual[p] = wave[2 * p] * wave[2 * p] + wave[2 * p + 1] * wave[2 * p + 1];
				sum += residual[p];
				count++;
			}
		double mean = sum / count;
		for (int p = 0; p < residual.length; p++)
			if (padded.known()[p])
				residual[p] = padded.contrast()[p] + 1 - residual[p] / mean;
		return residual;
	}

	private static double rms(PaddedContrast padded, double[] residual) {
		double squares = 0;
		int count = 0;
		for (int p = 0; p < residual.length; p++)
			if (padded.known()[p]) {
				squares += residual[p] * residual[p];
				count++;
			}
		return Math.sqrt(squares / count);
	}
}
