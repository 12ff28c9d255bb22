// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.pxst.core.scan.Roi;
import org.pxst.processing.charts.FocusWidths;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;
import org.pxst.processing.images.internal.MapFigure;

/** The beam around its focus. */
final class FocusPart implements Part {
	private static final String STEP = "focus_profile";
	/** Weaker light does not count for the part that is shown. */
	private static final double FAINT = 0.01;
	/** More planes are no longer looked at. */
	private static final int MOST_PLANES = 4;
	private static final String QUANTITY = "root of intensity (largest = 1)";

	@Override
	public String title() {
		return "Focus";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("focus", title());
		Optional<Values> planes = material.need("Caustic", STEP, "focus_planes", Material.ANY).filter(FocusPart::rises);
		Optional<Values> voxel = material.find("xyz_voxel_size", 3);
		section.facts(facts(material));
		List<Figure> figures = new ArrayList<>();
		if (planes.isPresent() && voxel.isPresent()) {
			int count = planes.get().extent(0);
			for (int axis = 0; axis < 2; axis++) {
				String name = axis == 0 ? "ss" : "fs";
				double step = voxel.get().values()[axis];
				material.find("profile_" + name, count, Material.ANY).filter(profile -> step > 0)
						.ifPresent(profile -> figures.add(caustic(profile, planes.get(), step, name)));
				material.check();
			}
			widths(material, planes.get()).ifPresent(figures::add);
		}
		figures.addAll(planes(material));
		return section.figures(figures);
	}

	private static boolean rises(Values planes) {
		double[] z = planes.values();
		return z.length > 1 && z[z.length - 1] > z[0];
	}

	private static List<Fact> facts(Material material) {
		List<Fact> facts = new ArrayList<>();
		add(facts, "Best focus", material.numberOrNaN("best_focus"), "from the nominal focus, positive downstream");
		add(facts, "Best focus, ss", material.numberOrNaN("best_focus_ss"), "of the profile along the slow scan axis");
		add(facts, "Best focus, fs", material.numberOrNaN("best_focus_fs"), "of the profile along the fast scan axis");
		add(facts, "Focus size, ss", material.numberOrNaN("focus_fwhm_ss"), "full width at half maximum");
		add(facts, "Focus size, fs", material.numberOrNaN("focus_fwhm_fs"), "full width at half maximum");
		material.number("strehl").ifPresent(strehl -> facts.add(new Fact("Strehl ratio", Unit.text(strehl, ""), "")));
		return facts;
	}

	private static void add(List<Fact> facts, String name, double metres, String note) {
		if (Double.isFinite(metres))
			facts.add(new Fact(name, Unit.text(metres, "m"), note));
	}

	/** The beam from the side: it goes from left to right. */
	private static Figure caustic(Values profile, Values planes, double voxel, String axis) {
		int count = profile.extent(0);
		int samples = profile.extent(1);
		double[] side = new double[profile.values().length];
		for (int plane = 0; plane < count; plane++)
			for (int x = 0; x < samples; x++)
				side[x * count + plane] = profile.values()[plane * samples + x];
		Roi lit = lit(samples, count, side);
		Roi part = new Roi(lit.ss0(), lit.ss1(), 0, count);
		double[] z = planes.values();
		double spacing = (z[count - 1] - z[0]) / (count - 1);
		Unit along = Unit.of(Math.max(Math.abs(z[0]), Math.abs(z[count - 1])), "m");
		Unit across = Unit.of(part.rows() * voxel / 2, "m");
		// so that the picture is three quarters as high as it is wide
		double aspect = 0.75 * part.columns() / part.rows();
		MapFigure.Axes axes = new MapFigure.Axes(across.label(axis), along.label("along the beam"),
				(part.ss0() - samples / 2) * voxel / across.size(), z[0] / along.size(), voxel / across.size(), spacing / along.size(),
				aspect);
		return Pictures.map("Caustic, " + axis,
				"The beam from the side, from left to right: light along " + axis + ", summed over the other axis. The waist is the focus; "
						+ "waists of ss and fs at different places are astigmatism, unlike sides of a waist spherical aberration or coma. "
						+ "Grey: the detector's pixels are too coarse for these planes.",
				root(part, side, count, axes));
	}

