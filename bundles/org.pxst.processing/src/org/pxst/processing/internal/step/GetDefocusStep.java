// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;


import org.pxst.core.initial.Defocus;
import org.pxst.core.phase.FocusDistances;
import org.pxst.core.phase.GetDefocus;
import org.pxst.core.scan.Scan;
import org.pxst.processing.internal.ModelDatasets;
import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** get_defocus. */
@StepInfo(name = "get_defocus", group = StepGroup.ANALYSIS, source = "paper, section 5.1", //
		summary = "Finds the focus of each axis from the slope of the pixel map.",
		description = "The inverse of generate_pixel_map, for a map that the main loop has refined. What the fit of the defocus found "
				+ "stays as it is, unless asked otherwise.",
		outputs = {
				@Output(path = "map_defocus", unit = "m", description = "focus to sample, mean of both axes"),
				@Output(path = "map_defocus_ss", unit = "m", description = "focus to sample along the slow scan axis"),
				@Output(path = "map_defocus_fs", unit = "m", description = "focus to sample along the fast scan axis"),
				@Output(path = "map_astigmatism", unit = "m", description = "half the difference of slow minus fast scan axis"),
				@Output(path = "map_distance_ss", unit = "m", description = "focus to detector along the slow scan axis"),
				@Output(path = "map_distance_fs", unit = "m", description = "focus to detector along the fast scan axis"),
				@Output(path = "defocus", unit = "m", description = "map_defocus", optional = true),
				@Output(path = "defocus_ss", unit = "m", description = "map_defocus_ss", optional = true),
				@Output(path = "defocus_fs", unit = "m", description = "map_defocus_fs", optional = true),
				@Output(path = "astigmatism", unit = "m", description = "map_astigmatism", optional = true) })
final class GetDefocusStep extends MapStep {
	@Parameter(description = "Also replace defocus, defocus_ss, defocus_fs and astigmatism, which later steps read")
	private boolean replace;

	@Override
	public StepResult run(StepContext context) {
		Scan scan = context.scan();
		MapInUse used = map(FrameShape.of(scan));
		FocusDistances found = new GetDefocus(scan.geometry(), dss(), dfs()).apply(used.map(), used.weights());
		Defocus defocus = found.defocus();
		ModelDatasets datasets = new ModelDatasets().defocus("map_", defocus)
				.length("map_distance_ss", found.focusToDetectorSs()).length("map_distance_fs", found.focusToDetectorFs());
		if (replace)
			datasets.defocus("", defocus);
		return new StepResult(datasets.list(), new SummaryLines()
				.add("defocus of the map", "%.4f mm (ss %.4f, fs %.4f)", defocus.mean() * 1e3, defocus.ss() * 1e3, defocus.fs() * 1e3)
				.add("astigmatism", "%.4f mm", found.astigmatism() * 1e3)
				.add("focus to detector", "ss %.6g m, fs %.6g m", found.focusToDetectorSs(), found.focusToDetectorFs()).lines());
	}
}
