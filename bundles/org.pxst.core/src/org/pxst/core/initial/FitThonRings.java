// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.ThonAreas.FrameSpectrum;
import org.pxst.core.scan.FrameReadAhead;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * fit_thon_rings (paper, section 4.1): finds the defoci of both axes from the rings that propagation leaves in the power
 * spectrum of the frames.
 * <p>
 * Behind a thin sample in a beam that diverges from two line foci, the spectrum of the contrast is that of the sample times
 * {@code (sin x + (beta / delta) cos x)^2}, {@code x = pi lambda z2 (M_ss q_ss^2 + M_fs q_fs^2)}, with q the frequency on
 * the detector, z2 the distance from sample to detector, and M = (R + z2) / R, R the distance from focus to sample (Fresnel
 * scaling theorem: frequency M q over the distance z2 / M). {@link Defocus} goes back from M to R.
 * <p>
 * The spectrum is averaged over frames and over overlapping sub-areas, with the mean frame (all that does not move) taken
 * off. Its logarithm is a smooth background plus rings, and both are fitted together: first a correlation with rings of all
 * scales along both axes, then least squares. Deviations from the 2020 suite, on purpose: axes are treated by their own
 * frequencies, so that neither sign of the astigmatism, nor frames or pixels that are not square, matter; spectra without
 * rings are refused.
 * <p>
 * Stateless; usable from several threads. Gives the same result on every run.
 */
public final class FitThonRings {
	/** Sub-areas in all frames after which more do not help. */
	private static final int ENOUGH_AREAS = 8000;
	private static final int LEAST_PIXELS = 200;
	private static final int SEARCH_DEGREE = 4;
	private static final int DEGREE = 5;
	private static final double LEAST_SIGNIFICANCE = 6;
	private static final double LARGEST_UNCERTAINTY = 0.15;
	/** Contrast that the first dark ring needs. */
	private static final double LEAST_DEPTH = 0.08;
	private static final double LEAST_RINGS = 1.4;
	/** Correlation of the data with the first two dark rings, each by itself: structure of the sample makes single ones. */
	private static final double[] LEAST_CORRELATION = { 0.4, 0.2 };

	private final FitThonRingsSettings settings;

	/** @param settings what to do; {@link FitThonRingsSettings#DEFAULT} in most cases */
	public FitThonRings(FitThonRingsSettings settings) {
		this.settings = settings;
	}

	/**
	 * Fits the rings. Reads each frame at most once, and of long scans not all.
	 *
	 * @param source     the frames, (N, M, L)
	 * @param mask       true = good, (M, L)
	 * @param whitefield light without the sample, (M, L); pixels with less than a tenth of the bright ones' do not count
	 * @param roi        part of the detector to use
	 * @param geometry   distances, pixel sizes, wavelength
	 * @param frames     frames to use, ascending or not
	 * @param monitor    for cancelling
	 * @return defoci and spectra
	 * @throws InvalidDataException     when there are no rings, or not enough of them to trust the result; when there is
	 *                                  no light
	 * @throws CancelledException       when the monitor is cancelled
	 * @throws IllegalArgumentException when shapes do not fit together
	 */
	public ThonRings fit(FrameSource source, Mask mask, Image whitefield, Roi roi, Geometry geometry, int[] frames,
			IMonitor monitor) {
		check(source, mask, whitefield, roi, frames);
		ThonAreas areas = new ThonAreas(mask, whitefield, roi, settings);
		ThonSpectrum spectrum = spectrum(areas, source, geometry, frames, monitor);
		double low = settings.radLow().orElse(spectrum.smallestRadius());
		double high = settings.radHigh().orElse(spectrum.largestRadius());
		ThonPixels.Range range = (ss, fs) -> isInside(spectrum, low, high, ss, fs);
		ThonPhase phase = ThonPhase.of(settings);
		ThonPixels coarse = pixels(spectrum, range, 1, SEARCH_DEGREE);
		ThonModel start = new ThonSearch(spectrum, coarse, high, settings.largestRatio(), phase, monitor).best();
		if (start == null)
			throw refused("no rings correlate with the power spectrum");
		return refined(spectrum, range, low, high, start, phase, geometry, monitor);
	}