	private static MapFigure root(Roi part, double[] light, int columns, MapFigure.Axes axes) {
		double largest = Statistics.of(light).max();
		double[] values = MapFigure.cut(part, columns, k -> Math.sqrt(Math.max(0, light[k]) / largest));
		return new MapFigure("", part.rows(), part.columns(), values, axes, QUANTITY, new ColourScale(ColourMap.SEQUENTIAL, 0, 1), null);
	}

	private static Roi lit(int rows, int columns, double[] light) {
		double least = FAINT * Statistics.of(light).max();
		return Region.where(rows, columns, k -> light[k] >= least);
	}

	private static Optional<Figure> widths(Material material, Values planes) {
		Optional<Values> ss = material.find("fwhm_ss", planes.extent(0));
		Optional<Values> fs = material.find("fwhm_fs", planes.extent(0));
		if (ss.isEmpty() || fs.isEmpty())
			return Optional.empty();
		Unit along = Unit.of(Arrays.stream(planes.values()).map(Math::abs).max().orElse(1), "m");
		Unit width = Unit.of(Math.max(Statistics.of(ss.get().values()).max(), Statistics.of(fs.get().values()).max()), "m");
		FocusWidths widths = new FocusWidths(planes.values(), ss.get().values(), fs.get().values(),
				material.numberOrNaN("best_focus_ss"), material.numberOrNaN("best_focus_fs"));
		return Optional.of(Pictures.numbers("Width along the beam",
				"Full width at half maximum of the caustics above. It jumps where side peaks reach half of the highest one. "
						+ "Rings: the best focus of each axis, the plane with the highest peak.",
				widths.curves(along.size(), width.size()), along.label("along the beam"), width.label("width")));
	}

	private static List<Figure> planes(Material material) {
		List<Figure> figures = new ArrayList<>();
		Optional<Values> stack = material.find("focus_intensity", Material.ANY, Material.ANY, Material.ANY);
		Optional<Values> voxels = stack.flatMap(s -> material.find("focus_intensity_voxel_size", s.extent(0), 2));
		Optional<Values> places = stack.flatMap(s -> material.find("focus_intensity_planes", s.extent(0)));
		if (stack.isEmpty() || voxels.isEmpty() || places.isEmpty())
			return figures;
		for (int k = 0; k < Math.min(MOST_PLANES, stack.get().extent(0)); k++) {
			material.check();
			double stepSs = voxels.get().values()[2 * k];
			double stepFs = voxels.get().values()[2 * k + 1];
			if (stepSs > 0 && stepFs > 0 && Statistics.of(stack.get().part(k).values()).max() > 0)
				figures.add(plane(stack.get().part(k), places.get().values()[k], stepSs, stepFs));
		}
		return figures;
	}

	private static Figure plane(Values light, double place, double stepSs, double stepFs) {
		int rows = light.extent(0);
		int columns = light.extent(1);
		Roi part = lit(rows, columns, light.values());
		Unit length = Unit.of(Math.max(part.rows() * stepSs, part.columns() * stepFs), "m");
		MapFigure.Axes axes = new MapFigure.Axes(length.label("ss"), length.label("fs"), (part.ss0() - rows / 2) * stepSs / length.size(),
				(part.fs0() - columns / 2) * stepFs / length.size(), stepSs / length.size(), stepFs / length.size(), stepSs / stepFs);
		return Pictures.map("Intensity at " + Unit.text(place, "m"),
				"The beam in the plane " + Unit.text(place, "m") + " from the nominal focus, where it has more than 1 % of its largest "
						+ "intensity. Side peaks and tails come from the aberrations and from the shape of the aperture.",
				root(part, light.values(), columns, axes));
	}
}
