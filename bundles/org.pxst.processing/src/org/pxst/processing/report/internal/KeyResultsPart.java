// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that a user wants to see first. */
final class KeyResultsPart implements Part {
	@Override
	public String title() {
		return "Key results";
	}

	@Override
	public Section make(Material material) {
		List<Fact> facts = new ArrayList<>();
		geometry(material, facts);
		errors(material, facts);
		phase(material, facts);
		focus(material, facts);
		uncertainty(material, facts);
		Section section = new Section("results", title()).cards(facts);
		if (!material.hasResult())
			section.paragraph("There is no result in the group " + material.request().group() + " of this file. Make one with: pxst "
					+ "reconstruct " + material.request().file().getFileName());
		return section;
	}

	private static void geometry(Material material, List<Fact> facts) {
		double defocus = material.numberOrNaN("defocus");
		double ss = material.numberOrNaN("defocus_ss");
		double fs = material.numberOrNaN("defocus_fs");
		Unit unit = Unit.of(defocus, "m");
		add(facts, "Defocus (focus to sample)", defocus, "m", Double.isFinite(ss) && Double.isFinite(fs)
				? "ss " + unit.text(ss) + ", fs " + unit.text(fs) : "");
		add(facts, "Astigmatism", material.numberOrNaN("astigmatism"), "m", "half of ss minus fs");
		double dss = material.numberOrNaN("dss");
		double dfs = material.numberOrNaN("dfs");
		if (Double.isFinite(dss) && Double.isFinite(dfs)) {
			Unit length = Unit.of(dss, "m");
			double magnification = material.numberOrNaN("magnification");
			facts.add(new Fact("Reference pixel (ss \u00d7 fs)", length.number(dss) + " \u00d7 " + length.text(dfs),
					Double.isFinite(magnification) ? "magnification " + Unit.text(magnification, "") : ""));
		}
	}

	private static void errors(Material material, List<Fact> facts) {
		Optional<Values> iterations = material.find("error_iteration", Material.ANY);
		add(facts, "Error (unexplained part of the variance)", material.numberOrNaN("error_total"), "",
				iterations.map(v -> "first iteration " + Unit.text(v.values()[0], "") + ", " + v.extent(0) + " iterations").orElse(""));
		positions(material, facts);
	}

	private static void positions(Material material, List<Fact> facts) {
		material.find("pixel_translations_comparison", 2, Material.ANY, 2).map(PositionChange::of).filter(change -> change.frames() > 0)
				.ifPresent(change -> facts.add(new Fact("Positions corrected by", Unit.text(change.rms(), "") + " pixels",
						"rms; reference pixels")));
	}

	private static void phase(Material material, List<Fact> facts) {
		DetectorMaps maps = new DetectorMaps(material);
		material.find("phase", Material.ANY, Material.ANY).map(maps::inside).map(v -> Statistics.of(v.values()))
				.filter(statistics -> statistics.count() > 0)
				.ifPresent(statistics -> facts.add(new Fact("Phase", Unit.of(1, "rad").text(statistics.rms()) + " rms",
						Unit.of(1, "rad").text(statistics.max() - statistics.min()) + " peak to valley")));
		material.number("zernike/zernike_residual_rms").ifPresent(rest -> facts
				.add(new Fact("Zernike terms leave", Unit.of(1, "rad").text(rest) + " rms", "of the phase")));
	}

	private static void focus(Material material, List<Fact> facts) {
		double ss = material.numberOrNaN("focus_fwhm_ss");
		double fs = material.numberOrNaN("focus_fwhm_fs");
		if (Double.isFinite(ss) && Double.isFinite(fs)) {
			Unit unit = Unit.of(ss, "m");
			facts.add(new Fact("Focus size (ss \u00d7 fs)", unit.number(ss) + " \u00d7 " + unit.text(fs), "full width at half maximum"));
		}
		add(facts, "Strehl ratio", material.numberOrNaN("strehl"), "", "peak over that without aberrations");
	}

	private static void uncertainty(Material material, List<Fact> facts) {
		double ss = material.numberOrNaN("sigma_angle_ss");
		double fs = material.numberOrNaN("sigma_angle_fs");
		if (Double.isFinite(ss) && Double.isFinite(fs)) {
			Unit unit = Unit.of(ss, "rad");
			facts.add(new Fact("Noise of the ray angles", unit.number(ss) + " \u00d7 " + unit.text(fs),
					"sigma, ss \u00d7 fs, from two halves of the data"));
		}
	}

	private static void add(List<Fact> facts, String name, double value, String unit, String note) {
		if (Double.isFinite(value))
			facts.add(new Fact(name, Unit.text(value, unit), note));
	}
}
