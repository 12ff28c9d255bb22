// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.pxst.core.scan.Roi;
import org.pxst.core.zernike.PupilDomain;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;

/** Outlines the pupil: the circle, an ellipse in pixels that are not square; or the rectangle. */
final class PupilOverlay implements Overlay {
	private Optional<PupilDomain> domain = Optional.empty();
	private int offsetSs;
	private int offsetFs;

	/**
	 * @param pupil what is outlined
	 * @param shown part of the frame that the image is of
	 */
	void set(PupilDomain pupil, Roi shown) {
		domain = Optional.of(pupil);
		offsetSs = shown.ss0();
		offsetFs = shown.fs0();
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		domain.ifPresent(pupil -> paint(gc, transform, pupil));
	}

	private void paint(GC gc, ImageTransform transform, PupilDomain pupil) {
		double ss0 = pupil.roi().ss0() - 0.5;
		double ss1 = pupil.roi().ss1() - 0.5;
		double fs0 = pupil.roi().fs0() - 0.5;
		double fs1 = pupil.roi().fs1() - 0.5;
		if (pupil.circle()) {
			double radiusSs = pupil.radius() / pupil.pixelSizeSs();
			double radiusFs = pupil.radius() / pupil.pixelSizeFs();
			ss0 = pupil.centreSs() - radiusSs;
			ss1 = pupil.centreSs() + radiusSs;
			fs0 = pupil.centreFs() - radiusFs;
			fs1 = pupil.centreFs() + radiusFs;
		}
		int x = (int) Math.round(transform.x(fs0 - offsetFs));
		int y = (int) Math.round(transform.y(ss0 - offsetSs));
		int width = (int) Math.round(transform.x(fs1 - offsetFs)) - x;
		int height = (int) Math.round(transform.y(ss1 - offsetSs)) - y;
		// dark with a light rim is seen on every colour
		for (int pass = 0; pass < 2; pass++) {
			gc.setForeground(gc.getDevice().getSystemColor(pass == 0 ? SWT.COLOR_WHITE : SWT.COLOR_BLACK));
			gc.setLineWidth(pass == 0 ? 3 : 1);
			if (pupil.circle())
				gc.drawOval(x, y, width, height);
			else
				gc.drawRectangle(x, y, width, height);
		}
		gc.setLineWidth(1);
	}
}
