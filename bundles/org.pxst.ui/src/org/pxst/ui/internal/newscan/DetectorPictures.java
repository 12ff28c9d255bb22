// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.List;
import java.util.Locale;

import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Layer;
import org.pxst.ui.image.Picture;

/**
 * Pictures of what a few frames say about the detector's pixels.
 *
 * @param detector what they say
 */
record DetectorPictures(Detector detector) {
	/** Vermilion of Okabe and Ito's colours. */
	private static final int BAD = 0xD55E00;
	private static final int ALPHA = 200;

	/** The whitefield. */
	Picture whitefield() {
		return picture("Whitefield", detector.whitefield());
	}

	/** The first frame. */
	Picture first() {
		return picture("Frame " + detector.trial().good()[0], detector.first());
	}

	private Picture picture(String title, Image image) {
		return new Picture(title, image.rows(), image.columns(), image.values(), new Picture.Axis("slow scan axis", "m", 0, detector.geometry().pixelSizeSs()),
				new Picture.Axis("fast scan axis", "m", 0, detector.geometry().pixelSizeFs()), "intensity", "counts", Picture.Colours.SEQUENTIAL);
	}

	/** Bad pixels. */
	List<Layer> layers() {
		Mask mask = detector.mask();
		boolean[] bad = new boolean[mask.good().length];
		for (int p = 0; p < bad.length; p++)
			bad[p] = !mask.good()[p];
		return List.of(new Layer(bad, BAD, ALPHA));
	}

	/** What was found in words. */
	String text() {
		Roi roi = detector.roi();
		int all = detector.mask().good().length;
		return String.format(Locale.ROOT, "Found from %d of %d frames: %d bad pixels (orange) of %d; region rows %d to %d, columns %d to %d.",
				detector.frames(), detector.trial().good().length, all - detector.mask().count(), all, roi.ss0(), roi.ss1() - 1, roi.fs0(),
				roi.fs1() - 1);
	}
}
