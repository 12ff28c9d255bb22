// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.pxst.ui.session.ScanSelection;

/** The fine cross that follows the mouse in all viewers of a plane. */
final class LinkedCursor implements ScanSelection.Listener {
	private final ImageCanvas image;
	private ScanSelection selection;
	private ScanSelection.Plane plane;
	private double offsetSs;
	private double offsetFs;

	LinkedCursor(ImageCanvas image) {
		this.image = image;
		image.control().addDisposeListener(e -> link(null, null, 0, 0));
	}

	void link(ScanSelection newSelection, ScanSelection.Plane newPlane, double newOffsetSs, double newOffsetFs) {
		if (selection != null)
			selection.removeListener(this);
		selection = newSelection;
		plane = newPlane;
		offsetSs = newOffsetSs;
		offsetFs = newOffsetFs;
		if (selection != null)
			selection.addListener(this);
		if (!image.control().isDisposed())
			image.control().redraw();
	}

	/** The mouse of this viewer moved, or left. */
	void mouseMoved(Optional<double[]> place) {
		if (selection != null)
			selection.setCursor(plane, place.map(p -> new ScanSelection.Position(p[0] + offsetSs, p[1] + offsetFs)), this);
	}

	@Override
	public void cursorMoved(ScanSelection.Plane moved, Optional<ScanSelection.Position> position, Object source) {
		if (moved == plane)
			image.control().redraw();
	}

	void paint(GC gc, ImageTransform transform) {
		if (selection == null)
			return;
		selection.cursor(plane).ifPresent(p -> {
			int x = (int) Math.floor(transform.x(p.fs() - offsetFs));
			int y = (int) Math.floor(transform.y(p.ss() - offsetSs));
			Rectangle area = image.layout().map(CanvasLayout::picture).orElseThrow();
			Strokes.outlined(gc, () -> {
				gc.drawLine(area.x, y, area.x + area.width, y);
				gc.drawLine(x, area.y, x, area.y + area.height);
			});
		});
	}
}
