// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.Map;

import org.pxst.processing.step.StepDescription;

/** The names of steps for people. */
public final class StepTitle {
	/** Where the words of the command's name are not how one writes them. */
	private static final Map<String, String> WRITTEN = Map.of(StepOrder.RECONSTRUCTION, "Reconstruction",
			"guess_roi", "Guess region of interest", "fit_thon_rings", "Fit Thon rings", "zernike", "Zernike polynomials",
			"split_half_recon", "Split-half reconstruction", "calc_error", "Calculate errors", "generate_pixel_map_poly",
			"Generate pixel map from expressions");

	private StepTitle() {
	}

	/** The name of a step: words, with a capital first letter. */
	public static String of(StepDescription step) {
		String words = step.name().replace('_', ' ');
		return WRITTEN.getOrDefault(step.name(), Character.toUpperCase(words.charAt(0)) + words.substring(1));
	}
}
