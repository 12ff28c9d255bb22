// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** The image of the sample without the aberrations of the lens. */
final class ReferencePart implements Part {
	@Override
	public String title() {
		return "Reference image";
	}

	@Override
	public Section make(Material material) {
		ReferenceMaps maps = new ReferenceMaps(material);
		List<Figure> figures = new ArrayList<>();
		material.need("Reference image", "make_reference", "reference_image", Material.ANY, Material.ANY).ifPresent(image -> {
			// the 2020 suite stores -1 where there is no value
			Values known = image.with(Arrays.stream(image.values()).map(v -> v < 0 ? Double.NaN : v).toArray());
			figures.add(Pictures.map("Reference image",
					"The undistorted image of the sample, as a point source at the focus would cast it. Fine detail and straight "
							+ "edges that are straight tell that the pixel map is right; double edges, that it is not.",
					maps.figure(known, "intensity / whitefield", ColourScale.of(ColourMap.GREY, known.values()))));
		});
		material.check();
		material.find("reference_overlap", Material.ANY, Material.ANY).ifPresent(overlap -> {
			double largest = Statistics.of(overlap.values()).max();
			Values seen = overlap.with(Arrays.stream(overlap.values()).map(v -> v > 0 ? v / largest : Double.NaN).toArray());
			figures.add(Pictures.map("Overlap of the frames",
					"How much light of all frames went into each pixel of the reference image (sum of squared whitefields). Low "
							+ "values, at the rim, are noisy.",
					maps.figure(seen, "overlap (largest = 1)", ColourScale.of(ColourMap.SEQUENTIAL, seen.values()))));
		});
		return new Section("reference", title()).figures(figures);
	}
}
