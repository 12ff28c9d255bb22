// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import org.pxst.core.phase.PupilPlane;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture.Axis;

/** What the axes of an image of the pupil count. */
public enum PupilAxes {
	/** Position on the detector from the middle of the frame. */
	POSITION("Position"),
	/** Detector pixels from the corner of the frame. */
	PIXELS("Pixels"),
	/** Angle at the focus from the axis through the middle of the frame. */
	ANGLE("Angle at the focus");

	private final String title;

	PupilAxes(String title) {
		this.title = title;
	}

	/** For lists. */
	public String title() {
		return title;
	}

	/** Slow scan axis of a part of the frame. */
	public Axis ss(PupilPlane plane, Roi part) {
		return axis("slow scan axis", part.ss0(), plane.y(part.ss0()), plane.pixelSizeSs(), plane.distance());
	}

	/** Fast scan axis of a part of the frame. */
	public Axis fs(PupilPlane plane, Roi part) {
		return axis("fast scan axis", part.fs0(), plane.x(part.fs0()), plane.pixelSizeFs(), plane.distance());
	}

	private Axis axis(String label, int pixel, double position, double pixelSize, double distance) {
		return switch (this) {
		case PIXELS -> new Axis(label, "px", pixel, 1);
		case POSITION -> new Axis(label, "m", position, pixelSize);
		case ANGLE -> new Axis(label, "rad", position / distance, pixelSize / distance);
		};
	}
}
