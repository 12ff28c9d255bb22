// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;

/**
 * A result as it is stored: the names and shapes of the 2020 suite's group {@code /speckle_tracking}, where N frames of
 * (M, L) pixels gave a reference image of (U, V).
 * <p>
 * Unlike there, values that do not exist are NaN and not 0, and {@code units} tells the unit of every number.
 */
public final class ResultDatasets {
	private static final String PIXEL = "pixel";
	private static final String METRE = "m";
	private static final String RADIAN = "rad";
	private static final String RATIO = "1";
	private static final String COUNTS = "counts";

	private final ReconstructionResult result;
	private final List<CxiDataset> datasets = new ArrayList<>();

	private ResultDatasets(ReconstructionResult result) {
		this.result = result;
	}

	/**
	 * The data sets of a result, with paths relative to the result's group. A selection of frames that the file holds
	 * elsewhere (/frame_selector/good_frames) is the user's and stays as it is.
	 *
	 * @param result what was found
	 */
	public static List<CxiDataset> of(ReconstructionResult result) {
		ResultDatasets all = new ResultDatasets(result);
		all.addSelection();
		all.addGeometry();
		all.addMapAndPositions();
		all.addReference();
		all.addErrors();
		all.addPhase();
		return List.copyOf(all.datasets);
	}

	private void addSelection() {
		Mask mask = result.mask();
		Roi roi = result.roi();
		long[] goodFrames = Arrays.stream(result.goodFrames()).asLongStream().toArray();
		add("mask", mask.good(), "", mask.rows(), mask.columns());
		add("roi", new long[] { roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1() }, PIXEL, 4);
		add("good_frames", goodFrames, "", goodFrames.length);
		addImage("whitefield", result.whitefield(), COUNTS);
	}

	private void addGeometry() {
		addScalar("defocus", result.defocus(), METRE);
		addScalar("defocus_ss", result.defocusSs(), METRE);
		addScalar("defocus_fs", result.defocusFs(), METRE);
		addScalar("astigmatism", result.astigmatism(), METRE);
		addScalar("distance", result.distance(), METRE);
		addScalar("dss", result.dss(), METRE);
		addScalar("dfs", result.dfs(), METRE);
		addScalar("magnification", result.magnification(), RATIO);
		addScalar("magnification_ss", magnification(result.defocusSs()), RATIO);
		addScalar("magnification_fs", magnification(result.defocusFs()), RATIO);
	}

	/** Each axis has its own focus; only the distance from sample to detector is common to both. */
	private double magnification(double defocus) {
		double sampleToDetector = result.distance() - result.defocus();
		return (sampleToDetector + defocus) / defocus;
	}

	private void addMapAndPositions() {
		PixelMap map = result.pixelMap();
		PixelMap identity = PixelMap.identity(map.rows(), map.columns());
		addPair("pixel_map", map.ss(), map.fs(), PIXEL, map.rows(), map.columns());
		addPair("pixel_map_residual", minus(map.ss(), identity.ss()), minus(map.fs(), identity.fs()), PIXEL, map.rows(),
				map.columns());
		double[] found = interleaved(result.translations());
		int frames = result.translations().frames();
		add("pixel_translations", found, PIXEL, frames, 2);
		add("pixel_translations_comparison", joined(found, interleaved(result.recordedTranslations())), PIXEL, 2, frames,
				2);
	}

	private void addReference() {
		addImage("reference_image", result.reference().image(), RATIO);
		addImage("reference_overlap", result.reference().overlap(), COUNTS + "^2");
		addScalar("n0", result.reference().n0(), PIXEL);
		addScalar("m0", result.reference().m0(), PIXEL);
	}

	private void addErrors() {
		addScalar("error_total", result.errorTotal(), RATIO);
		add("error_frame", result.errorFrame(), RATIO, result.errorFrame().length);
		addImage("error_pixel", result.errorPixel(), RATIO);
		addImage("error_reference", result.errorReference(), RATIO);
		add("flux_correction", result.fluxCorrection(), RATIO, result.fluxCorrection().length);
		addIterations("error_iteration", Iteration::error, RATIO);
		addIterations("pixel_map_change_iteration", Iteration::mapChange, PIXEL);
		addIterations("pixel_translations_change_iteration", Iteration::translationChange, PIXEL);
	}

	private void addPhase() {
		int rows = result.phase().rows();
		int columns = result.phase().columns();
		add("phase", result.phase().values(), RADIAN, rows, columns);
		addPair("angles", result.phase().anglesSs(), result.phase().anglesFs(), RADIAN, rows, columns);
	}

	private void add(String path, Object values, String units, int... shape) {
		datasets.add(CxiDataset.of(path, values, units, shape));
	}

	private void addScalar(String path, double value, String units) {
		add(path, new double[] { value }, units);
	}

	private void addImage(String path, Image image, String units) {
		add(path, image.values(), units, image.rows(), image.columns());
	}

	private void addPair(String path, double[] ss, double[] fs, String units, int rows, int columns) {
		add(path, joined(ss, fs), units, 2, rows, columns);
	}

	private void addIterations(String path, ToDoubleFunction<Iteration> figure, String units) {
		double[] values = result.iterations().stream().mapToDouble(figure).toArray();
		add(path, values, units, values.length);
	}

	private static double[] joined(double[] first, double[] second) {
		double[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

	private static double[] minus(double[] a, double[] b) {
		double[] difference = new double[a.length];
		for (int k = 0; k < a.length; k++)
			difference[k] = a[k] - b[k];
		return difference;
	}

	private static double[] interleaved(PixelTranslations translations) {
		double[] pairs = new double[2 * translations.frames()];
		for (int n = 0; n < translations.frames(); n++) {
			pairs[2 * n] = translations.ss()[n];
			pairs[2 * n + 1] = translations.fs()[n];
		}
		return pairs;
	}
}
