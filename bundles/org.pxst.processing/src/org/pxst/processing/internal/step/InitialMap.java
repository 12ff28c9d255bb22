// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.List;

import org.pxst.core.initial.Defocus;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.io.cxi.CxiDataset;

/**
 * A first pixel map and what goes with it, as it is written.
 *
 * @param map          pixel map, shape (M, L)
 * @param translations recorded positions, reference pixels, NaN for unused frames
 * @param defocus      that it was made for
 * @param distance     focus to detector, m
 * @param dss          reference pixel along the slow scan axis, m
 * @param dfs          reference pixel along the fast scan axis, m
 */
record InitialMap(PixelMap map, PixelTranslations translations, Defocus defocus, double distance, double dss, double dfs) {
	private static final String PIXEL = "pixel";
	private static final String METRE = "m";
	private static final String RATIO = "1";

	/** @param area where the map holds: it is NaN elsewhere */
	List<CxiDataset> datasets(Mask area) {
		int rows = map.rows();
		int columns = map.columns();
		double[][] values = new double[4][rows * columns];
		for (int p = 0; p < rows * columns; p++) {
			values[0][p] = area.good()[p] ? map.ss()[p] : Double.NaN;
			values[1][p] = area.good()[p] ? map.fs()[p] : Double.NaN;
			values[2][p] = values[0][p] - p / columns;
			values[3][p] = values[1][p] - p % columns;
		}
		double[] pairs = new double[2 * translations.frames()];
		for (int n = 0; n < translations.frames(); n++) {
			pairs[2 * n] = translations.ss()[n];
			pairs[2 * n + 1] = translations.fs()[n];
		}
		List<CxiDataset> datasets = new ArrayList<>(new DefocusDatasets(defocus).datasets());
		datasets.add(PairDataset.of("pixel_map", values[0], values[1], PIXEL, rows, columns));
		datasets.add(PairDataset.of("pixel_map_residual", values[2], values[3], PIXEL, rows, columns));
		datasets.add(CxiDataset.of("pixel_translations", pairs, PIXEL, translations.frames(), 2));
		datasets.add(single("distance", distance, METRE));
		datasets.add(single("dss", dss, METRE));
		datasets.add(single("dfs", dfs, METRE));
		datasets.add(single("magnification", distance / defocus.mean(), RATIO));
		datasets.add(single("magnification_ss", magnification(defocus.ss()), RATIO));
		datasets.add(single("magnification_fs", magnification(defocus.fs()), RATIO));
		return datasets;
	}

	/** Each axis has its own focus; only the distance from sample to detector is common to both. */
	private double magnification(double ofAxis) {
		double sampleToDetector = distance - defocus.mean();
		return (sampleToDetector + ofAxis) / ofAxis;
	}

	/** New lines that tell what a user wants to see. */
	SummaryLines summary() {
		return new DefocusDatasets(defocus).summary().add("dss, dfs", "%.3f, %.3f nm", dss * 1e9, dfs * 1e9)
				.add("magnification", "%.1f", distance / defocus.mean());
	}

	private static CxiDataset single(String path, double value, String unit) {
		return CxiDataset.of(path, new double[] { value }, unit);
	}
}
