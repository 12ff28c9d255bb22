// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.detector.FrameImages;
import org.pxst.ui.internal.detector.FrameLook;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;
import org.pxst.ui.session.ScanSelection;

/** The image of the current frame, read from the file as one scrolls. */
final class FrameImagePart {
	private final FramesModel model;
	private final Supplier<Optional<ReadQueue>> queue;
	private final ImageViewer viewer;
	private final FrameImages images = new FrameImages();
	private String name = "";
	private FrameLook look = FrameLook.RAW;
	private int asked = -1;
	private int shown = -1;
	private boolean lines;

	/**
	 * @param queue reads from the scan that is shown
	 */
	FrameImagePart(Composite parent, FramesModel model, Supplier<Optional<ReadQueue>> queue) {
		this.model = model;
		this.queue = queue;
		viewer = WrapRow.named(new ImageViewer(parent), "frames.image");
		viewer.addOverlay(this::paintLine);
		viewer.canvas().addListener(SWT.MouseDown, this::pressed);
		model.addListener(this::changed);
	}

	ImageViewer viewer() {
		return viewer;
	}

	/**
	 * Links cursors with the other views of a scan.
	 *
	 * @param isLines whether the image has all frames, so that its pixels are not those of the detector
	 */
	void link(OpenScan scan, boolean isLines) {
		name = scan.name();
		viewer.link(isLines ? null : scan.selection(), ScanSelection.Plane.DETECTOR, 0, 0);
	}

	/** Lets go of the scan. */
	void forget() {
		images.forget();
		asked = -1;
		shown = -1;
	}

	/** How frames are shown from now on. */
	void setLook(FrameLook wanted) {
		if (wanted.equals(look))
			return;
		look = wanted;
		request();
	}

	/** Whether the frame that was asked for last is shown. */
	boolean isUpToDate() {
		return shown == asked;
	}

	private void changed(FramesModel.Change change) {
		if (change == FramesModel.Change.SCAN)
			request();
		else if (change == FramesModel.Change.FRAME && lines)
			viewer.redrawOverlays();
		else if (change == FramesModel.Change.FRAME)
			request();
	}

	private void request() {
		ScanFrames scan = model.scan().orElse(null);
		ReadQueue reading = queue.get().orElse(null);
		if (scan == null || reading == null)
			return;
		lines = scan.isLines();
		FrameLook how = look;
		if (lines) {
			reading.submit("frame", (reader, monitor) -> linesPicture(scan, how), viewer::show,
					problem -> viewer.showMessage(problem.message()));
			return;
		}
		int frame = model.frame();
		int direction = frame < asked ? -1 : 1;
		asked = frame;
		reading.stream("frame", (reader, monitor) -> picture(scan, frame, how, images.image(reader.cxi(), frame, how)),
				picture -> show(frame, picture), problem -> fail(frame, problem.message()));
		int next = frame + direction;
		if (next >= 0 && next < scan.frames())
			reading.submit("frame ahead", (reader, monitor) -> {
				images.ahead(reader.cxi(), next, how);
				return next;
			}, ready -> {
			}, problem -> {
				// said when it is asked for
			});
	}

	private void show(int frame, Picture picture) {
		shown = frame;
		viewer.show(picture);
	}

	private void fail(int frame, String message) {
		shown = frame;
		viewer.showMessage(message);
	}

	private Picture picture(ScanFrames scan, int frame, FrameLook how, float[] values) {
		return picture(how, name + " frame " + frame, scan.rows(), scan.columns(), values, scan.ss(), scan.fs());
	}

	/** All frames under each other: one line each, along whichever axis has more than one pixel. */
	private Picture linesPicture(ScanFrames scan, FrameLook how) {
		float[] values = scan.lines().orElseThrow().clone();
		how.apply(values);
		boolean rows = scan.columns() == 1 && scan.rows() > 1;
		return picture(how, name + " all frames", scan.frames(), scan.rows() * scan.columns(), values,
				new Picture.Axis("frame", "", 0, 1), rows ? scan.ss() : scan.fs());
	}

	private static Picture picture(FrameLook how, String title, int rows, int columns, float[] values,
			Picture.Axis ss, Picture.Axis fs) {
		boolean divided = how.division().isPresent();
		return new Picture(title, rows, columns, values, ss, fs, divided ? "intensity / whitefield" : "intensity",
				divided ? "" : "counts", Picture.Colours.SEQUENTIAL);
	}

	/** A line that is clicked at is the current frame. */
	private void pressed(Event event) {
		if (lines && event.button == 1)
			model.setFrame((int) Math.round(viewer.transform().ss(event.y)));
	}

	/** The line of the current frame, when all frames are in the image. */
	private void paintLine(GC gc, ImageTransform transform) {
		if (!lines)
			return;
		int frame = model.frame();
		int left = (int) Math.round(transform.x(-0.5));
		int right = (int) Math.round(transform.x(viewer.picture().map(Picture::columns).orElse(1) - 0.5));
		int top = (int) Math.round(transform.y(frame - 0.5));
		int bottom = (int) Math.round(transform.y(frame + 0.5));
		gc.setLineWidth(1);
		gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_RED));
		gc.drawRectangle(left, top, right - left, bottom - top);
	}
}
