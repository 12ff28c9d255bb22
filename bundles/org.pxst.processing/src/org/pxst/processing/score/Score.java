// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.simulation.Truth;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.score.ScoreReport.Figure;

/**
 * Compares a result with the truth. What is free in the model is taken off before: an offset of the pixel map on each
 * axis, the mean of the positions, piston, tilt and defocus of the phase. Nothing else is: a drift of the scale between
 * pixel map and positions, which shows as astigmatism, counts as an error.
 * <p>
 * All figures are over the lit good pixels that are at least 6 pixels inside the pupil and in the region of interest, and
 * over the frames that are good and were used. Pixels for which the result has no value do not count in the figure and
 * are counted in {@code map_missing}.
 */
public final class Score {
	private static final String[] AXES = { "ss", "fs" };
	private static final String PIXEL = "px";
	/** Pixels below this part of the brightest one are not in the pupil. */
	private static final double LIT = 0.3;
	private static final int INSIDE = 6;

	private final ReconstructionResult result;
	private final Truth truth;
	private final boolean[] lit;
	private final ScoredPixels pupil;
	private final ScoredPixels pixels;
	private final ScoredPixels mapped;
	private final int[] frames;
	private final List<Figure> figures = new ArrayList<>();

	private Score(ReconstructionResult result, Truth truth) {
		this.result = result;
		this.truth = truth;
		Mask good = truth.mask();
		if (result.mask().rows() != good.rows() || result.mask().columns() != good.columns()
				|| result.translations().frames() != truth.positions().frames())
			throw new InvalidDataException("cannot score: the result has " + result.translations().frames()
					+ " frames of " + result.mask().rows() + " x " + result.mask().columns() + ", the truth "
					+ truth.positions().frames() + " of " + good.rows() + " x " + good.columns()
					+ "; it belongs to another scan");
		lit = lit(truth.whitefield());
		boolean[] inside = eroded(lit, good.rows(), good.columns());
		pupil = ScoredPixels.of(good.rows(), good.columns(), k -> inside[k] && good.good()[k]);
		pixels = pupil.where(k -> result.roi().contains(k / good.columns(), k % good.columns()));
		mapped = pixels.where(
				k -> Double.isFinite(result.pixelMap().ss()[k]) && Double.isFinite(result.pixelMap().fs()[k]));
		frames = Arrays.stream(truth.goodFrames()).filter(n -> Double.isFinite(result.translations().ss()[n])
				&& Double.isFinite(result.translations().fs()[n])).toArray();
		if (mapped.count() == 0 || frames.length == 0)
			throw new InvalidDataException("cannot score: the result has a pixel map at " + mapped.count() + " of "
					+ pixels.count() + " lit good pixels in its region of interest and " + frames.length + " of "
					+ truth.goodFrames().length + " good frames");
	}

	/**
	 * Compares.
	 *
	 * @param result what was found
	 * @param truth  what it was simulated from
	 * @throws InvalidDataException when they are not of the same scan or have no pixel or frame in common
	 */
	public static ScoreReport of(ReconstructionResult result, Truth truth) {
		Score score = new Score(result, truth);
		score.mask();
		score.whitefield();
		score.defocus();
		score.pixelMap();
		score.positions();
		score.phase();
		score.reference();
		return new ScoreReport(score.figures);
	}

	private void add(String name, double value, String unit, String meaning) {
		figures.add(new Figure(name, value, unit, meaning));
	}

	private static boolean[] lit(Image whitefield) {
		float largest = 0;
		for (float value : whitefield.values())
			largest = Math.max(largest, value);
		boolean[] lit = new boolean[whitefield.values().length];
		for (int k = 0; k < lit.length; k++)
			lit[k] = whitefield.values()[k] > LIT * largest;
		return lit;
	}

	/** Takes a rim off; beyond the detector nothing is lit. */
	private static boolean[] eroded(boolean[] lit, int rows, int columns) {
		boolean[] inside = lit;
		for (int step = 0; step < INSIDE; step++) {
			boolean[] next = new boolean[lit.length];
			for (int i = 1; i < rows - 1; i++)
				for (int j = 1; j < columns - 1; j++) {
					int k = i * columns + j;
					next[k] = inside[k] && inside[k - 1] && inside[k + 1] && inside[k - columns] && inside[k + columns];
				}
			inside = next;
		}
		return inside;
	}

	private static double mean(double[] values) {
		return Arrays.stream(values).sum() / values.length;
	}