	private static void check(FrameSource source, Mask mask, Image whitefield, Roi roi, int[] frames) {
		if (mask.rows() != source.rows() || mask.columns() != source.columns() || whitefield.rows() != source.rows()
				|| whitefield.columns() != source.columns() || !roi.isInside(source.rows(), source.columns()))
			throw new IllegalArgumentException("fit_thon_rings: frames of " + source.rows() + " x " + source.columns()
					+ ", mask of " + mask.rows() + " x " + mask.columns() + ", whitefield of " + whitefield.rows() + " x "
					+ whitefield.columns() + ", " + roi);
		if (frames.length == 0 || IntStream.of(frames).anyMatch(n -> n < 0 || n >= source.frames()))
			throw new IllegalArgumentException("fit_thon_rings: no frames, or some that are not among the scan's "
					+ source.frames());
	}

	private static InvalidDataException refused(String why) {
		return new InvalidDataException("fit_thon_rings: " + why
				+ "; use fit_defocus_registration, more frames, or another rad_range or region of interest");
	}

	/** In a fixed order, whatever that of the caller, and evenly spread over the scan. */
	private static int[] chosen(int[] frames, int areas) {
		int[] sorted = IntStream.of(frames).sorted().distinct().toArray();
		int most = Math.max(2, ENOUGH_AREAS / areas);
		if (sorted.length <= most)
			return sorted;
		return IntStream.range(0, most).map(k -> sorted[(int) ((long) k * sorted.length / most)]).toArray();
	}

	private static ThonSpectrum spectrum(ThonAreas areas, FrameSource source, Geometry geometry, int[] frames,
			IMonitor monitor) {
		double[] sum = new double[areas.rows() * areas.columns()];
		double[] mean = null;
		int used = 0;
		int pixels = source.rows() * source.columns();
		try (FrameReadAhead<FrameSpectrum> ahead = new FrameReadAhead<>(chosen(frames, areas.count()), n -> {
			float[] frame = new float[pixels];
			source.read(n, 1, frame);
			return areas.spectrum(frame);
		}, Runtime.getRuntime().availableProcessors(), monitor)) {
			while (ahead.hasNext()) {
				FrameSpectrum frame = ahead.next();
				if (frame == null)
					continue;
				used++;
				add(frame.power(), sum);
				if (mean == null)
					mean = new double[frame.contrast().length];
				for (int p = 0; p < mean.length; p++)
					mean[p] += frame.contrast()[p];
			}
		}
		if (used < 2)
			throw new InvalidDataException("fit_thon_rings: " + used + " of " + frames.length
					+ " frames have light in the region of interest, needs 2; check mask, whitefield and frames");
		// sum |F - mean|^2 = sum |F|^2 - N |mean|^2
		float[] still = new float[mean.length];
		for (int p = 0; p < still.length; p++)
			still[p] = (float) (mean[p] / used);
		double[] ofMean = areas.power(still);
		for (int k = 0; k < sum.length; k++)
			sum[k] -= used * ofMean[k];
		return ThonSpectrum.of(sum, areas.weightSum() * (used - 1), areas, pixelSs(geometry));
	}

	private static void add(double[] values, double[] sum) {
		for (int k = 0; k < sum.length; k++)
			sum[k] += values[k];
	}

	/** Pixel along the slow scan axis over the mean one. */
	private static double pixelSs(Geometry geometry) {
		return Math.sqrt(geometry.pixelSizeSs() / geometry.pixelSizeFs());
	}

	private boolean isInside(ThonSpectrum spectrum, double low, double high, double ss, double fs) {
		double radius = Math.hypot(ss, fs);
		return radius >= low && radius <= high && (settings.radLow().isPresent() || spectrum.isResolved(ss, fs));
	}

	private static ThonPixels pixels(ThonSpectrum spectrum, ThonPixels.Range range, double ratio, int degree) {
		ThonPixels pixels = new ThonPixels(spectrum, range, ratio, degree);
		if (pixels.count() < LEAST_PIXELS)
			throw refused("the power spectrum has only " + pixels.count()
					+ " numbers over the noise in the range of radii, needs " + LEAST_PIXELS);
		return pixels;
	}

