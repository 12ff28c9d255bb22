// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.List;

/** What the lens does to the image. */
final class PixelMapPart implements Part {
	@Override
	public String title() {
		return "Pixel map";
	}

	@Override
	public Section make(Material material) {
		DetectorMaps maps = new DetectorMaps(material);
		List<Figure> figures = new ArrayList<>();
		material.need("Pixel map", "update_pixel_map", "pixel_map", 2, Material.ANY, Material.ANY).ifPresent(map -> {
			figures.add(residual(map.part(0), "ss", maps));
			material.check();
			figures.add(residual(map.part(1), "fs", maps));
		});
		return new Section("pixel-map", title()).figures(figures);
	}

	private static Figure residual(Values map, String axis, DetectorMaps maps) {
		// a slope of the map along its own axis is defocus, one along the other a rotation, the mean is a tilt
		Values structure = DetectorMaps.flattened(maps.inside(map), 1);
		return Pictures.map("Pixel map, " + axis + ", without tilt and defocus",
				"How far the aberrations of the lens shift the image along the " + (axis.equals("ss") ? "slow" : "fast")
						+ " scan axis, with the best plane taken off (tilt and defocus are in it). It should be smooth; speckle here is noise, "
						+ "and steps are errors of the search.",
				maps.scaled(structure, "shift (reference pixels)", "", true));
	}
}
