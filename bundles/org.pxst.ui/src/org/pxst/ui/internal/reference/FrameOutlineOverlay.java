// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;

/** Draws where the current frame lies on the reference image. For the UI thread. */
final class FrameOutlineOverlay implements Overlay {
	private static final Color LINE = new Color(0xf0, 0xe4, 0x42);
	private static final Color HALO = new Color(0, 0, 0);

	private Optional<FrameOutline> outline = Optional.empty();
	private double firstSs;
	private double firstFs;
	private int frame = -1;
	private boolean visible = true;

	/** Draws this from now on, on a picture whose first pixel is a certain one of the reference image. */
	void show(Optional<FrameOutline> newOutline, double ss0, double fs0) {
		outline = newOutline;
		firstSs = ss0;
		firstFs = fs0;
	}

	void setFrame(int index) {
		frame = index;
	}

	void setVisible(boolean newVisible) {
		visible = newVisible;
	}

	/** Whether there is something to draw. */
	boolean knowsFrame() {
		return outline.isPresent() && outline.get().knows(frame);
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		if (!visible || !knowsFrame())
			return;
		FrameOutline line = outline.get();
		Path path = new Path(gc.getDevice());
		try {
			for (int k = 0; k < line.ss().length; k++) {
				float x = (float) transform.x(line.fs(k, frame) - firstFs);
				float y = (float) transform.y(line.ss(k, frame) - firstSs);
				if (k == 0)
					path.moveTo(x, y);
				else
					path.lineTo(x, y);
			}
			path.close();
			gc.setLineStyle(SWT.LINE_SOLID);
			gc.setAlpha(140);
			gc.setForeground(HALO);
			gc.setLineWidth(4);
			gc.drawPath(path);
			gc.setAlpha(255);
			gc.setForeground(LINE);
			gc.setLineWidth(2);
			gc.drawPath(path);
		} finally {
			path.dispose();
		}
	}
}
