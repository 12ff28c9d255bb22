// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.processing.images.internal.CurveChart;

/** How sure the pixel map is: the difference of the maps from two halves of the data. */
final class UncertaintyPart implements Part {
	private static final int BINS = 80;
	/** Ends of the histogram, standard deviations. */
	private static final double REACH = 5;
	/** Standard deviation of a normal distribution over the median distance from its middle. */
	private static final double SIGMA_PER_MEDIAN = 1.482602218505602;

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
			figures.add(histogram(map.values(), name));
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

	private static Figure histogram(double[] differences, String axis) {
		double[] known = Arrays.stream(differences).filter(v -> !Double.isNaN(v)).sorted().toArray();
		double middle = known[known.length / 2];
		double[] distances = Arrays.stream(known).map(v -> Math.abs(v - middle)).sorted().toArray();
		double sigma = SIGMA_PER_MEDIAN * distances[distances.length / 2];
		if (!(sigma > 0))
			sigma = 1;
		double width = 2 * REACH * sigma / BINS;
		double[] counts = new double[BINS];
		for (double v : known) {
			int bin = (int) Math.floor((v - middle) / width + BINS / 2.0);
			if (bin >= 0 && bin < BINS)
				counts[bin]++;
		}
		double[] x = IntStream.range(0, BINS).mapToDouble(k -> middle + (k + 0.5 - BINS / 2.0) * width).toArray();
		double peak = known.length * width / (sigma * Math.sqrt(2 * Math.PI));
		double spread = sigma;
		double[] normal = Arrays.stream(x).map(v -> peak * Math.exp(-(v - middle) * (v - middle) / (2 * spread * spread))).toArray();
		CurveChart chart = new CurveChart();
		Pictures.addCurve(chart, "pixels", x, counts);
		chart.addLine("normal distribution, sigma " + Unit.text(sigma, "") + " pixels", x, normal);
		return Pictures.numbers("Histogram of the difference, " + axis,
				"How many pixels differ by how much, and the normal distribution as wide as its middle. Higher tails come from pixels "
						+ "with little light or contrast.",
				chart, "difference (reference pixels)", "pixels");
	}
}
