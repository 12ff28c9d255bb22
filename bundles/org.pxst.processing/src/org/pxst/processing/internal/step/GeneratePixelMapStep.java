// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.processing.internal.LitArea;
import org.pxst.processing.internal.RecordedTranslations;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** generate_pixel_map. */
@StepInfo(name = "generate_pixel_map", group = StepGroup.INITIALISATION, source = "paper, section 4.1", //
		summary = "Makes the pixel map to start from: that of a lens with defocus and astigmatism and no other aberrations.",
		description = "Also turns the recorded positions into reference pixels. The map is NaN outside the lit pixels of the region "
				+ "of interest.",
		outputs = { @Output(path = "pixel_map", shape = "2, M, L", unit = "pixel", description = "pixel map, reference pixels"),
				@Output(path = "pixel_map_residual", shape = "2, M, L", unit = "pixel",
						description = "pixel map minus the pixel's own row and column"),
				@Output(path = "pixel_translations", shape = "N, 2", unit = "pixel",
						description = "recorded positions, reference pixels"),
				@Output(path = "distance", unit = "m", description = "focus to detector"),
				@Output(path = "dss", unit = "m", description = "reference pixel along the slow scan axis"),
				@Output(path = "dfs", unit = "m", description = "reference pixel along the fast scan axis"),
				@Output(path = "magnification", unit = "1", description = "of the sample on the detector"),
				@Output(path = "magnification_ss", unit = "1", description = "the same along the slow scan axis"),
				@Output(path = "magnification_fs", unit = "1", description = "the same along the fast scan axis"),
				@Output(path = "defocus", unit = "m", description = "focus to sample that was used, mean of both axes"),
				@Output(path = "defocus_ss", unit = "m", description = "the same along the slow scan axis"),
				@Output(path = "defocus_fs", unit = "m", description = "the same along the fast scan axis"),
				@Output(path = "astigmatism", unit = "m", description = "half of defocus_ss - defocus_fs") })
final class GeneratePixelMapStep implements Step {
	@Parameter(description = "Focus to sample along the fast scan axis; None: that along the slow scan axis", unit = "m", min = 0,
			aboveMin = true, path = "defocus_fs", from = "fit_defocus_registration")
	private Double defocusFs;

	@Parameter(description = "Focus to sample along the slow scan axis; None: that along the fast scan axis", unit = "m", min = 0,
			aboveMin = true, path = "defocus_ss", from = "fit_defocus_registration")
	private Double defocusSs;

	@Parameter(description = "Focus to sample along both axes, instead of defocus_ss and defocus_fs", unit = "m", min = 0,
			aboveMin = true)
	private Double defocus;

	@Parameter(description = "Focus to sample along both axes when there is nothing else", unit = "m", min = 0, aboveMin = true,
			path = "defocus", from = "fit_defocus_registration", advanced = true)
	private Double defocusMean;

	@Parameter(description = "Reference pixel along the slow scan axis; None: the detector pixel over the magnification", unit = "m",
			min = 0, aboveMin = true)
	private Double dss;

	@Parameter(description = "Reference pixel along the fast scan axis; None: the detector pixel over the magnification", unit = "m",
			min = 0, aboveMin = true)
	private Double dfs;

	@Parameter(description = "Good pixels", path = "mask", from = "make_mask")
	private Mask mask;

	@Parameter(description = "Light without the sample; without it all pixels of the region of interest count as lit",
			path = "whitefield", from = "make_whitefield")
	private Image whitefield;

	@Parameter(description = "Region of interest", path = "roi", from = "guess_roi")
	private Roi roi;

	@Parameter(description = "Frames to use, counted from 0", path = "good_frames", from = "frame_check")
	private int[] goodFrames;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		Defocus used = used();
		new FocusToSample(used.mean()).in(scan.geometry());
		LitArea lit = DetectorInputs.of(scan, mask, whitefield, roi).litArea();
		GeneratePixelMap generated = rescaled(GeneratePixelMap.of(scan.geometry(), used.ss(), used.fs()));
		InitialMap map = new InitialMap(generated.map(lit.area().rows(), lit.area().columns()),
				RecordedTranslations.of(scan.positions(), context.goodFrames(goodFrames), generated.dss(), generated.dfs()), used,
				generated.distance(), generated.dss(), generated.dfs());
		return new StepResult(map.datasets(lit.area()).list(), map.summary().lines());
	}

	private Defocus used() {
		if (defocus != null)
			return new Defocus(defocus, defocus);
		if (defocusSs == null && defocusFs == null && defocusMean == null)
			throw new InvalidDataException("no defocus is known; run pxst fit_defocus_registration first, or give --defocus VALUE");
		if (defocusSs == null && defocusFs == null)
			return new Defocus(defocusMean, defocusMean);
		return new Defocus(defocusSs != null ? defocusSs : defocusFs, defocusFs != null ? defocusFs : defocusSs);
	}

	/** The same rays in other reference pixels. */
	private GeneratePixelMap rescaled(GeneratePixelMap plain) {
		double newDss = dss != null ? dss : plain.dss();
		double newDfs = dfs != null ? dfs : plain.dfs();
		return new GeneratePixelMap(plain.distance(), newDss, newDfs, plain.slopeSs() * (plain.dss() / newDss),
				plain.slopeFs() * (plain.dfs() / newDfs));
	}
}
