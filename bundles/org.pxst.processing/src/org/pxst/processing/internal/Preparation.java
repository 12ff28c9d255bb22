// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Locale;
import java.util.OptionalDouble;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.PixelStatistics;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.FillWhitefield;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.initial.IlluminatedArea;
import org.pxst.core.initial.MakeMask;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.FitDefocusRegistration;

/**
 * What is known when the main loop begins.
 *
 * @param mask     good pixels of the whole frame
 * @param area     lit pixels in the region of interest, bad ones among them included
 * @param roi      region of interest
 * @param defocus  fitted defocus
 * @param geometry first pixel map and reference pixel
 * @param recorded positions as recorded, reference pixels
 * @param model    the first model; its mask has the good pixels of the area
 */
record Preparation(Mask mask, Mask area, Roi roi, FitDefocusRegistration.Fit defocus, GeneratePixelMap geometry,
		PixelTranslations recorded, ForwardModel model) {
	/**
	 * What the main loop begins with.
	 *
	 * @param checked  frames that were loaded and checked
	 * @param frames   those that are used
	 * @param settings of the loop
	 */
	LoopStart start(Scan scan, int[] checked, int[] frames, LoopSettings settings) {
		return new LoopStart(new LoopScene(scan.geometry(), mask, area, roi, frames, defocus.defocus(), geometry.distance(),
				geometry.dss(), geometry.dfs(), recorded), checked, MainLoop.first(model, settings));
	}

	static Preparation of(Scan scan, ComputeScan frames, ReconstructionSettings settings,
			ReconstructionListener listener, IMonitor monitor) {
		PixelStatistics statistics = frames.pixelStatistics(monitor);
		Mask known = scan.detectorMask().and(frames.usablePixels());
		Mask mask = new MakeMask().apply(statistics.mean(), statistics.variance(), statistics.deviation(),
				frames.goodFrames().length, monitor).and(known);
		int all = mask.good().length;
		listener.stepDone("make_mask", String.format(Locale.ROOT, "%d bad pixels of %d (%d of them known to the file)",
				all - mask.count(), all, all - known.count()));
		Image whitefield = new FillWhitefield().apply(frames.makeWhitefield(monitor), mask);
		CancelledException.check(monitor, "make_whitefield");
		listener.stepDone("make_whitefield", String.format(Locale.ROOT, "median of %d frames", frames.goodFrames().length));
		Mask lit = new IlluminatedArea().apply(whitefield, mask);
		LitArea chosen = LitArea.of(lit, mask, settings.roi().orElseGet(() -> LitArea.guessRoi(lit)));
		Roi roi = chosen.roi();
		CancelledException.check(monitor, "guess_roi");
		Mask use = chosen.use();
		listener.stepDone("guess_roi", String.format(Locale.ROOT, "rows %d:%d, columns %d:%d, %d lit good pixels", roi.ss0(),
				roi.ss1(), roi.fs0(), roi.fs1(), use.count()));
		OptionalDouble start = settings.defocus().isPresent() ? settings.defocus() : scan.geometry().defocusStart();
		FitDefocusRegistration.Fit fit = new FitDefocusRegistration().fit(frames, whitefield, use, roi,
				scan.positions(), scan.geometry(), start, monitor);
		listener.stepDone("fit_defocus_registration", String.format(Locale.ROOT, "%.4f mm (ss %.4f, fs %.4f), significance %.0f",
				fit.defocus().mean() * 1e3, fit.defocus().ss() * 1e3, fit.defocus().fs() * 1e3, fit.significance()));
		GeneratePixelMap generated = GeneratePixelMap.of(scan.geometry(), fit.defocus().ss(), fit.defocus().fs());
		listener.stepDone("generate_pixel_map", String.format(Locale.ROOT, "reference pixel %.2f x %.2f nm, magnification %.1f",
				generated.dss() * 1e9, generated.dfs() * 1e9, generated.distance() / fit.defocus().mean()));
		PixelTranslations recorded = RecordedTranslations.of(scan.positions(), frames.goodFrames(), generated.dss(),
				generated.dfs());
		ForwardModel model = new ForwardModel(use, whitefield, generated.map(mask.rows(), mask.columns()), recorded);
		return new Preparation(mask, chosen.area(), roi, fit, generated, recorded, model);
	}
}
