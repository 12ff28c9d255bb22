// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;

import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** The wavefront. */
final class PhasePart implements Part {
	private static final String STEP = "calculate_phase";

	@Override
	public String title() {
		return "Phase and ray angles";
	}

	@Override
	public Section make(Material material) {
		DetectorMaps maps = new DetectorMaps(material);
		List<Figure> figures = new ArrayList<>();
		material.need("Phase", STEP, "phase", Material.ANY, Material.ANY).map(maps::inside).map(v -> DetectorMaps.flattened(v, 0))
				.ifPresent(phase -> {
					Statistics statistics = Statistics.of(phase.values());
					Unit rad = Unit.of(1, "rad");
					figures.add(Pictures.map("Phase of the wavefront",
							"The aberrations of the lens without piston, tilt and defocus: " + rad.text(statistics.rms()) + " rms, "
									+ rad.text(statistics.max() - statistics.min())
									+ " peak to valley; 6.28 rad are one wavelength. The colours leave out the outermost 1 % of the values.",
							maps.part(phase, "phase (rad)", ColourScale.symmetric(ColourMap.DIVERGING, phase.values()))));
				});
		material.need("Ray angles", STEP, "angles", 2, Material.ANY, Material.ANY).ifPresent(angles -> {
			material.check();
			figures.add(angle(angles.part(0), "ss", maps));
			material.check();
			figures.add(angle(angles.part(1), "fs", maps));
		});
		return new Section("phase", title()).figures(figures);
	}

	private static Figure angle(Values angles, String axis, DetectorMaps maps) {
		return Pictures.map("Ray angle, " + axis,
				"Angle of the rays along the " + (axis.equals("ss") ? "slow" : "fast")
						+ " scan axis against those from an ideal lens, less its mean. The phase is integrated from these angles, so that "
						+ "fine errors show here first.",
				maps.scaled(DetectorMaps.flattened(maps.inside(angles), 0), "angle", "rad", true));
	}
}
