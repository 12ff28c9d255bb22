// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.numerics.FastLength;
import org.pxst.core.scan.Geometry;

/**
 * focus_profile (paper, section 5.2): takes the wave on the detector, {@code sqrt(W) exp(i (pi x^2 / (lambda z) + Phi))},
 * back to planes around the focus, and finds the best one.
 * <p>
 * The plane at zeta from the nominal focus (positive downstream) holds
 * {@code F[ sqrt(W) exp(i Phi) exp(-i pi x^2 zeta / (lambda z (z - zeta))) ]} on the scale lambda (z - zeta) a cycle per
 * metre. A wave that comes from a point at zeta has Phi = pi x^2 zeta / (lambda z (z - zeta)) and is sharp there. The
 * pupil is padded with zeros, not interpolated. The profiles along an axis, summed over the other, need one transform a
 * plane (see the package's MutualIntensity). The best focus is the plane with the largest peak intensity: the plane with
 * the largest product of both profiles' peaks, which is the same when the wave is a product of one for each axis, and
 * then uphill from there.
 * <p>
 * Deviations from the 2020 suite, on purpose: zero padding instead of interpolation, which made the field of view larger
 * and not the voxel smaller; voxel sizes that are those of the samples; planes for which the detector's pixels are too
 * coarse hold NaN instead of light in the wrong place.
 * <p>
 * Uses all cores, with the same result on every run.
 *
 * @param geometry  detector and light
 * @param defocus   focus to sample in m; counts only where the distance is from the sample
 * @param planes    where the profiles are wanted
 * @param subsample how much finer the samples are than lambda z / (M p), 1 or more: the pupil is padded to this many times
 *                  its extent, or a little more
 */
public record FocusProfile(Geometry geometry, double defocus, FocusPlanes planes, int subsample) {
	/** Planes with a larger part of the light in the wrong place are left out. */
	public static final double MOST_ALIASED = 0.01;
	/** Padding for the search of the peak: a sample at most a quarter of its width away. */
	private static final int SEARCH_SUBSAMPLE = 2;
	/** How far to look for usable planes, in units of the distance at which a perfect beam fills the field of view. */
	private static final double SEARCH_RANGE = 2;
	private static final int SEARCH_PLANES = 2001;

	/** Checks the ranges. Throws {@link InvalidDataException}. */
	public FocusProfile {
		if (subsample < 1)
			throw new InvalidDataException("focus_profile: subsamples is " + subsample + "; give 1 or more");
		requireBeforeDetector(planes, geometry, defocus);
	}

	/**
	 * The range of planes that the detector's pixels are fine enough for: about as far as the beam is no wider than the
	 * field of view, lambda z / pixel.
	 *
	 * @param geometry   detector and light
	 * @param defocus    focus to sample in m; counts only where the distance is from the sample
	 * @param whitefield as for {@link #apply}
	 * @param phase      as for {@link #apply}
	 * @param count      number of planes, 1 or more
	 * @return planes across that range
	 * @throws InvalidDataException when no pixel has light and phase, or the phase is too steep for the pixels everywhere
	 */
	public static FocusPlanes wellSampled(Geometry geometry, double defocus, Image whitefield, double[] phase, int count) {
		Pupil pupil = Pupil.of(whitefield, phase);
		Optics optics = Optics.of(geometry, defocus);
		double limit = Math.min(optics.beamFillsFieldOfView(Axis.SS, pupil.litLength(Axis.SS)),
				optics.beamFillsFieldOfView(Axis.FS, pupil.litLength(Axis.FS)));
		FocusPlanes tried = new FocusPlanes(-SEARCH_RANGE * limit, SEARCH_RANGE * limit, SEARCH_PLANES);
		PlaneSearch usable = usable(tried, new PhaseSteps(pupil, optics).aliased(tried), optics);
		return new FocusPlanes(usable.lowest(), usable.highest(), count);
	}

	/**
	 * @param whitefield shape (M, L); values that are not positive count as dark
	 * @param phase      Phi in rad, flat (ss, fs), NaN where there is none
	 * @param monitor    for cancelling
	 * @return caustics, widths and best focus
	 * @throws InvalidDataException when no pixel has light and phase, or the pixels are too coarse for all planes
	 * @throws CancelledException   when cancelled
	 */
	public Focus apply(Image whitefield, double[] phase, IMonitor monitor) {
		Pupil pupil = Pupil.of(whitefield, phase);
		Optics optics = Optics.of(geometry, defocus);
		double[] aliased = new PhaseSteps(pupil, optics).aliased(planes);
		PlaneSearch search = usable(planes, aliased, optics);
		boolean[] usable = new boolean[aliased.length];
		for (int k = 0; k < usable.length; k++)
			usable[k] = aliased[k] <= MOST_ALIASED;
		AxisCaustic ss = new AxisCaustic(pupil, optics, Axis.SS, samples(pupil, Axis.SS, subsample), monitor);
		AxisCaustic fs = new AxisCaustic(pupil, optics, Axis.FS, samples(pupil, Axis.FS, subsample), monitor);
		AxisCaustic.Profiles profilesSs = ss.profiles(planes, usable, monitor);
		AxisCaustic.Profiles profilesFs = fs.profiles(planes, usable, monitor);
		double[] product = new double[aliased.length];
		for (int k = 0; k < product.length; k++)
			product[k] = profilesSs.heights()[k] * profilesFs.heights()[k];
		double start = search.largest(product, zeta -> ss.peak(zeta).height() * fs.peak(zeta).height(),
				Math.min(ss.depth(), fs.depth()), monitor);
		return new Focus(planes, caustic(ss, profilesSs, search, monitor), caustic(fs, profilesFs, search, monitor),
				aliased, best(pupil, optics, ss, fs, search, start, monitor));
	}

