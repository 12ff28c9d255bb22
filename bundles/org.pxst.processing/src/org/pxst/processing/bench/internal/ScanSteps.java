// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.core.initial.MakeMask;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.refine.PositionGauge;
import org.pxst.processing.steps.UpdatePixelMap;
import org.pxst.processing.steps.UpdateTranslations;

/**
 * The steps that work on an open scan.
 *
 * @param scan      the scan
 * @param model     a model that is some pixels off
 * @param reference what the true model gives
 * @param window    shifts of the grid search
 * @param monitor   for cancelling
 */
record ScanSteps(ComputeScan scan, ForwardModel model, ReferenceImage reference, SearchWindow window, IMonitor monitor) {
	/** Reference pixels with less than this part of the mean overlap are left out, as in a reconstruction. */
	static final double MINIMUM_OVERLAP = 0.02;

	private static final double FILTER = 1.5;
	private static final double CLIP_MARGIN = 5;
	private static final SearchWindow THREE_BY_THREE = SearchWindow.around(1, 1);
	private static final double HALF_PIXEL = 0.5;

	List<Step> all() {
		return List.of(Step.plain("make_mask", this::makeMask), //
				Step.plain("make_whitefield", () -> scan.makeWhitefield(monitor)), //
				Step.plain("make_reference", () -> scan.makeReference(model, MINIMUM_OVERLAP, monitor)), //
				Step.search("search_pixel_map", window, () -> scan.searchPixelMap(model, reference, window, monitor)), //
				Step.search("search_between_pixels", THREE_BY_THREE, () -> scan.searchPixelMapBetweenPixels(model, reference,
						THREE_BY_THREE, HALF_PIXEL, Samples.ALL, monitor)), //
				nineShifts("refine_pixel_map", () -> scan.pixelMapErrors(model, reference, 1, monitor)), //
				nineShifts("update_translations", () -> scan.translationErrors(model, reference, 1, HALF_PIXEL, monitor)), //
				Step.plain("fit_whitefield", () -> scan.fitWhitefield(model, reference, monitor)), //
				Step.plain("calc_error", () -> scan.calcError(model, reference, monitor)), //
				// each sample is in one of the halves
				Step.search("split_half", window, this::searchHalves), //
				new Step("iteration", Optional.of(window), 0, this::iterate));
	}

	private static Step nineShifts(String name, Runnable work) {
		return new Step(name, Optional.empty(), THREE_BY_THREE.shifts(), work);
	}

	private void makeMask() {
		PixelStatistics statistics = scan.pixelStatistics(monitor);
		new MakeMask().apply(statistics.mean(), statistics.variance(), statistics.deviation(), monitor);
	}

	private void searchHalves() {
		for (int part = 1; part <= 2; part++)
			scan.searchPixelMap(model, reference, window, Samples.half(part, 0), monitor);
	}

	/** Map with refinement and filter, reference image, translations, errors: all that a reconstruction does each time. */
	private void iterate() {
		UpdatePixelMap update = new UpdatePixelMap(window, FILTER, Optional.empty(), -window.firstSs() + CLIP_MARGIN);
		ForwardModel mapped = model.with(update.apply(scan, model, reference, monitor).map());
		ReferenceImage merged = scan.makeReference(mapped, MINIMUM_OVERLAP, monitor);
		PositionGauge gauge = new PositionGauge(model.translations(), scan.goodFrames());
		ForwardModel moved = new UpdateTranslations(1, HALF_PIXEL).apply(scan, mapped, merged, gauge, monitor).model();
		scan.calcError(moved, merged, monitor);
	}
}