	private void mask() {
		int missed = 0;
		int bad = 0;
		int wrong = 0;
		for (int k = 0; k < lit.length; k++)
			if (lit[k]) {
				boolean found = result.mask().good()[k];
				boolean good = truth.mask().good()[k];
				bad += good ? 0 : 1;
				missed += found && !good ? 1 : 0;
				wrong += !found && good ? 1 : 0;
			}
		add("pupil_in_roi", (double) pixels.count() / pupil.count(), "", "part of the pupil in the region of interest");
		add("mask_missed_lit", missed, "", "bad lit pixels called good");
		add("mask_bad_lit", bad, "", "bad lit pixels in all");
		add("mask_false", wrong, "", "good lit pixels called bad");
		add("map_missing", (double) pixels.count() - mapped.count(), "", "pixels without a pixel map");
	}

	private void whitefield() {
		float[] found = result.whitefield().values();
		float[] wanted = truth.whitefield().values();
		double[] ratio = pixels.where(k -> Float.isFinite(found[k])).values(k -> (double) found[k] / wanted[k]);
		double squares = Arrays.stream(ratio).map(r -> (r - 1) * (r - 1)).sum();
		add("whitefield_rel_rms", Math.sqrt(squares / ratio.length), "", "rms relative error of the whitefield");
		add("whitefield_mean_ratio", mean(ratio), "", "mean whitefield divided by the true one");
	}

	private void defocus() {
		String meaning = "relative error of the focus-to-sample distance";
		add("defocus_err_ss", result.defocusSs() / truth.defocusSs() - 1, "", meaning);
		add("defocus_err_fs", result.defocusFs() / truth.defocusFs() - 1, "", meaning);
	}

	/** Found reference pixel divided by the true one. */
	private double scale(int axis) {
		return axis == 0 ? result.dss() / truth.dss() : result.dfs() / truth.dfs();
	}

	private double[] foundMap(int axis) {
		double[] map = axis == 0 ? result.pixelMap().ss() : result.pixelMap().fs();
		double scale = scale(axis);
		return mapped.values(k -> map[k] * scale);
	}

	private double[] trueMap(int axis) {
		double[] map = axis == 0 ? truth.pixelMap().ss() : truth.pixelMap().fs();
		return mapped.values(k -> map[k]);
	}

	private static double[] minus(double[] a, double[] b) {
		return IntStream.range(0, a.length).mapToDouble(k -> a[k] - b[k]).toArray();
	}

	private void pixelMap() {
		double[] one = mapped.piston();
		for (int axis = 0; axis < 2; axis++) {
			double[] error = minus(foundMap(axis), trueMap(axis));
			String name = AXES[axis];
			add("map_rms_" + name, LinearFit.of(error, one).rms(), PIXEL, "rms of the pixel map after the offset");
			add("map_plane_rms_" + name, LinearFit.of(error, one, mapped.tilt(0), mapped.tilt(1)).rms(), PIXEL,
					"rms of the pixel map after offset and plane");
			add("map_slope_err_" + name,
					LinearFit.of(error, one, mapped.tilt(axis)).coefficients()[1] / mapped.scale(), "",
					"error of the pixel map's slope");
		}
	}

	/** Positions in the frames that count, in true reference pixels, mean taken off. */
	private double[] centred(double[] positions, double factor) {
		double[] chosen = Arrays.stream(frames).mapToDouble(n -> positions[n] * factor).toArray();
		double mean = mean(chosen);
		return Arrays.stream(chosen).map(p -> p - mean).toArray();
	}

	private void positions() {
		double[] ss = centred(truth.positions().ss(), 1);
		double[] fs = centred(truth.positions().fs(), 1);
		double[] one = new double[frames.length];
		Arrays.fill(one, 1);
		for (int axis = 0; axis < 2; axis++) {
			double[] found = centred(axis == 0 ? result.translations().ss() : result.translations().fs(), scale(axis));
			double[] wanted = axis == 0 ? ss : fs;
			double[] error = minus(found, wanted);
			String name = AXES[axis];
			add("pos_rms_" + name, LinearFit.of(error, one).rms(), PIXEL, "rms of the positions after the mean");
			add("pos_scale_err_" + name, LinearFit.of(found, wanted).coefficients()[0] - 1, "",
					"error of the positions' scale");
			add("pos_affine_rms_" + name, LinearFit.of(error, one, ss, fs).rms(), PIXEL,
					"rms of the positions after their affine part");
		}
	}

