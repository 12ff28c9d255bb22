// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** The sample as lengths along the beam. */
final class ThicknessPart implements Part {
	private static final String STEP = "calculate_sample_thickness";

	@Override
	public String title() {
		return "Sample thickness";
	}

	@Override
	public Section make(Material material) {
		ReferenceMaps maps = new ReferenceMaps(material);
		List<Figure> figures = new ArrayList<>();
		add(material, maps, "sample_thickness_pag", "Thickness (Paganin)",
				"From the reference image, for a sample of one material; smooth, and right on the whole.", figures);
		add(material, maps, "sample_thickness_ctf", "Thickness (contrast transfer function)",
				"The same for a weak sample: sharper at edges.", figures);
		return new Section("thickness", title()).figures(figures);
	}

	private static void add(Material material, ReferenceMaps maps, String name, String title, String caption, List<Figure> figures) {
		material.check();
		material.need(title, STEP, name, Material.ANY, Material.ANY)
				.ifPresent(thickness -> figures.add(Pictures.map(title, caption + " Thicknesses are relative: the median is 0 as a rule.",
						maps.lengths(thickness, "thickness", ColourScale.of(ColourMap.SEQUENTIAL, thickness.values())))));
	}
}
