// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.processing.charts.SplitHalfHistogram;

/** How sure the pixel map is: the difference of the maps from two halves of the data. */
final class UncertaintyPart implements Part {
	@Override
	public String title() {
		return "Uncertainty";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("uncertainty", title());
		Optional<Values> difference = material.need("Split-half uncertainty", "split_half_recon", "pixel_map_difference", 2, Material.ANY,
				Material.ANY);
		if (difference.isEmpty())
			return section;
		section.paragraph("The data were split at random, and each half gave a pixel map of its own. What the two differ by is noise; "
				+ "the map from all data is about half as noisy.");
		section.facts(facts(material));
		DetectorMaps maps = new DetectorMaps(material);
		List<Figure> figures = new ArrayList<>();
		for (int axis = 0; axis < 2; axis++) {
			material.check();
			Values map = maps.inside(difference.get().part(axis));
			if (Statistics.of(map.values()).count() == 0)
				continue;
			String name = axis == 0 ? "ss" : "fs";
			figures.add(Pictures.map("Difference of the halves, " + name,
					"It should be noise without structure, stronger where there is less light.",
					maps.scaled(map, "difference (reference pixels)", "", true)));
			histogram(material, name).ifPresent(figures::add);
		}
		return section.figures(figures);
	}

	private static List<Fact> facts(Material material) {
		List<Fact> facts = new ArrayList<>();
		for (String axis : new String[] { "ss", "fs" }) {
			double pixels = material.numberOrNaN("sigma_" + axis);
			double angle = material.numberOrNaN("sigma_angle_" + axis);
			if (Double.isFinite(pixels) && Double.isFinite(angle))
				facts.add(new Fact("Noise of the map, " + axis, Unit.text(angle, "rad"),
						"sigma of the ray angles; " + Unit.text(pixels, "") + " reference pixels, before any filter"));
		}
		return facts;
	}

	/** As split_half_recon counted it. */
	private static Optional<Figure> histogram(Material material, String axis) {
		Optional<Values> angles = material.find("x_" + axis, Material.ANY);
		Optional<Values> counts = material.find("h_" + axis, Material.ANY);
		Optional<Values> normal = material.find("h_fit_" + axis, Material.ANY);
		if (angles.isEmpty() || counts.isEmpty() || normal.isEmpty())
			return Optional.empty();
		if (counts.get().extent(0) != angles.get().extent(0) || normal.get().extent(0) != angles.get().extent(0))
			return Optional.empty();
		return Optional.of(Pictures.histogram("Histogram of the difference, " + axis,
				"How many pixels differ by how much, and the normal distribution as wide as its middle. Higher tails come from pixels "
						+ "with little light or contrast.",
				new SplitHalfHistogram(axis, angles.get().values(), counts.get().values(), normal.get().values())));
	}
}
