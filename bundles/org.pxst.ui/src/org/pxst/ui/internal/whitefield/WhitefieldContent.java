// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.DetectorReading;
import org.pxst.ui.session.ScanReader;

/**
 * What the view reads.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param mask    good pixels: of the results, else of the detector
 * @param good    frames that a whitefield is made of: those of the results, else those that the user chose, else all
 * @param light   the whitefield of the results, if there is one
 * @param roi     region of interest of the results, if there is one
 * @param ss      positions of rows
 * @param fs      positions of columns
 * @param note    what is wrong, in words for the user; "" when all is well
 */
record WhitefieldContent(int rows, int columns, Mask mask, int[] good, Optional<Light> light, Optional<Roi> roi,
		Picture.Axis ss, Picture.Axis fs, String note) {
	private static final int EDGES = 4;

	/**
	 * Reads it.
	 *
	 * @throws InvalidDataException when there are no frames
	 */
	static WhitefieldContent read(ScanReader reader) {
		DetectorReading detector = new DetectorReading(reader);
		int rows = detector.rows();
		int columns = detector.columns();
		Mask mask = detector.mask().orElseGet(detector::detectorMask);
		String note = detector.incomplete();
		Optional<Light> light = detector.whitefield().map(image -> Light.of(image, mask));
		if (light.isEmpty() && detector.has("whitefield"))
			note = "The whitefield in the file does not fit the frames of " + rows + " x " + columns
					+ " pixels. Compute it and save.";
		Optional<Roi> roi = detector.numbers("roi").flatMap(values -> roi(values, rows, columns));
		if (roi.isEmpty() && detector.has("roi"))
			note = "The region of interest in the file is not inside the frames of " + rows + " x " + columns
					+ " pixels and is not used. Choose another one and save it.";
		return new WhitefieldContent(rows, columns, mask, good(reader, detector), light, roi, detector.ss(), detector.fs(), note);
	}

	private static int[] good(ScanReader reader, DetectorReading detector) {
		int frames = detector.source().frames();
		int[] usable = detector.numbers("good_frames").map(values -> Arrays.stream(values).mapToInt(v -> (int) v)
				.filter(n -> n >= 0 && n < frames).sorted().distinct().toArray()).orElseGet(() -> chosen(reader));
		return usable.length > 0 ? usable : IntStream.range(0, frames).toArray();
	}

	private static int[] chosen(ScanReader reader) {
		try {
			return reader.cxi().goodFrames();
		} catch (InvalidDataException e) {
			// the Frames view says what is wrong with them
			return new int[0];
		}
	}

	private static Optional<Roi> roi(double[] edges, int rows, int columns) {
		if (edges.length != EDGES)
			return Optional.empty();
		boolean valid = edges[0] >= 0 && edges[0] < edges[1] && edges[1] <= rows && edges[2] >= 0 && edges[2] < edges[3]
				&& edges[3] <= columns;
		return valid ? Optional.of(new Roi((int) edges[0], (int) edges[1], (int) edges[2], (int) edges[3])) : Optional.empty();
	}
}