	private void phase() {
		double[] found = result.phase().values();
		ScoredPixels known = pixels.where(k -> Double.isFinite(found[k]));
		double[] one = known.piston();
		double[] tiltSs = known.tilt(0);
		double[] tiltFs = known.tilt(1);
		double[] defocus = known.defocus();
		double[][] astigmatisms = known.astigmatisms();
		double[] wanted = known.values(k -> truth.phase()[k]);
		double[] error = known.values(k -> found[k] - truth.phase()[k]);
		double[] flipped = known.values(k -> -found[k] - truth.phase()[k]);
		add("phase_true_rms", LinearFit.of(wanted, one, tiltSs, tiltFs, defocus).rms(), "rad",
				"rms of the true phase after piston, tilt, defocus");
		add("phase_rms", LinearFit.of(error, one, tiltSs, tiltFs, defocus).rms(), "rad",
				"rms error of the phase after piston, tilt, defocus");
		add("phase_rms_flipped", LinearFit.of(flipped, one, tiltSs, tiltFs, defocus).rms(), "rad",
				"the same with the sign turned over: must be the larger one");
		add("phase_rms_no_astig",
				LinearFit.of(error, one, tiltSs, tiltFs, defocus, astigmatisms[0], astigmatisms[1]).rms(), "rad",
				"rms error of the phase after all quadratic terms");
	}

	/** Correlation of the reference image with the true one, at the points that its pixels are at on the true one. */
	private void reference() {
		Image found = result.reference().image();
		double[] row = line(0, result.reference().n0());
		double[] column = line(1, result.reference().m0());
		int border = Math.min(found.rows(), found.columns()) > 200 ? 40 : 20;
		int capacity = Math.max(0, found.rows() - 2 * border) * Math.max(0, found.columns() - 2 * border);
		double[] a = new double[capacity];
		double[] b = new double[capacity];
		int count = 0;
		for (int i = border; i < found.rows() - border; i++)
			for (int j = border; j < found.columns() - border; j++) {
				float value = found.at(i, j);
				double wanted = bilinear(truth.reference(), row[0] * i + row[1], column[0] * j + column[1]);
				if (Float.isFinite(value) && value > 0 && wanted > 0) {
					a[count] = value;
					b[count++] = wanted;
				}
			}
		add("reference_corr", correlation(Arrays.copyOf(a, count), Arrays.copyOf(b, count)), "",
				"correlation of the reference image with the true one");
	}

	/**
	 * Slope and offset from a row (column) of the found reference image to one of the true one. What is free in the model,
	 * scale and offset, is what relates the two pixel maps.
	 */
	private double[] line(int axis, double offset) {
		double[] found = foundMap(axis);
		double[] wanted = trueMap(axis);
		double middle = mean(found);
		double[] centred = Arrays.stream(found).map(u -> u - middle).toArray();
		double[] fit = LinearFit.of(wanted, mapped.piston(), centred).coefficients();
		double[] foundPositions = axis == 0 ? result.translations().ss() : result.translations().fs();
		double[] truePositions = axis == 0 ? truth.positions().ss() : truth.positions().fs();
		double foundMean = Arrays.stream(frames).mapToDouble(n -> foundPositions[n]).sum() / frames.length;
		double trueMean = Arrays.stream(frames).mapToDouble(n -> truePositions[n]).sum() / frames.length;
		double origin = axis == 0 ? truth.originSs() : truth.originFs();
		return new double[] { fit[1] * scale(axis),
				fit[1] * ((foundMean - offset) * scale(axis) - middle) + fit[0] - trueMean + origin };
	}

	/** Value between pixels, -1 outside of the image. */
	private static double bilinear(Image image, double i, double j) {
		if (!(i >= 0 && j >= 0 && i <= image.rows() - 1 && j <= image.columns() - 1))
			return -1;
		int i0 = Math.min((int) i, image.rows() - 2);
		int j0 = Math.min((int) j, image.columns() - 2);
		double y = i - i0;
		double x = j - j0;
		return (1 - y) * ((1 - x) * image.at(i0, j0) + x * image.at(i0, j0 + 1))
				+ y * ((1 - x) * image.at(i0 + 1, j0) + x * image.at(i0 + 1, j0 + 1));
	}

	private static double correlation(double[] a, double[] b) {
		double meanA = mean(a);
		double meanB = mean(b);
		double ab = 0;
		double aa = 0;
		double bb = 0;
		for (int k = 0; k < a.length; k++) {
			ab += (a[k] - meanA) * (b[k] - meanB);
			aa += (a[k] - meanA) * (a[k] - meanA);
			bb += (b[k] - meanB) * (b[k] - meanB);
		}
		return ab / Math.sqrt(aa * bb);
	}
}
