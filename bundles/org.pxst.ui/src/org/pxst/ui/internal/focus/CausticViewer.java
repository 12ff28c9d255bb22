// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;

import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;

/** The caustic along one axis with the movable plane. */
final class CausticViewer {
	private final ImageViewer viewer;
	private final DoubleConsumer dragged;
	private final IntConsumer stepped;
	private PlaneLine line;

	/**
	 * @param dragged gets the position to which the user drags the plane, m
	 * @param stepped gets by how many planes the user moves it with keys; the largest numbers for the ends
	 */
	CausticViewer(Composite parent, String axis, DoubleConsumer dragged, IntConsumer stepped) {
		this.dragged = dragged;
		this.stepped = stepped;
		viewer = new ImageViewer(parent);
		viewer.setData("org.pxst.ui.id", "focus.caustic." + axis);
	}

	/**
	 * Shows a caustic; the plane is set afterwards.
	 *
	 * @param best best focus of this axis, m; NaN for none
	 */
	void show(Picture picture, double best) {
		line = new PlaneLine(picture.fs(), best, dragged, stepped);
		viewer.setTool(line);
		viewer.show(picture);
	}

	/** Moves the line, to a position in m. */
	void setPlane(double position) {
		line.set(position);
		viewer.redrawOverlays();
	}

	void setLogarithmic(boolean logarithmic) {
		viewer.setLogarithmic(logarithmic);
	}
}
