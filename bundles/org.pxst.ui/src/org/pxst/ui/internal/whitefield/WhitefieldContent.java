// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Optional;

import org.pxst.core.PxstException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;
import org.pxst.ui.image.Picture;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the view reads.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param mask    good pixels: of the results, else of the detector
 * @param light   the whitefield of the results, if there is one
 * @param roi     region of interest of the results, if there is one
 * @param ss      positions of rows
 * @param fs      positions of columns
 * @param note    what is wrong, in words for the user; "" when all is well
 */
record WhitefieldContent(int rows, int columns, Mask mask, Optional<Light> light, Optional<Roi> roi, Picture.Axis ss,
		Picture.Axis fs, String note) {
	private static final Logger LOG = LoggerFactory.getLogger(WhitefieldContent.class);
	private static final int EDGES = 4;

	/**
	 * Reads it.
	 *
	 * @throws org.pxst.core.InvalidDataException when there are no frames
	 */
	static WhitefieldContent read(ScanReader reader) {
		int[] shape = reader.cxi().frames().getShape();
		int rows = shape[1];
		int columns = shape[2];
		Mask detector = Mask.allGood(rows, columns);
		Optional<Geometry> geometry = Optional.empty();
		String note = "";
		try {
			Scan scan = reader.cxi().scan();
			detector = scan.detectorMask();
			geometry = Optional.of(scan.geometry());
		} catch (PxstException e) {
			note = "Pixel sizes are not known, since the file is no whole scan: " + e.getMessage();
		}
		Mask mask = numbers(reader, "mask").filter(values -> values.length == rows * columns)
				.map(values -> mask(values, rows, columns)).orElse(detector);
		Optional<Light> light = numbers(reader, "whitefield").filter(values -> values.length == rows * columns)
				.map(values -> Light.of(image(values, rows, columns), mask, true));
		if (light.isEmpty() && reader.has("whitefield"))
			note = "The whitefield in the file does not fit the frames of " + rows + " x " + columns
					+ " pixels. Compute it and write it again.";
		Optional<Roi> roi = numbers(reader, "roi").flatMap(values -> roi(values, rows, columns));
		if (roi.isEmpty() && reader.has("roi"))
			note = "The region of interest in the file is not inside the frames of " + rows + " x " + columns
					+ " pixels and is not used. Choose another one and save it.";
		return new WhitefieldContent(rows, columns, mask, light, roi, axis("slow scan axis", geometry.map(Geometry::pixelSizeSs)),
				axis("fast scan axis", geometry.map(Geometry::pixelSizeFs)), note);
	}

	/** The region to start from. */
	Roi start() {
		return roi.orElseGet(() -> Roi.full(rows, columns));
	}

	private static Mask mask(double[] values, int rows, int columns) {
		boolean[] good = new boolean[values.length];
		for (int p = 0; p < good.length; p++)
			good[p] = values[p] != 0;
		return new Mask(rows, columns, good);
	}

	private static Image image(double[] values, int rows, int columns) {
		float[] single = new float[values.length];
		for (int p = 0; p < single.length; p++)
			single[p] = (float) values[p];
		return new Image(rows, columns, single);
	}

	private static Optional<Roi> roi(double[] edges, int rows, int columns) {
		if (edges.length != EDGES)
			return Optional.empty();
		boolean valid = edges[0] >= 0 && edges[0] < edges[1] && edges[1] <= rows && edges[2] >= 0 && edges[2] < edges[3]
				&& edges[3] <= columns;
		return valid ? Optional.of(new Roi((int) edges[0], (int) edges[1], (int) edges[2], (int) edges[3])) : Optional.empty();
	}

	/** What is unreadable counts as not there, and is in the log. */
	private static Optional<double[]> numbers(ScanReader reader, String name) {
		if (!reader.has(name))
			return Optional.empty();
		try {
			return Optional.of(reader.doubles(name));
		} catch (PxstException e) {
			LOG.warn("{} is not used", name, e);
			return Optional.empty();
		}
	}

	private static Picture.Axis axis(String label, Optional<Double> pixel) {
		return pixel.map(size -> new Picture.Axis(label, "m", 0, size)).orElseGet(() -> new Picture.Axis(label, "px", 0, 1));
	}
}
