// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.pxst.core.zernike.NollIndex;
import org.pxst.processing.images.internal.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** The wavefront as a sum of known aberrations. */
final class ZernikePart implements Part {
	private static final int BAR = 300;
	private static final int BAR_HEIGHT = 12;
	private static final int ROOM = 2;
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
				+ "term. Bars to the right are positive. What was taken off before (tilt and defocus as a rule) is 0.");
		section.facts(facts(material));
		section.add(bars(coefficients.get().values(), material.texts("zernike/zernike_names")));
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

	private static Html bars(double[] rad, List<String> names) {
		double largest = 0;
		for (double value : rad)
			largest = Math.max(largest, Double.isNaN(value) ? 0 : Math.abs(value));
		Html html = new Html().open("div", "class", "scroll").open("table", "class", "bars").open("thead").open("tr");
		for (String head : new String[] { "j", "aberration", "rad", "waves", "" })
			html.element("th", head);
		html.close("tr").close("thead").open("tbody");
		for (int k = 0; k < rad.length; k++) {
			html.open("tr").element("td", Integer.toString(k + 1))
					.element("td", k < names.size() ? names.get(k) : NollIndex.of(k + 1).name())
					.element("td", number(rad[k]), "class", "number").element("td", number(rad[k] / (2 * Math.PI)), "class", "number")
					.open("td", "class", "bar").add(bar(rad[k], largest).toString()).close("td").close("tr");
		}
		return html.close("tbody").close("table").close("div");
	}

	private static String number(double value) {
		if (Double.isNaN(value))
			return "none";
		return Math.abs(value) < LEAST ? "0" : String.format(Locale.ROOT, "%.4f", value);
	}

	/** A bar from the middle. */
	private static Html bar(double value, double largest) {
		double length = Double.isNaN(value) || largest == 0 ? 0 : (BAR / 2.0 - ROOM) * Math.abs(value) / largest;
		double left = value < 0 ? BAR / 2.0 - length : BAR / 2.0;
		String height = Integer.toString(BAR_HEIGHT);
		String middle = Integer.toString(BAR / 2);
		return new Html().open("svg", "viewBox", "0 0 " + BAR + " " + BAR_HEIGHT, "aria-hidden", "true", "preserveAspectRatio", "none")
				.open("line", "x1", middle, "x2", middle, "y1", "0", "y2", height, "stroke", "#9aa4b0").close("line")
				.open("rect", "x", String.format(Locale.ROOT, "%.2f", left), "y", "1", "width",
						String.format(Locale.ROOT, "%.2f", length), "height", Integer.toString(BAR_HEIGHT - 2), "fill",
						value < 0 ? "#b2403f" : "#2b5fa8")
				.close("rect").close("svg");
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
