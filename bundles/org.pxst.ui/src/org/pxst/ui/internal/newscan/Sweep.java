// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.ui.image.Picture;

/**
 * What a defocus sweep found.
 *
 * @param scores   at each defocus
 * @param rows     of the images
 * @param columns  of the images
 * @param images   the reference image at each defocus, one after the other, flat (ss, fs)
 * @param geometry where the detector is
 */
record Sweep(DefocusScores scores, int rows, int columns, float[] images, Geometry geometry) {
	private static Picture.Axis axis(String label, int first, Optional<Double> pixel) {
		return pixel.map(size -> new Picture.Axis(label, "m", first * size, size)).orElseGet(() -> new Picture.Axis(label, "px", first, 1));
	}

	/** Rows and columns that have values, half open; all when none has: smaller images have nothing around them. */
	private int[] filled(int index) {
		int[] box = { rows, 0, columns, 0 };
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				if (!Float.isNaN(images[(index * rows + i) * columns + j])) {
					box[0] = Math.min(box[0], i);
					box[1] = Math.max(box[1], i + 1);
					box[2] = Math.min(box[2], j);
					box[3] = Math.max(box[3], j + 1);
				}
		return box[0] < box[1] ? box : new int[] { 0, rows, 0, columns };
	}

	/** The image of a defocus. */
	Picture picture(int index) {
		int[] box = filled(index);
		int height = box[1] - box[0];
		int width = box[3] - box[2];
		float[] values = new float[height * width];
		for (int i = 0; i < height; i++)
			System.arraycopy(images, (index * rows + box[0] + i) * columns + box[2], values, i * width, width);
		double ss = scores.ss()[index];
		double fs = scores.fs()[index];
		boolean isBetween = ss > 0 && fs > 0 && geometry.sampleToDetector((ss + fs) / 2) > 0;
		Optional<GeneratePixelMap> pixels = isBetween ? Optional.of(GeneratePixelMap.of(geometry, ss, fs)) : Optional.empty();
		return new Picture("Reference image", height, width, values,
				axis("slow scan axis", box[0] - rows / 2, pixels.map(GeneratePixelMap::dss)),
				axis("fast scan axis", box[2] - columns / 2, pixels.map(GeneratePixelMap::dfs)), "intensity / whitefield", "",
				Picture.Colours.GREY);
	}
}
