// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.pxst.core.scan.Roi;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** Mask and whitefield. */
final class DetectorPart implements Part {
	/** Extent of a frame from which on pictures are smaller than the frame. */
	private static final int LARGE = 700;

	@Override
	public String title() {
		return "Mask and whitefield";
	}

	@Override
	public Section make(Material material) {
		DetectorMaps maps = new DetectorMaps(material);
		List<Figure> figures = new ArrayList<>();
		material.need("Mask", "make_mask", "mask", Material.ANY, Material.ANY).ifPresent(mask -> figures.add(mask(mask, maps)));
		material.check();
		material.need("Whitefield", "make_whitefield", "whitefield", Material.ANY, Material.ANY)
				.ifPresent(whitefield -> figures.add(whitefield(whitefield, maps)));
		return new Section("detector", title()).figures(figures);
	}

	private static Figure mask(Values mask, DetectorMaps maps) {
		double[] bad = Arrays.stream(mask.values()).map(good -> good == 0 ? 1 : 0).toArray();
		int all = bad.length;
		boolean large = Math.max(mask.extent(0), mask.extent(1)) > LARGE;
		double[] shown = large ? grown(bad, mask.extent(0), mask.extent(1)) : bad;
		int count = (int) Arrays.stream(bad).sum();
		String inside = maps.roi(mask.extent(0), mask.extent(1)).map(roi -> ", " + count(bad, roi, mask.extent(1))
				+ " of them in the region of interest").orElse("");
		return Pictures.map("Mask: " + count + " bad pixels",
				String.format(Locale.ROOT, "Bad pixels are dark: %d of %d (%.2g %%)%s. They are left out everywhere. Large dark "
						+ "areas that are no gaps of the detector mean that the mask is too strict.%s", count, all,
						100.0 * count / all, inside, large ? " They are drawn three pixels wide, so that single ones can be seen." : ""),
				maps.whole(mask.with(Arrays.stream(shown).map(b -> 1 - b).toArray()), "1 = good, 0 = bad",
						new ColourScale(ColourMap.GREY, 0, 1)));
	}

	/** Bad pixels with all their neighbours: averages over many pixels would not show single ones. */
	private static double[] grown(double[] bad, int rows, int columns) {
		double[] grown = new double[bad.length];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				if (bad[i * columns + j] > 0)
					for (int y = Math.max(0, i - 1); y < Math.min(rows, i + 2); y++)
						Arrays.fill(grown, y * columns + Math.max(0, j - 1), y * columns + Math.min(columns, j + 2), 1);
		return grown;
	}

	private static int count(double[] bad, Roi roi, int columns) {
		int count = 0;
		for (int i = roi.ss0(); i < roi.ss1(); i++)
			for (int j = roi.fs0(); j < roi.fs1(); j++)
				count += (int) bad[i * columns + j];
		return count;
	}

	private static Figure whitefield(Values whitefield, DetectorMaps maps) {
		Values good = maps.good(whitefield);
		return Pictures.map("Whitefield",
				"The beam without the sample, found from all frames. It should be smooth and free of traces of the sample. The "
						+ "region of interest (white line) should hold the lit part.",
				maps.whole(good, "counts", ColourScale.of(ColourMap.SEQUENTIAL, good.values())));
	}
}
