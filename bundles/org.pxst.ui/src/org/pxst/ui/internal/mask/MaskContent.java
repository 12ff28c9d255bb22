// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Optional;

import org.pxst.core.PxstException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.frames.FrameDivision;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the mask editor reads of a file besides frames.
 *
 * @param frames     number of frames
 * @param rows       detector rows M
 * @param columns    detector columns L
 * @param result     mask of the results, shape (M, L)
 * @param detector   what the detector says of its pixels; all good when it says nothing
 * @param whitefield flat (ss, fs)
 * @param division   by the whitefield
 * @param ss         positions of rows
 * @param fs         positions of columns
 * @param note       what could not be read, in words for the user; "" when all is well
 */
record MaskContent(int frames, int rows, int columns, Optional<Mask> result, Mask detector, Optional<float[]> whitefield,
		Optional<FrameDivision> division, Picture.Axis ss, Picture.Axis fs, String note) {
	private static final Logger LOG = LoggerFactory.getLogger(MaskContent.class);

	/**
	 * Reads it.
	 *
	 * @throws org.pxst.core.InvalidDataException when there are no frames
	 */
	static MaskContent read(ScanReader reader) {
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
			note = "The detector's own mask is not known, since the file is no whole scan: " + e.getMessage();
		}
		Optional<Mask> result = floats(reader, "mask", rows * columns).map(values -> mask(values, rows, columns));
		if (result.isEmpty() && reader.has("mask"))
			note = "The mask in the results does not fit the frames of " + rows + " x " + columns
					+ " pixels and is not used. Saving replaces it.";
		Optional<float[]> whitefield = floats(reader, "whitefield", rows * columns);
		return new MaskContent(shape[0], rows, columns, result, detector, whitefield, whitefield.map(FrameDivision::by),
				axis("slow scan axis", geometry.map(Geometry::pixelSizeSs)),
				axis("fast scan axis", geometry.map(Geometry::pixelSizeFs)), note);
	}

	/** The mask to start from. */
	Mask start() {
		return result.orElse(detector);
	}

	private static Mask mask(float[] values, int rows, int columns) {
		boolean[] good = new boolean[values.length];
		for (int p = 0; p < good.length; p++)
			good[p] = values[p] != 0;
		return new Mask(rows, columns, good);
	}

	/** What is unreadable counts as not there, and is in the log. */
	private static Optional<float[]> floats(ScanReader reader, String name, int pixels) {
		if (!reader.has(name))
			return Optional.empty();
		try {
			return Optional.of(reader.floats(name)).filter(values -> values.length == pixels);
		} catch (PxstException e) {
			LOG.warn("{} is not used", name, e);
			return Optional.empty();
		}
	}

	private static Picture.Axis axis(String label, Optional<Double> pixel) {
		return pixel.map(size -> new Picture.Axis(label, "m", 0, size)).orElseGet(() -> new Picture.Axis(label, "px", 0, 1));
	}
}
