// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.GeometricFit;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Mask;

/**
 * zernike: the low orders of a phase as lengths and angles, and its Zernike coefficients without those that are to be
 * removed. All pixels of the pupil count the same.
 * <p>
 * Deviations from the 2020 suite, on purpose: the mask holds for the coefficients too; the low orders are fitted together;
 * pixels need not be square; coefficients are normalised to the area of the pupil (see {@link ZernikeBasis}). Uses all cores,
 * with the same result on every run.
 *
 * @param domain     circle or rectangle
 * @param wavelength m
 * @param distance   focus to detector z, m
 * @param orders     number of Zernike polynomials, 36 in the suite
 * @param removal    what is taken off before the coefficients are found
 */
public record FitZernike(PupilDomain domain, double wavelength, double distance, int orders, PhaseRemoval removal) {
	/** As many as in the suite, complete up to the seventh order. */
	public static final int STANDARD_ORDERS = 36;

	static final String WORK = "zernike";

	/** Checks that there is something to fit. */
	public FitZernike {
		if (orders < 1)
			throw new InvalidDataException("zernike with " + orders + " orders; there must be at least 1");
	}

	/**
	 * @param phase   rad, flat (ss, fs), the whole frame; pixels without a finite value are left out
	 * @param mask    good pixels
	 * @param monitor for cancelling
	 * @throws InvalidDataException when the pixels do not determine so many polynomials
	 * @throws CancelledException   when cancelled
	 */
	public ZernikeFit apply(double[] phase, Mask mask, IMonitor monitor) {
		if (phase.length != mask.good().length)
			throw new InvalidDataException("phase with " + phase.length + " values, but a mask of " + mask.rows() + " x "
					+ mask.columns() + "; both must have the shape of the frame");
		CancelledException.check(monitor, WORK);
		ZernikeBasis basis = new ZernikeBasis(domain, known(phase, mask), orders, monitor);
		CancelledException.check(monitor, WORK);
		PupilPlane plane = new PupilPlane(mask.rows(), mask.columns(), domain.pixelSizeSs(), domain.pixelSizeFs(),
				domain.centreSs(), domain.centreFs(), wavelength, distance);
		double[] weights = new double[phase.length];
		Arrays.setAll(weights, p -> basis.pixels().good()[p] ? 1 : 0);
		GeometricAberrations aberrations = new GeometricFit(plane, weights, PhaseRemoval.all()).fit(phase);
		GeometricAberrations removed = removal.equals(PhaseRemoval.all()) ? aberrations
				: new GeometricFit(plane, weights, removal).fit(phase);
		CancelledException.check(monitor, WORK);
		double[] rest = without(removed, phase, basis.pixels(), plane);
		double[] coefficients = basis.fit(rest);
		CancelledException.check(monitor, WORK);
		double[] fitted = basis.values(coefficients);
		double[] residual = new double[rest.length];
		Arrays.setAll(residual, p -> rest[p] - fitted[p]);
		return new ZernikeFit(basis, terms(coefficients, basis.onDisc(coefficients)), rest, plane, aberrations, removed,
				rms(rest), rms(fitted), rms(residual));
	}

	/** NaN outside the pupil. */
	private static double[] without(GeometricAberrations removed, double[] phase, Mask pupil, PupilPlane plane) {
		double[] rest = new double[phase.length];
		IntStream.range(0, pupil.rows()).parallel().forEach(i -> {
			for (int j = 0; j < pupil.columns(); j++) {
				int p = i * pupil.columns() + j;
				rest[p] = pupil.good()[p] ? phase[p] - removed.phase(plane, i, j) : Double.NaN;
			}
		});
		return rest;
	}

	private static Mask known(double[] phase, Mask mask) {
		boolean[] known = new boolean[phase.length];
		for (int p = 0; p < known.length; p++)
			known[p] = mask.good()[p] && Double.isFinite(phase[p]);
		return new Mask(mask.rows(), mask.columns(), known);
	}

	private static List<ZernikeTerm> terms(double[] coefficients, double[] onDisc) {
		List<ZernikeTerm> terms = new ArrayList<>();
		for (int k = 0; k < coefficients.length; k++)
			terms.add(new ZernikeTerm(NollIndex.of(k + 1), coefficients[k], onDisc[k]));
		return terms;
	}

	/** About the mean, over what is not NaN. */
	private static double rms(double[] values) {
		double sum = 0;
		int count = 0;
		for (double v : values)
			if (!Double.isNaN(v)) {
				sum += v;
				count++;
			}
		double mean = sum / count;
		double squares = 0;
		for (double v : values)
			if (!Double.isNaN(v))
				squares += (v - mean) * (v - mean);
		return Math.sqrt(squares / count);
	}
}
