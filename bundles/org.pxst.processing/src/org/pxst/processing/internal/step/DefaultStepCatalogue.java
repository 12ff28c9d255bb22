// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;

/** The steps of this bundle. */
@Component(service = StepCatalogue.class)
public final class DefaultStepCatalogue implements StepCatalogue {
	/** In the order in which a user would take them. */
	private static final List<Class<? extends Step>> CLASSES = List.of(FrameCheckStep.class, MakeMaskStep.class,
			MakeWhitefieldStep.class, GuessRoiStep.class, FitThonRingsStep.class, FitDefocusRegistrationStep.class,
			DefocusSweepStep.class, GeneratePixelMapStep.class, GeneratePixelMapPolyStep.class, MakeReferenceStep.class,
			UpdatePixelMapStep.class, UpdateTranslationsStep.class, FitWhitefieldStep.class, CalcErrorStep.class,
			PixelMapFromDataStep.class, CalculatePhaseStep.class, GetDefocusStep.class, FocusProfileStep.class,
			ZernikeStep.class, SplitHalfReconStep.class, CalculateSampleThicknessStep.class);

	private final List<StepDescription> steps = CLASSES.stream().map(StepDescription::of).toList();

	@Override
	public List<StepDescription> steps() {
		return steps;
	}
}