	private static ThonRings refined(ThonSpectrum spectrum, ThonPixels.Range range, double low, double high,
			ThonModel start, ThonPhase phase, Geometry geometry, IMonitor monitor) {
		ThonPixels pixels = pixels(spectrum, range, start.ss() / start.fs(), DEGREE);
		ThonRefinement refinement = new ThonRefinement(pixels, phase, monitor);
		ThonRefinement.Fit fit = refinement.from(start);
		ThonModel model = fit.model();
		double independent = pixels.count() / spectrum.correlated();
		double significance = Math.sqrt(independent * Math.max(0, refinement.spread() / fit.misfit() - 1));
		double rings = Math.min(model.ss(), model.fs()) * high * high;
		double depth = model.depth() * Math.exp(-1 / model.decay());
		if (significance < LEAST_SIGNIFICANCE || depth < LEAST_DEPTH || rings < LEAST_RINGS || !fit.settled())
			throw refused(String.format(Locale.ROOT,
					"no rings stand out in the power spectrum (significance %.1f, needs %.0f; contrast of the first dark ring"
							+ " %.2f, needs %.2f; %.1f rings, needs %.1f)",
					significance, LEAST_SIGNIFICANCE, depth, LEAST_DEPTH, rings, LEAST_RINGS));
		for (int k = 0; k < LEAST_CORRELATION.length; k++) {
			double correlation = refinement.correlation(model, k + 1);
			if (correlation < LEAST_CORRELATION[k])
				throw refused(String.format(Locale.ROOT,
						"what stands out in the power spectrum lacks dark ring %d (correlation %.2f, needs %.1f) and so is no"
								+ " set of rings",
						k + 1, correlation, LEAST_CORRELATION[k]));
		}
		double uncertainty = Math.hypot(fit.scatter() * Math.sqrt(spectrum.correlated()),
				dependence(spectrum, range, low, rings, model, phase, monitor));
		if (uncertainty > LARGEST_UNCERTAINTY)
			throw refused(String.format(Locale.ROOT,
					"the rings are too few or too weak: the defocus is uncertain by %.0f %%", 100 * uncertainty));
		return result(spectrum, pixels, model, uncertainty, significance, rings, low, high, geometry);
	}

	/** How far the scales change with another background or range. */
	private static double dependence(ThonSpectrum spectrum, ThonPixels.Range range, double low, double rings,
			ThonModel model, ThonPhase phase, IMonitor monitor) {
		double inner = Math.max(0.7 * rings, LEAST_RINGS);
		ThonPixels.Range[] ranges = { range, range,
				(ss, fs) -> range.contains(ss, fs) && Math.hypot(ss, fs) > 1.6 * low,
				(ss, fs) -> range.contains(ss, fs) && model.ring(ss, fs) < inner };
		int[] degrees = { DEGREE - 1, DEGREE + 2, DEGREE, DEGREE };
		double largest = 0;
		for (int k = 0; k < ranges.length; k++) {
			ThonPixels pixels = pixels(spectrum, ranges[k], model.ss() / model.fs(), degrees[k]);
			ThonModel other = new ThonRefinement(pixels, phase, monitor).from(model).model();
			largest = Math.max(largest, Math.abs(Math.log(other.ss() / model.ss())));
			largest = Math.max(largest, Math.abs(Math.log(other.fs() / model.fs())));
		}
		return largest;
	}

	private static ThonRings result(ThonSpectrum spectrum, ThonPixels pixels, ThonModel model, double uncertainty,
			double significance, double rings, double low, double high, Geometry geometry) {
		ThonDefocus defocus = ThonDefocus.of(model, geometry);
		double pixel = Math.sqrt(geometry.pixelSizeSs() * geometry.pixelSizeFs());
		double[] fitted = model.at(pixels);
		double[] data = pixels.flattened(pixels.logarithm);
		double[] flat = pixels.flattened(fitted);
		// what the background took of the rings goes back
		for (int k = 0; k < data.length; k++)
			data[k] += fitted[k] - flat[k];
		ThonProfile profile = ThonProfile.of(pixels, model, data, fitted);
		return new ThonRings(defocus.axes().ss(), defocus.axes().fs(), defocus.oblique(), uncertainty,
				Math.tan(model.phase() / 2), significance, rings, low, high, spectrum.stepSs() / pixel,
				spectrum.stepFs() / pixel, spectrum.image(), spectrum.image(pixels, data), spectrum.image(pixels, fitted),
				profile.radius(), profile.measured(), profile.fitted());
	}
}
