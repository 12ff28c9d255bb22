// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.DetectorReading;
import org.pxst.ui.internal.detector.FrameDivision;
import org.pxst.ui.session.ScanReader;

/**
 * What the mask editor reads of a file besides frames.
 *
 * @param frames     number of frames
 * @param rows       detector rows M
 * @param columns    detector columns L
 * @param result     mask of the results, shape (M, L)
 * @param detector   what the detector says of its pixels; all good when it says nothing
 * @param whitefield of the results
 * @param division   by the whitefield
 * @param ss         positions of rows
 * @param fs         positions of columns
 * @param note       what could not be read, in words for the user; "" when all is well
 */
record MaskContent(int frames, int rows, int columns, Optional<Mask> result, Mask detector, Optional<Image> whitefield,
		Optional<FrameDivision> division, Picture.Axis ss, Picture.Axis fs, String note) {
	/**
	 * Reads it.
	 *
	 * @throws org.pxst.core.InvalidDataException when there are no frames
	 */
	static MaskContent read(ScanReader reader) {
		DetectorReading detector = new DetectorReading(reader);
		int rows = detector.rows();
		int columns = detector.columns();
		Optional<Mask> result = detector.mask();
		String note = detector.incomplete();
		if (result.isEmpty() && detector.has("mask"))
			note = "The mask in the results does not fit the frames of " + rows + " x " + columns
					+ " pixels and is not used. Saving replaces it.";
		Optional<Image> whitefield = detector.whitefield();
		return new MaskContent(detector.source().frames(), rows, columns, result, detector.detectorMask(), whitefield,
				whitefield.map(Image::values).map(FrameDivision::by), detector.ss(), detector.fs(), note);
	}

	/** The mask to start from. */
	Mask start() {
		return result.orElse(detector);
	}
}
