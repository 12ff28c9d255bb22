// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Scan;
import org.pxst.processing.images.ColourMap;
import org.pxst.processing.images.internal.ColourScale;

/** What the detector saw. */
final class FramesPart implements Part {
	@Override
	public String title() {
		return "Frames";
	}

	@Override
	public Section make(Material material) {
		Section section = new Section("frames", title());
		if (material.scan().isEmpty())
			return section;
		try {
			section.figures(figures(material, material.scan().get()));
		} catch (CancelledException e) {
			throw e;
		} catch (PxstException e) {
			section.paragraph("The frames cannot be read: " + e.getMessage());
		}
		return section;
	}

	private static List<Figure> figures(Material material, Scan scan) {
		FrameSource source = scan.frames();
		DetectorMaps maps = new DetectorMaps(material);
		int[] good = material.goodFrames();
		int[] shown = IntStream.of(0, good.length / 2, good.length - 1).distinct().map(k -> good[k]).toArray();
		List<Values> frames = new ArrayList<>();
		for (int number : shown) {
			material.check();
			frames.add(maps.good(read(source, number)));
		}
		ColourScale scale = ColourScale.of(ColourMap.SEQUENTIAL,
				frames.stream().flatMapToDouble(frame -> Arrays.stream(frame.values())).toArray());
		String[] places = { "the first", "the middle one", "the last" };
		List<Figure> figures = new ArrayList<>();
		for (int k = 0; k < shown.length; k++) {
			material.check();
			figures.add(Pictures.map("Frame " + shown[k],
					"As measured, " + places[k] + " of the frames that were used; all frames here have the same colours. "
							+ "Structure of the sample should move from frame to frame, that of the lens stay. Grey: bad pixels. "
							+ "White line: region of interest.",
					maps.whole(frames.get(k), "counts", scale)));
		}
		int middle = shown.length / 2;
		divided(material, frames.get(middle), maps, shown[middle]).ifPresent(figures::add);
		return figures;
	}

	private static Values read(FrameSource source, int number) {
		float[] counts = new float[source.rows() * source.columns()];
		source.read(number, 1, counts);
		double[] values = new double[counts.length];
		for (int k = 0; k < values.length; k++)
			values[k] = Float.isFinite(counts[k]) ? counts[k] : Double.NaN;
		return new Values("", "", new int[] { source.rows(), source.columns() }, values);
	}

	private static Optional<Figure> divided(Material material, Values frame, DetectorMaps maps, int number) {
		return material.find("whitefield", frame.extent(0), frame.extent(1)).map(whitefield -> {
			double[] ratio = new double[frame.values().length];
			for (int k = 0; k < ratio.length; k++)
				ratio[k] = whitefield.values()[k] > 0 ? frame.values()[k] / whitefield.values()[k] : Double.NaN;
			Values inside = maps.inside(frame.with(ratio));
			return Pictures.map("Frame " + number + " divided by the whitefield",
					"What the sample alone does, in the region of interest: 1 means no change. It is what the reference image is "
							+ "made of, seen through the aberrations of the lens.",
					maps.part(inside, "intensity / whitefield", ColourScale.of(ColourMap.GREY, inside.values())));
		});
	}
}
