// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.processing.step.OutputDescription;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepDescription;

/** What the analysis steps declare, against the 2020 suite's ini files. */
class AnalysisParametersTest {
	private static Stream<Arguments> steps() {
		return Stream.of(Arguments.of(CalculatePhaseStep.class, "calculate_phase",
				"weight pixel_translations pixel_map roi good_frames dss dfs maxiter z x_pixel_size y_pixel_size wavelength"),
				Arguments.of(GetDefocusStep.class, "get_defocus", "pixel_map weight roi dss dfs z x_pixel_size y_pixel_size"),
				Arguments.of(FocusProfileStep.class, "focus_profile",
						"phase whitefield roi good_frames zs subsamples z x_pixel_size y_pixel_size wavelength"),
				Arguments.of(ZernikeStep.class, "zernike", "roi whitefield phase orders defocus remove_tilt remove_piston remove_defocus "
						+ "remove_astigmatism x_pixel_size y_pixel_size distance mask energy basis_vectors"),
				Arguments.of(SplitHalfReconStep.class, "split_half_recon",
						"search_window reference_image n0 m0 mask whitefield pixel_translations pixel_map roi good_frames data subpixel "
								+ "subsample interpolate fill_bad_pix quadratic_refinement integrate clip filter dss dfs distance"),
				Arguments.of(CalculateSampleThicknessStep.class, "calculate_sample_thickness", "reference_image reference_roi dss dfs "
						+ "defocus delta beta set_median_to_zero tol_ctf tol_tie wavelength distance"));
	}

	@ParameterizedTest
	@MethodSource("steps")
	void everyParameterOfTheSuiteIsAccepted(Class<? extends Step> type, String name, String parameters) {
		StepDescription step = StepDescription.of(type);
		assertEquals(name, step.name());
		for (String parameter : parameters.split(" "))
			assertTrue(step.parameter(parameter).isPresent() || step.obsolete().containsKey(parameter)
					|| ScanParameter.called(parameter).isPresent(), () -> name + " does not accept " + parameter);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void namesAreUsedOnce(Class<? extends Step> type, String name, String parameters) {
		StepDescription step = StepDescription.of(type);
		List<String> names = Stream.concat(step.obsolete().keySet().stream(),
				step.parameters().stream().flatMap(p -> Stream.concat(Stream.of(p.name()), p.aliases().stream()))).toList();
		assertEquals(names.stream().distinct().toList(), names, parameters);
		List<String> paths = step.outputs().stream().map(OutputDescription::path).toList();
		assertEquals(paths.stream().distinct().toList(), paths, name);
	}

	/** One that it had declared itself would take the path of the detector's steps for its own value. */
	@Test
	void zernikeLeavesBasisVectorsToTheScan() {
		assertTrue(StepDescription.of(ZernikeStep.class).parameter("basis_vectors").isEmpty());
	}

	@Test
	void defaultsAreTheSuitesOnesWhereTheyMakeSense() {
		assertEquals("36", text(ZernikeStep.class, "orders"));
		assertEquals("True", text(ZernikeStep.class, "remove_astigmatism"));
		assertEquals("False", text(CalculatePhaseStep.class, "remove_astigmatism"));
		assertEquals("4", text(FocusProfileStep.class, "subsamples"));
		assertEquals("[10, 10]", text(SplitHalfReconStep.class, "search_window"));
		assertEquals("None", text(CalculateSampleThicknessStep.class, "reference_roi"));
		assertEquals("/speckle_tracking/reference_image", text(CalculateSampleThicknessStep.class, "reference_image"));
		assertEquals("both", text(CalculateSampleThicknessStep.class, "method").replace("'", ""));
	}

	private static String text(Class<? extends Step> type, String name) {
		return StepDescription.of(type).parameter(name).map(ParameterDescription::defaultText).orElseThrow();
	}
}
