// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Arrays;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;
import org.slf4j.LoggerFactory;

/**
 * What fit_thon_rings wrote.
 *
 * @param power        power spectrum of the contrast
 * @param flattened    its logarithm without the background, NaN outside the range of the fit
 * @param fitted       the same of the fitted rings
 * @param profile      radii in cycles per m on the detector, mean of {@code flattened} over each ellipse, and the same of
 *                     {@code fitted}; empty arrays when the file has none
 * @param count        number of rings in the range of the fit
 * @param significance of the rings; NaN when the file does not say
 * @param uncertainty  relative, of the defoci; NaN when the file does not say
 * @param bd           beta / delta of the sample
 * @param oblique      off-diagonal element of the matrix of defoci, m
 * @param rings        where the rings are; empty when the image of the fit does not say
 * @param geometry     of the scan; empty when the file does not tell it
 * @param stored       defoci that the file has now, maybe of another step; NaN for missing ones
 */
record ThonData(Spectrum power, Spectrum flattened, Spectrum fitted, double[][] profile, double count, double significance,
		double uncertainty, double bd, double oblique, Optional<Rings> rings, Optional<Geometry> geometry, Defocus stored) {

	/**
	 * Reads it; for a background thread.
	 *
	 * @throws MissingContentException when fit_thon_rings did not run
	 * @throws InvalidDataException    when the data sets do not fit together
	 */
	static ThonData read(ScanReader reader) {
		if (!reader.has("thon_display") || !reader.has("thon_step"))
			throw new MissingContentException("power spectrum with Thon rings", "Run fit_thon_rings");
		int[] shape = reader.shape("thon_display");
		double[] step = reader.doubles("thon_step");
		if (shape.length != 3 || shape[0] != 2 || shape[1] < 1 || shape[2] < 1 || step.length != 2 || !(step[0] > 0) || !(step[1] > 0))
			throw new InvalidDataException(
					"thon_display or thon_step is not what fit_thon_rings writes; run fit_thon_rings again");
		float[] both = reader.floats("thon_display");
		int pixels = shape[1] * shape[2];
		Spectrum flattened = new Spectrum(shape[1], shape[2], step[0], step[1], Arrays.copyOf(both, pixels));
		Spectrum fitted = flattened.with(Arrays.copyOfRange(both, pixels, 2 * pixels));
		Spectrum power = flattened.with(power(reader, pixels).orElse(flattened.values()));
		double bd = number(reader, "bd");
		double count = number(reader, "thon_rings");
		double high = second(reader, "thon_rad_range") / power.pixel();
		return new ThonData(power, flattened, fitted, profile(reader, power.pixel()), count, number(reader, "thon_significance"),
				number(reader, "thon_uncertainty"), bd, number(reader, "thon_oblique_astigmatism"),
				RingFit.of(fitted, count, high, 2 * Math.atan(bd)), geometry(reader),
				new Defocus(number(reader, "defocus_ss"), number(reader, "defocus_fs")));
	}

	/** The defoci that the rings belong to. */
	Optional<Defocus> defocus() {
		return rings.flatMap(r -> geometry.flatMap(r::defocus));
	}

	private static Optional<float[]> power(ScanReader reader, int pixels) {
		return reader.has("thon") ? Optional.of(reader.floats("thon")).filter(v -> v.length == pixels) : Optional.empty();
	}

	private static double[][] profile(ScanReader reader, double pixel) {
		int[] shape = reader.has("thon_fit") ? reader.shape("thon_fit") : new int[0];
		if (shape.length != 2 || shape[0] != 3)
			return new double[3][0];
		double[] values = reader.doubles("thon_fit");
		double[][] profile = new double[3][shape[1]];
		for (int k = 0; k < values.length; k++)
			profile[k / shape[1]][k % shape[1]] = k < shape[1] ? values[k] / pixel : values[k];
		return profile;
	}

	private static double number(ScanReader reader, String path) {
		double[] values = reader.has(path) ? reader.doubles(path) : new double[0];
		return values.length == 1 ? values[0] : Double.NaN;
	}

	private static double second(ScanReader reader, String path) {
		double[] values = reader.has(path) ? reader.doubles(path) : new double[0];
		return values.length == 2 ? values[1] : Double.NaN;
	}

	/** Rings can be looked at without it. */
	private static Optional<Geometry> geometry(ScanReader reader) {
		try {
			return Optional.of(reader.cxi().scan().geometry());
		} catch (InvalidDataException e) {
			LoggerFactory.getLogger(ThonData.class).debug("no defocus of the rings without the scan's geometry", e);
			return Optional.empty();
		}
	}
}
