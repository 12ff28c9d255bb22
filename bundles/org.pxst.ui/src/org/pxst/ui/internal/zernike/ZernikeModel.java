// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.GeometricFit;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Roi;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.core.zernike.ZernikeBasis;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.internal.phase.PhaseFigures;

/**
 * A phase as a sum of Zernike polynomials, for other choices of what is taken off before the fit and of the terms in the sum.
 * Does what {@link org.pxst.core.zernike.FitZernike} does, on the basis that is kept: all pixels of the pupil count the same.
 * Arrays are flat (ss, fs) and have the shape of the frame. Immutable.
 */
public final class ZernikeModel {
	private static final GeometricAberrations NOTHING = new GeometricAberrations(0, 0, 0, 0, 0, 0);

	private final ZernikeBasis basis;
	private final PupilPlane frame;
	private final PupilPlane plane;
	private final double[] phase;
	private final GeometricAberrations removed;
	private final PhaseRemoval asComputed;
	private final double[] stored;
	private final List<String> names;
	private final double[] pupil;
	private final Roi part;

	/**
	 * @param basis      the polynomials
	 * @param frame      the detector with the origin in the middle of the frame, for the axes of images
	 * @param phase      after the removal, rad; finite on all pixels of the basis
	 * @param removed    what was taken off, about the centre of the domain
	 * @param asComputed which low orders these are
	 * @param stored     coefficients in the file, rad, as many as the basis has polynomials
	 * @param names      of the terms
	 */
	ZernikeModel(ZernikeBasis basis, PupilPlane frame, double[] phase, GeometricAberrations removed, PhaseRemoval asComputed,
			double[] stored, List<String> names) {
		this.basis = basis;
		this.frame = frame;
		PupilDomain domain = basis.domain();
		plane = new PupilPlane(frame.rows(), frame.columns(), frame.pixelSizeSs(), frame.pixelSizeFs(), domain.centreSs(),
				domain.centreFs(), frame.wavelength(), frame.distance());
		this.phase = phase;
		this.removed = removed;
		this.asComputed = asComputed;
		this.stored = stored;
		this.names = List.copyOf(names);
		pupil = new double[phase.length];
		Arrays.setAll(pupil, p -> basis.pixels().good()[p] ? 1 : 0);
		part = part();
	}

	private Roi part() {
		int rows = frame.rows();
		int columns = frame.columns();
		int[] known = IntStream.range(0, rows * columns).filter(p -> pupil[p] > 0).toArray();
		int fs0 = Arrays.stream(known).map(p -> p % columns).min().orElse(0);
		int fs1 = Arrays.stream(known).map(p -> p % columns).max().orElse(columns - 1);
		return new Roi(known[0] / columns, known[known.length - 1] / columns + 1, fs0, fs1 + 1);
	}

	/** What was taken off in the file. */
	public PhaseRemoval asComputed() {
		return asComputed;
	}

	/** Number of polynomials. */
	public int orders() {
		return stored.length;
	}

	/** Names of the terms, j = 1 .. orders. */
	public List<String> names() {
		return names;
	}

	/** m. */
	public double wavelength() {
		return frame.wavelength();
	}

	/** The smallest part of the frame with all of the pupil: what images show. */
	public Roi shown() {
		return part;
	}

	/** The pupil. */
	public PupilDomain domain() {
		return basis.domain();
	}

	/**
	 * Coefficients and image.
	 *
	 * @throws CancelledException when the monitor asks for it
	 */
	public ZernikeResult make(ZernikeSettings settings, IMonitor monitor) {
		boolean isStored = settings.removal().equals(asComputed);
		double[] rest = isStored ? phase : without(settings.removal());
		check(monitor);
		double[] coefficients = isStored ? stored : basis.fit(rest);
		check(monitor);
		double[] ticked = coefficients.clone();
		settings.leftOut().stream().filter(j -> j <= ticked.length).forEach(j -> ticked[j - 1] = 0);
		double[] sum = basis.values(ticked);
		check(monitor);
		double[] residual = new double[sum.length];
		Arrays.setAll(residual, p -> rest[p] - sum[p]);
		double[] image = switch (settings.image()) {
		case SUM -> sum;
		case PHASE -> rest;
		case RESIDUAL -> residual;
		};
		return new ZernikeResult(settings, coefficients, picture(settings, image), rms(rest), rms(sum), rms(residual));
	}

	private double rms(double[] values) {
		double[] inside = new double[values.length];
		Arrays.setAll(inside, p -> pupil[p] > 0 ? values[p] : Double.NaN);
		return PhaseFigures.of(inside, pupil).rms();
	}

	/** The phase with what was taken off in the file, and without something else. */
	private double[] without(PhaseRemoval removal) {
		double[] full = changed(phase, removed, 1);
		return changed(full, new GeometricFit(plane, pupil, removal).fit(full), -1);
	}

	private double[] changed(double[] values, GeometricAberrations by, int sign) {
		double[] sum = new double[values.length];
		if (by.equals(NOTHING))
			return values;
		int columns = frame.columns();
		IntStream.range(0, frame.rows()).parallel().forEach(i -> {
			for (int j = 0; j < columns; j++) {
				int p = i * columns + j;
				sum[p] = pupil[p] > 0 ? values[p] + sign * by.phase(plane, i, j) : Double.NaN;
			}
		});
		return sum;
	}

	private Picture picture(ZernikeSettings settings, double[] image) {
		double perRad = settings.unit().perRad(frame.wavelength());
		float[] values = new float[part.rows() * part.columns()];
		for (int i = 0; i < part.rows(); i++)
			for (int j = 0; j < part.columns(); j++) {
				int p = (part.ss0() + i) * frame.columns() + part.fs0() + j;
				values[i * part.columns() + j] = pupil[p] > 0 ? (float) (image[p] * perRad) : Float.NaN;
			}
		return new Picture(settings.image().title(), part.rows(), part.columns(), values, settings.axes().ss(frame, part),
				settings.axes().fs(frame, part), settings.image().label(), settings.unit().symbol(), Colours.SIGNED);
	}

	private static void check(IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException("zernike");
	}
}
