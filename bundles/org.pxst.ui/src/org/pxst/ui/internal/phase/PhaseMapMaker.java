// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.phase.GeometricAberrations;
import org.pxst.core.phase.GeometricFit;
import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.session.MissingContentException;

/**
 * Takes low orders off a wavefront, or puts them back, as calculate_phase does: least squares of all of them together,
 * weighted with the whitefield. Phase and ray angles of what is left follow from the closed form of the low orders (
 * {@link GeometricAberrations}), so that with the removal of the file they are what is in the file.
 *
 * @param data the wavefront
 */
public record PhaseMapMaker(PhaseData data) {
	/** Lines of finer images follow the noise and take long to draw. */
	private static final int CONTOUR_PIXELS = 320;
	private static final double URAD_PER_RAD = 1e6;
	private static final GeometricAberrations NOTHING = new GeometricAberrations(0, 0, 0, 0, 0, 0);

	/**
	 * Makes an image.
	 *
	 * @param monitor for cancelling
	 * @throws MissingContentException when there are no ray angles, and they are asked for
	 * @throws CancelledException      when the monitor asks for it
	 */
	public PhaseMap make(PhaseSettings settings, IMonitor monitor) {
		PupilPlane plane = data.plane();
		GeometricAberrations before = data.removed().orElse(NOTHING);
		GeometricAberrations removed = removed(settings);
		check(monitor);
		double[] values = settings.quantity() == PhaseQuantity.PHASE
				? changed(data.phase(), (i, j) -> before.phase(plane, i, j) - removed.phase(plane, i, j), removed != before)
				: angle(settings.quantity(), before, removed);
		check(monitor);
		double[] inside = cut(values, data.shown());
		PhaseFigures figures = PhaseFigures.of(inside, cut(data.whitefield(), null));
		double perUnit = settings.quantity() == PhaseQuantity.PHASE ? settings.unit().perRad(plane.wavelength())
				: URAD_PER_RAD;
		return new PhaseMap(settings, picture(settings, inside, perUnit), figures,
				contours(settings, values, perUnit, monitor), removed);
	}

	/** Low orders that are off what is shown. */
	private GeometricAberrations removed(PhaseSettings settings) {
		GeometricAberrations before = data.removed().orElse(NOTHING);
		if (settings.removal().equals(data.asComputed()))
			return before;
		PupilPlane plane = data.plane();
		double[] full = changed(data.phase(), (i, j) -> before.phase(plane, i, j), true);
		GeometricAberrations fit = new GeometricFit(plane, data.weights(), settings.removal()).fit(full);
		return settings.removal().piston() ? fit
				: new GeometricAberrations(0, fit.tiltSs(), fit.tiltFs(), fit.defocus(), fit.astigmatism(),
						fit.obliqueAstigmatism());
	}

	private double[] angle(PhaseQuantity quantity, GeometricAberrations before, GeometricAberrations removed) {
		PupilPlane plane = data.plane();
		double[][] angles = (quantity.ofMap() ? data.mapAngles() : data.angles())
				.orElseThrow(() -> new MissingContentException("ray angle", "Run calculate_phase"));
		boolean changes = removed != before;
		if (!quantity.isSize())
			return quantity.alongSs()
					? changed(angles[0], (i, j) -> before.angleSs(plane, i, j) - removed.angleSs(plane, i, j), changes)
					: changed(angles[1], (i, j) -> before.angleFs(plane, i, j) - removed.angleFs(plane, i, j), changes);
		double[] ss = changed(angles[0], (i, j) -> before.angleSs(plane, i, j) - removed.angleSs(plane, i, j), changes);
		double[] fs = changed(angles[1], (i, j) -> before.angleFs(plane, i, j) - removed.angleFs(plane, i, j), changes);
		Arrays.setAll(ss, p -> Math.hypot(ss[p], fs[p]));
		return ss;
	}

	/** Something at a pixel. */
	private interface Change {
		double at(int i, int j);
	}

	private double[] changed(double[] values, Change change, boolean changes) {
		double[] sum = values.clone();
		int columns = data.plane().columns();
		if (changes)
			IntStream.range(0, data.plane().rows()).parallel().forEach(i -> {
				for (int j = 0; j < columns; j++)
					sum[i * columns + j] += change.at(i, j);
			});
		return sum;
	}

	/** The part of the frame that is shown, NaN where there is to be nothing. */
	private double[] cut(double[] frame, boolean[] keep) {
		Roi part = data.part();
		double[] values = new double[part.rows() * part.columns()];
		for (int i = 0; i < part.rows(); i++)
			for (int j = 0; j < part.columns(); j++) {
				int p = (part.ss0() + i) * data.plane().columns() + part.fs0() + j;
				values[i * part.columns() + j] = keep == null || keep[p] ? frame[p] : Double.NaN;
			}
		return values;
	}

	private Picture picture(PhaseSettings settings, double[] inside, double perUnit) {
		float[] values = new float[inside.length];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) ((settings.isWrapped() ? Math.IEEEremainder(inside[p], 2 * Math.PI) : inside[p]) * perUnit);
		PhaseQuantity quantity = settings.quantity();
		Colours colours = settings.isWrapped() ? Colours.CYCLIC : quantity.isSize() ? Colours.SEQUENTIAL : Colours.SIGNED;
		Roi part = data.part();
		return new Picture(quantity.title(), part.rows(), part.columns(), values, settings.axes().ss(data.plane(), part),
				settings.axes().fs(data.plane(), part), settings.isWrapped() ? "wrapped phase" : quantity.label(),
				unit(settings), colours);
	}

	/** Unit of the values of an image. */
	static String unit(PhaseSettings settings) {
		return settings.quantity() == PhaseQuantity.PHASE ? settings.unit().symbol() : "\u00b5rad";
	}

	/** Of all pixels in the part, also bad ones, whose pixel map is filled, so that a dead pixel makes no hole. */
	private List<ContourLine> contours(PhaseSettings settings, double[] values, double perUnit, IMonitor monitor) {
		if (Double.isNaN(settings.contours()))
			return List.of();
		double[] part = cut(values, null);
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (int p = 0; p < part.length; p++) {
			part[p] *= perUnit;
			if (Double.isFinite(part[p])) {
				low = Math.min(low, part[p]);
				high = Math.max(high, part[p]);
			} else
				part[p] = Double.NaN;
		}
		check(monitor);
		return Contours.coarse(data.part().rows(), data.part().columns(), part, CONTOUR_PIXELS)
				.at(ContourLevels.between(low, high, settings.contours()), monitor);
	}

	private static void check(IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException("phase");
	}
}
