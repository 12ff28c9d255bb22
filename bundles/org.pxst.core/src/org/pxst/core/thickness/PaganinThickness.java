// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.thickness;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;

/**
 * calculate_sample_thickness by the transport of intensity, for one material (Paganin et al., J. Microsc. 206 (2002) 33,
 * equation 12): {@code T = -ln( F^-1[ F[I] / (1 + 4 pi^2 (delta ze / mu) f^2) ] ) / mu} with mu = 4 pi beta / lambda and f
 * in cycles a metre. Absorption counts in full, diffraction to first order: details finer than the first Fresnel zone,
 * sqrt(lambda ze), come out blurred.
 * <p>
 * Deviations from the 2020 suite, on purpose: the 4 pi^2 and the 1 are there; the image is continued smoothly beyond its
 * rim; where the filtered image is not positive there is no value, instead of none anywhere.
 * <p>
 * Uses all cores, with the same result on every run; stops within one Fourier transform when cancelled.
 *
 * @param geometry       equivalent experiment with a plane wave
 * @param material       delta and beta, both &gt; 0
 * @param regularisation ratio of noise to signal power for an object without diffraction, 0 or more. The filter
 *                       {@code 1 / h} becomes {@code h / (h^2 + regularisation)}, except for the mean. 0 is Paganin's
 * @param medianToZero   whether the median of the thickness becomes 0
 */
public record PaganinThickness(PlaneWaveGeometry geometry, Material material, double regularisation,
		boolean medianToZero) {
	/** Checks the ranges. */
	public PaganinThickness {
		if (!(material.beta() > 0))
			throw new InvalidDataException(
					"calculate_sample_thickness: Paganin's method needs a positive beta; give one, or use the CTF method");
		if (!(regularisation >= 0) || Double.isInfinite(regularisation))
			throw new InvalidDataException("calculate_sample_thickness: the regularisation of Paganin's method is "
					+ regularisation + ", but must be 0 or more");
	}

	/**
	 * @param reference reference image, about 1 where the sample is empty; NaN and negative values count as missing
	 * @param region    where the thickness and its median are wanted; what is around it is used all the same
	 * @param monitor   for cancelling
	 * @return thickness in m, shape of the reference image; NaN where that has no value, outside the region and where the
	 *         filtered image is not positive
	 * @throws InvalidDataException when there are hardly any values or the region is not inside the image
	 * @throws CancelledException   when cancelled
	 */
	public Image apply(Image reference, Roi region, IMonitor monitor) {
		PaddedContrast padded = Reach.of(geometry, material).pad(reference, region);
		Fourier fourier = new Fourier(padded.rows(), padded.columns(), geometry);
		double mu = 4 * Math.PI * material.beta() / geometry.wavelength();
		double blur = 4 * Math.PI * Math.PI * material.delta() * geometry.effectiveDistance() / mu;
		CancelledException.check(monitor, CtfThickness.WORK);
		double[] spectrum = fourier.forward(padded.contrast());
		CancelledException.check(monitor, CtfThickness.WORK);
		fourier.multiply(spectrum, f2 -> {
			double h = 1 + blur * f2;
			return f2 == 0 ? 1 : h / (h * h + regularisation);
		});
		double[] thickness = fourier.inverseReal(spectrum);
		CancelledException.check(monitor, CtfThickness.WORK);
		for (int p = 0; p < thickness.length; p++) {
			double transmission = padded.mean() * (1 + thickness[p]);
			thickness[p] = transmission > 0 ? -Math.log(transmission) / mu : Double.NaN;
		}
		return padded.cut(thickness, region, medianToZero);
	}
}
