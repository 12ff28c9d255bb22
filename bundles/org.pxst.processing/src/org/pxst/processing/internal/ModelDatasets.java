// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.compute.ModelErrors;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.io.cxi.CxiDataset;

/**
 * The parts of the forward model and its errors as they are stored, with the names, shapes and units of the result. Collects
 * what is added, in that order.
 */
public final class ModelDatasets {
	private static final String PIXEL = "pixel";
	private static final String RATIO = "1";
	private static final String COUNTS = "counts";

	private final List<CxiDataset> datasets = new ArrayList<>();

	/** What was added. */
	public List<CxiDataset> list() {
		return List.copyOf(datasets);
	}

	/**
	 * The foci of both axes.
	 *
	 * @param prefix of the names
	 */
	public ModelDatasets defocus(String prefix, Defocus defocus) {
		return length(prefix + "defocus", defocus.mean()).length(prefix + "defocus_ss", defocus.ss())
				.length(prefix + "defocus_fs", defocus.fs()).length(prefix + "astigmatism", (defocus.ss() - defocus.fs()) / 2);
	}

	/**
	 * The foci, and what follows from them.
	 *
	 * @param distance focus to detector, m
	 * @param dss      reference pixel along the slow scan axis, m
	 * @param dfs      reference pixel along the fast scan axis, m
	 */
	public ModelDatasets geometry(Defocus defocus, double distance, double dss, double dfs) {
		// each axis has its own focus; only the distance from sample to detector is common to both
		double sampleToDetector = distance - defocus.mean();
		return defocus("", defocus).length("distance", distance).length("dss", dss).length("dfs", dfs)
				.scalar("magnification", distance / defocus.mean(), RATIO)
				.scalar("magnification_ss", (sampleToDetector + defocus.ss()) / defocus.ss(), RATIO)
				.scalar("magnification_fs", (sampleToDetector + defocus.fs()) / defocus.fs(), RATIO);
	}

	/** A length in m. */
	public ModelDatasets length(String path, double metres) {
		return scalar(path, metres, "m");
	}

	/** The whitefield W. */
	public ModelDatasets whitefield(Image whitefield) {
		return image("whitefield", whitefield, COUNTS);
	}

	/**
	 * The pixel map, and what it differs from the identity by.
	 *
	 * @param map NaN where there is none
	 */
	public ModelDatasets pixelMap(PixelMap map) {
		PixelMap identity = PixelMap.identity(map.rows(), map.columns());
		pair("pixel_map", map.ss(), map.fs(), map.rows(), map.columns());
		return pair("pixel_map_residual", minus(map.ss(), identity.ss()), minus(map.fs(), identity.fs()), map.rows(),
				map.columns());
	}

	/**
	 * Positions, alone and beside those that they are to be compared with.
	 *
	 * @param found  positions
	 * @param before positions as recorded
	 */
	public ModelDatasets translations(PixelTranslations found, PixelTranslations before) {
		datasets.add(CxiDataset.of("pixel_translations_comparison", joined(interleaved(found), interleaved(before)), PIXEL, 2,
				found.frames(), 2));
		return translations(found);
	}

	/** Positions alone. */
	public ModelDatasets translations(PixelTranslations found) {
		datasets.add(CxiDataset.of("pixel_translations", interleaved(found), PIXEL, found.frames(), 2));
		return this;
	}

	/** The reference image with its overlap and origin. */
	public ModelDatasets reference(ReferenceImage reference) {
		image("reference_image", reference.image(), RATIO);
		image("reference_overlap", reference.overlap(), COUNTS + "^2");
		scalar("n0", reference.n0(), PIXEL);
		return scalar("m0", reference.m0(), PIXEL);
	}

	/** All projections of the error. */
	public ModelDatasets errors(ModelErrors errors) {
		scalar("error_total", errors.total(), RATIO);
		datasets.add(CxiDataset.of("error_frame", errors.frame(), RATIO, errors.frame().length));
		image("error_pixel", errors.pixel(), RATIO);
		image("error_reference", errors.reference(), RATIO);
		datasets.add(CxiDataset.of("flux_correction", errors.fluxCorrection(), RATIO, errors.fluxCorrection().length));
		return this;
	}

	/** An image of its own. */
	public ModelDatasets image(String path, Image image, String unit) {
		datasets.add(CxiDataset.of(path, image.values(), unit, image.rows(), image.columns()));
		return this;
	}

	private ModelDatasets scalar(String path, double value, String unit) {
		datasets.add(CxiDataset.of(path, new double[] { value }, unit));
		return this;
	}

	private ModelDatasets pair(String path, double[] ss, double[] fs, int rows, int columns) {
		datasets.add(CxiDataset.of(path, joined(ss, fs), PIXEL, 2, rows, columns));
		return this;
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
