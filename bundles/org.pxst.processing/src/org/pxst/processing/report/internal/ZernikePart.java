// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.zernike.NollIndex;
import org.pxst.processing.charts.ZernikeChart;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** The wavefront as a sum of known aberrations. */
final class ZernikePart implements Part {
	/** More names do not fit below the bars. */
	private static final int MOST_NAMES = 45;
	/** Nobody has a wavefront of so many rad. */
	private static final double LARGEST_DRAWN = 1e9;
	/** Smaller coefficients are printed as 0. */
	private static final double LEAST = 5e-5;

	@Override
	public String title() {
		return "Zernike coefficients";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("zernike", title());
		Optional<Values> coefficients = material.need("Zernike coefficients", "zernike", "zernike/zernike_coefficients", Material.ANY);
		if (coefficients.isEmpty())
			return section;
		section.paragraph("How much of each aberration the phase has, in the order of Noll: each coefficient is the rms of its "
				+ "term. What was taken off before (tilt and defocus as a rule) is 0.");
		section.facts(facts(material));
		List<String> names = material.texts("zernike/zernike_names");
		bars(coefficients.get().values(), names).ifPresent(bars -> section.figures(List.of(bars)));
		section.add(table(coefficients.get().values(), names));
		return section.figures(figures(material));
	}

	private static List<Fact> facts(Material material) {
		List<Fact> facts = new ArrayList<>();
		add(facts, "Phase", material.numberOrNaN("zernike/zernike_phase_rms"), "rms, without what was taken off");
		add(facts, "Sum of the terms", material.numberOrNaN("zernike/zernike_rms"), "rms");
		add(facts, "What they leave", material.numberOrNaN("zernike/zernike_residual_rms"), "rms");
		return facts;
	}

	private static void add(List<Fact> facts, String name, double rad, String note) {
		if (Double.isFinite(rad))
			facts.add(new Fact(name, Unit.of(1, "rad").text(rad), note));
	}

	private static Html table(double[] rad, List<String> names) {
		Html html = new Html().open("div", "class", "scroll").open("table", "class", "bars").open("thead").open("tr");
		for (String head : new String[] { "j", "aberration", "rad", "waves" })
			html.element("th", head);
		html.close("tr").close("thead").open("tbody");
		for (int k = 0; k < rad.length; k++)
			html.open("tr").element("td", Integer.toString(k + 1)).element("td", name(names, k))
					.element("td", number(rad[k]), "class", "number").element("td", number(rad[k] / (2 * Math.PI)), "class", "number")
					.close("tr");
		return html.close("tbody").close("table").close("div");
	}

	private static String name(List<String> names, int k) {
		return k < names.size() ? names.get(k) : NollIndex.of(k + 1).name();
	}

	/** The coefficients as bars; none when they are too large for an axis. */
	private static Optional<Figure> bars(double[] rad, List<String> names) {
		if (Arrays.stream(rad).anyMatch(v -> Math.abs(v) > LARGEST_DRAWN))
			return Optional.empty();
		List<ZernikeChart.Bar> bars = IntStream.range(0, rad.length)
				.mapToObj(k -> new ZernikeChart.Bar(k + 1, name(names, k), rad[k])).toList();
		return Optional.of(Pictures.bars("Zernike coefficients", "Each bar is the rms of its term, with the sign of the coefficient.",
				new ZernikeChart(bars, "rad", rad.length <= MOST_NAMES)));
	}

	private static String number(double value) {
		if (Double.isNaN(value))
			return "none";
		return Math.abs(value) < LEAST ? "0" : String.format(Locale.ROOT, "%.4f", value);
	}

	private static List<Figure> figures(Material material) {
		DetectorMaps maps = new DetectorMaps(material);
		List<Figure> figures = new ArrayList<>();
		Optional<Values> phase = material.find("zernike/zernike_phase", Material.ANY, Material.ANY);
		Optional<Values> fit = phase.flatMap(p -> material.find("zernike/zernike_phase_fit", p.shape()));
		if (fit.isEmpty())
			return figures;
		ColourScale scale = ColourScale.symmetric(ColourMap.DIVERGING, phase.get().values());
		figures.add(Pictures.map("Sum of the terms", "The part of the phase that the Zernike terms describe.",
				maps.part(fit.get(), "phase (rad)", scale)));
		material.check();
		double[] rest = phase.get().values().clone();
		for (int k = 0; k < rest.length; k++)
			rest[k] -= fit.get().values()[k];
		figures.add(Pictures.map("What the terms leave",
				"Aberrations finer than the terms, and noise. Its colours span a smaller range than those of the sum.",
				maps.part(fit.get().with(rest), "phase (rad)", ColourScale.symmetric(ColourMap.DIVERGING, rest))));
		return figures;
	}
}
