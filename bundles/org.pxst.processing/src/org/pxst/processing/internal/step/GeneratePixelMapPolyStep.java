// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.OptionalDouble;

import org.pxst.compute.ComputeScan;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.GeneratePixelMapPoly;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Scan;
import org.pxst.processing.internal.LitArea;
import org.pxst.processing.internal.RecordedTranslations;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.PreviewPart;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** generate_pixel_map_poly. */
@StepInfo(name = "generate_pixel_map_poly", aliases = "make_pixel_map_poly", group = StepGroup.INITIALISATION, //
		preview = PreviewPart.STRIP,
		summary = "Makes a pixel map to start from out of two expressions, for what is known of a lens beforehand.",
		description = "The expressions give the map in reference pixels for the column x and the row y of a detector pixel, with "
				+ "numbers, + - * / ^ and the usual functions; they are read and not executed. Also merges the reference image of that map. "
				+ "The map is NaN outside the lit pixels of the region of interest.",
		outputs = { @Output(path = "pixel_map", shape = "2, M, L", unit = "pixel", description = "pixel map, reference pixels"),
				@Output(path = "pixel_map_residual", shape = "2, M, L", unit = "pixel",
						description = "pixel map minus the pixel's own row and column"),
				@Output(path = "pixel_translations", shape = "N, 2", unit = "pixel",
						description = "recorded positions, reference pixels"),
				@Output(path = "reference_image", shape = "U, V", unit = "1", description = "reference image of this map"),
				@Output(path = "reference_overlap", shape = "U, V", unit = "counts^2",
						description = "sum of the squared whitefield that contributed"),
				@Output(path = "n0", unit = "pixel", description = "origin of the reference image along the slow scan axis"),
				@Output(path = "m0", unit = "pixel", description = "origin of the reference image along the fast scan axis"),
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
final class GeneratePixelMapPolyStep extends DetectorStep {
	private static final String IDENTITY_SS = "y";
	private static final String IDENTITY_FS = "x";

	@Parameter(description = "Map along the fast scan axis, such as 'x + 1e-4*(x-256)**2'; None: x")
	private String pixelMapFs = IDENTITY_FS;

	@Parameter(description = "Map along the slow scan axis; None: y")
	private String pixelMapSs = IDENTITY_SS;

	@Parameter(description = "Focus to sample: sets the reference pixel", unit = "m", min = 0, aboveMin = true, path = "defocus",
			from = "fit_defocus_registration", required = true)
	private Double defocus;

	@Parameter(description = "Largest absolute value that the map may have; None: any", unit = "pixel", min = 0, aboveMin = true,
			advanced = true)
	private Double clip;

	@Parameter(description = "Part of the mean squared whitefield that must overlap at a pixel of the reference image", min = 0,
			advanced = true)
	private double minimumOverlap = 0.02;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		GeneratePixelMapPoly poly = GeneratePixelMapPoly.of(pixelMapSs != null ? pixelMapSs : IDENTITY_SS,
				pixelMapFs != null ? pixelMapFs : IDENTITY_FS, clip != null ? OptionalDouble.of(clip) : OptionalDouble.empty());
		Defocus used = new Defocus(defocus, defocus);
		new FocusToSample(defocus).in(scan.geometry());
		DetectorInputs inputs = inputs(context);
		LitArea lit = inputs.litArea();
		int[] frames = goodFrames(context);
		GeneratePixelMapPoly.Result found = poly.apply(lit.area().rows(), lit.area().columns(), scan.geometry(), defocus);
		InitialMap map = new InitialMap(found.map(), RecordedTranslations.of(scan.positions(), frames, found.dss(), found.dfs()),
				used, scan.geometry().focusToDetector(defocus), found.dss(), found.dfs());
		ComputeScan loaded = context.frames(frames);
		ReferenceImage reference = loaded.makeReference(
				new ForwardModel(lit.use(), inputs.whitefield(), map.map(), map.translations()), minimumOverlap, context.monitor());
		SummaryLines summary = map.summary().add("reference image", "%d x %d", reference.image().rows(),
				reference.image().columns());
		if (clip != null)
			summary.add("clipped", "%d of %d values", found.clipped(), 2 * lit.area().good().length);
		return new StepResult(map.datasets(lit.area()).reference(reference).list(), summary.lines());
	}
}