	/**
	 * Intensity in one plane.
	 *
	 * @param whitefield as for {@link #apply}
	 * @param phase      as for {@link #apply}
	 * @param position   of the plane, m from the nominal focus, before the detector
	 * @param rows       samples around the optical axis along the slow scan axis; cut to the field of view
	 * @param columns    samples around the optical axis along the fast scan axis; cut to the field of view
	 * @param monitor    for cancelling
	 * @return light per sample, with the caustics' voxels; the optical axis is at (rows / 2, columns / 2)
	 * @throws InvalidDataException when no pixel has light and phase, the plane is not before the detector, or the pixels
	 *                              are too coarse for it
	 * @throws CancelledException   when cancelled
	 */
	public Image intensity(Image whitefield, double[] phase, double position, int rows, int columns, IMonitor monitor) {
		Pupil pupil = Pupil.of(whitefield, phase);
		FocusPlanes plane = new FocusPlanes(position, position, 1);
		requireBeforeDetector(plane, geometry, defocus);
		Optics optics = Optics.of(geometry, defocus);
		usable(plane, new PhaseSteps(pupil, optics).aliased(plane), optics);
		int samplesSs = samples(pupil, Axis.SS, subsample);
		int samplesFs = samples(pupil, Axis.FS, subsample);
		return new FocalWave(pupil, optics).intensity(position, samplesSs, samplesFs, Math.min(rows, samplesSs),
				Math.min(columns, samplesFs), monitor);
	}

	private static void requireBeforeDetector(FocusPlanes planes, Geometry geometry, double defocus) {
		double last = planes.position(planes.count() - 1);
		if (!(last < geometry.focusToDetector(defocus)))
			throw new InvalidDataException("focus_profile: the planes reach " + last
					+ " m, which is not before the detector at " + geometry.focusToDetector(defocus) + " m; give a smaller range zs");
	}

	/** From the first to the last plane that is sampled finely enough. */
	private static PlaneSearch usable(FocusPlanes planes, double[] aliased, Optics optics) {
		int first = 0;
		while (first < aliased.length && aliased[first] > MOST_ALIASED)
			first++;
		int last = aliased.length - 1;
		while (last > first && aliased[last] > MOST_ALIASED)
			last--;
		if (first == aliased.length)
			throw new InvalidDataException("focus_profile: in all planes from " + planes.start() + " m to " + planes.stop()
					+ " m the beam is wider than the field of view of " + optics.fieldOfView(Axis.SS, 0) + " m x "
					+ optics.fieldOfView(Axis.FS, 0) + " m that the detector's pixels give; choose planes nearer to the focus");
		return new PlaneSearch(planes, first, last);
	}

	/** Padded extent. */
	private static int samples(Pupil pupil, Axis axis, int factor) {
		return FastLength.atLeast(Math.multiplyExact(pupil.length(axis), factor));
	}

	private Caustic caustic(AxisCaustic axis, AxisCaustic.Profiles profiles, PlaneSearch search, IMonitor monitor) {
		double best = search.largest(profiles.heights(), zeta -> axis.peak(zeta).height(), axis.depth(), monitor);
		return new Caustic(planes.count(), axis.samples(), axis.voxel(), profiles.intensity(), profiles.fwhm(), best,
				axis.width(axis.peak(best), best));
	}

	private static BestFocus best(Pupil pupil, Optics optics, AxisCaustic ss, AxisCaustic fs, PlaneSearch search,
			double start, IMonitor monitor) {
		FocalWave wave = new FocalWave(pupil, optics);
		int rows = samples(pupil, Axis.SS, SEARCH_SUBSAMPLE);
		int columns = samples(pupil, Axis.FS, SEARCH_SUBSAMPLE);
		float[] plane = wave.intensity(start, rows, columns, rows, columns, monitor).values();
		int highest = 0;
		for (int p = 1; p < plane.length; p++)
			if (plane[p] > plane[highest])
				highest = p;
		double[] from = { start, (double) (highest / columns - rows / 2) / rows,
				(double) (highest % columns - columns / 2) / columns };
		double depth = Math.min(ss.depth(), fs.depth());
		FocalPeak peak = FocalPeak.climb(wave, search, from, new double[] { depth, 0.5 / rows, 0.5 / columns }, monitor);
		double position = peak.position();
		return new BestFocus(position, peak.s() * optics.fieldOfView(Axis.SS, position),
				peak.t() * optics.fieldOfView(Axis.FS, position), ss.width(wave.cutAlongSs(position, peak.t()), position),
				fs.width(wave.cutAlongFs(position, peak.s()), position), ss.width(ss.peak(position), position),
				fs.width(fs.peak(position), position), peak.intensity() / (pupil.modulus() * pupil.modulus()),
				search.isInside(position, depth));
	}
}
