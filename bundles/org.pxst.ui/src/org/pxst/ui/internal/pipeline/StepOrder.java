// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.ArrayList;
import java.util.List;

import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;

/**
 * The steps in the order of the paper's figure 2: initialisation, the main loop as a whole and then its single steps, analysis.
 */
final class StepOrder {
	/** The step that is the whole main loop, and all before it. */
	static final String RECONSTRUCTION = "pixel_map_from_data";

	private StepOrder() {
	}

	/** @param catalogue in the order in which a user would take them */
	static List<StepDescription> of(List<StepDescription> catalogue) {
		List<StepDescription> ordered = new ArrayList<>();
		for (StepGroup group : StepGroup.values()) {
			catalogue.stream().filter(step -> step.group() == group && isReconstruction(step)).forEach(ordered::add);
			catalogue.stream().filter(step -> step.group() == group && !isReconstruction(step)).forEach(ordered::add);
		}
		return List.copyOf(ordered);
	}

	/** Whether a step is the whole main loop. */
	static boolean isReconstruction(StepDescription step) {
		return step.name().equals(RECONSTRUCTION);
	}

	/** Whether a step takes part as long as nobody says anything: the main loop, and what is made of its result. */
	static boolean isIncludedAtFirst(StepDescription step) {
		return isReconstruction(step) || step.group() == StepGroup.ANALYSIS;
	}
}
