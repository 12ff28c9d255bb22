// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.List;

import org.pxst.processing.step.Parameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepContext;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.processing.step.StepInfo;
import org.pxst.processing.step.StepInfo.Output;
import org.pxst.processing.step.StepResult;

/** A step of each group, and two of the main loop. */
public final class FakeCatalogue implements StepCatalogue {
	@StepInfo(name = "make_mask", group = StepGroup.INITIALISATION, summary = "Masks.", outputs = @Output(path = "mask", description = "mask"))
	static final class MakeMask implements Step {
		@Parameter(description = "Threshold", min = 0)
		private double threshold = 4;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	@StepInfo(name = "calc_error", group = StepGroup.MAIN_LOOP, summary = "Errs.", outputs = @Output(path = "error", description = "error"))
	static final class CalcError implements Step {
		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	@StepInfo(name = "pixel_map_from_data", group = StepGroup.MAIN_LOOP, summary = "Maps.", outputs = @Output(path = "map", description = "map"))
	static final class PixelMapFromData implements Step {
		@Parameter(description = "Iterations", min = 1, aliases = "maxiters")
		private int iterations = 40;

		@Parameter(description = "Filter", min = 0)
		private double filter = 1.5;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	@StepInfo(name = "zernike", group = StepGroup.ANALYSIS, summary = "Fits.", outputs = @Output(path = "zernike", description = "terms"))
	static final class Zernike implements Step {
		@Parameter(description = "Orders", min = 1)
		private int orders = 36;

		@Override
		public StepResult run(StepContext context) {
			return new StepResult(List.of(), List.of());
		}
	}

	private final List<StepDescription> steps = List.of(StepDescription.of(MakeMask.class), StepDescription.of(CalcError.class),
			StepDescription.of(PixelMapFromData.class), StepDescription.of(Zernike.class));

	@Override
	public List<StepDescription> steps() {
		return steps;
	}
}
