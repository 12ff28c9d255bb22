// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;

/** The canvas with a picture, its axes and what is drawn on it. Colours are made in the background. */
final class ImageCanvas {
	private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

	private final Canvas canvas;
	private final Display display;
	private final TextExtents extents;
	private final RenderThread renderer = new RenderThread(this::rendered);
	private final Consumer<Rendering> listener;
	private final List<Overlay> overlays = new ArrayList<>();
	private final ViewportRule viewportRule = new ViewportRule();
	private Overlay front = (gc, transform) -> {
	};
	private Overlay cursor = front;
	private String message = "";
	private Picture picture;
	private long number;
	private long painted;
	private ImageStyle style;
	private Levels histogramRange;
	private Point room = new Point(0, 0);
	private Runnable arranged = () -> {
	};
	private Runnable moved = () -> {
	};
	private CanvasLayout layout;
	private Image image;
	private Rendering.Request shown;
	private Rendering.Request asked;
	private Viewport reported;

	/** @param listener hears in the UI thread when a picture was coloured */
	ImageCanvas(Composite parent, Consumer<Rendering> listener) {
		this.listener = listener;
		display = parent.getDisplay();
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		extents = new TextExtents(canvas);
		canvas.setData("org.pxst.ui.id", "image.canvas");
		canvas.addPaintListener(e -> paint(e.gc, true));
		canvas.addDisposeListener(e -> {
			renderer.close();
			if (image != null)
				image.dispose();
		});
	}

	Canvas control() {
		return canvas;
	}

	Optional<Picture> picture() {
		return Optional.ofNullable(picture);
	}

	ViewportRule viewportRule() {
		return viewportRule;
	}

	Viewport viewport() {
		return viewportRule.viewport();
	}

	/** Empty as long as there is no picture. */
	Optional<CanvasLayout> layout() {
		return picture == null ? Optional.empty() : Optional.ofNullable(layout);
	}

	/** Overlays from back to front. */
	List<Overlay> overlays() {
		return overlays;
	}

	/**
	 * What is drawn over the overlays.
	 *
	 * @param overlay  on the screen and in images of it
	 * @param fleeting on the screen only
	 */
	void setFront(Overlay overlay, Overlay fleeting) {
		front = overlay;
		cursor = fleeting;
	}

	long painted() {
		return painted;
	}

	/** CPU time that colouring has taken so far, ns. */
	long effort() {
		return renderer.effort();
	}

	void show(Picture newPicture, ImageStyle newStyle, long newNumber) {
		boolean other = picture == null || picture.rows() != newPicture.rows() || picture.columns() != newPicture.columns()
				|| picture.aspect() != newPicture.aspect();
		picture = newPicture;
		style = newStyle;
		number = newNumber;
		message = "";
		viewportRule.setPicture(newPicture, other);
		refresh();
	}

	void showMessage(String text) {
		message = text;
		picture = null;
		// large ones are not to be kept
		asked = null;
		shown = null;
		if (image != null)
			image.dispose();
		image = null;
		arranged.run();
		canvas.redraw();
	}

	void setStyle(ImageStyle newStyle) {
		style = newStyle;
		refresh();
	}

	/** @param range of the histogram; null for what suits the levels */
	void setHistogramRange(Levels range) {
		histogramRange = range;
		refresh();
	}

	/** Lets the histogram follow the levels again, from the next request on. */
	void forgetHistogramRange() {
		histogramRange = null;
	}

	/** Says how much room there is, which the canvas need not take. */
	void setRoom(int width, int height) {
		if (room.x == width && room.y == height)
			return;
		room = new Point(width, height);
		refresh();
	}

	/** @param listener told when the picture may be elsewhere */
	void setArranged(Runnable listener) {
		arranged = listener;
	}

	/** @param listener told when the picture is elsewhere */
	void setMoved(Runnable listener) {
		moved = listener;
	}

	/** Height of a line of text. */
	int lineHeight() {
		return extents.extent("0").y;
	}

	/** Width up to where the picture ends as long as all of it is shown, else that of the room. */
	int extent() {
		if (picture == null || layout == null || !viewportRule.isFitted())
			return room.x;
		Rectangle seen = layout.picture();
		int label = layout.axes() ? extents.extent(layout.fs().label()).x : 0;
		int overhang = Math.max(layout.axes() ? lineHeight() : 2, (label - seen.width) / 2);
		return Math.min(room.x, seen.x + seen.width + overhang);
	}

	/** Whether the whole picture would be larger with more width than this. */
	boolean needsWidth(int width, int height) {
		if (picture == null || viewportRule.aspect() == 0)
			return false;
		double shape = viewportRule.aspect() * picture.rows() / picture.columns();
		// about what the axes take
		return (width - 5.0 * lineHeight()) * shape < height - 3.0 * lineHeight();
	}

	/** Lays out and colours again what changed. */
	void refresh() {
		if (picture == null || room.x < 1 || room.y < 1)
			return;
		layout = viewportRule.layout(picture, room.x, room.y, extents);
		arranged.run();
		ask();
		canvas.redraw();
		if (!viewport().equals(reported)) {
			reported = viewport();
			moved.run();
		}
	}

	private void ask() {
		Rectangle area = layout.picture();
		int background = rgb(canvas.getBackground());
		int foreground = rgb(canvas.getForeground());
		PictureRenderer.View view = new PictureRenderer.View(viewport(), area.x, area.y, area.width, area.height,
				background, NoValue.pattern(background, foreground));
		Rendering.Request request = new Rendering.Request(number, picture, style, view, Optional.ofNullable(histogramRange));
		if (request.equals(asked))
			return;
		asked = request;
		renderer.request(request);
	}

	private static int rgb(Color colour) {
		return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
	}

	/** In the renderer's thread. */
	private void rendered(Rendering rendering) {
		try {
			display.asyncExec(() -> take(rendering));
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_DEVICE_DISPOSED)
				throw e;
			// the program ends
			renderer.close();
		}
	}

	private void take(Rendering rendering) {
		if (!canvas.isDisposed() && picture != null) {
			if (image != null)
				image.dispose();
			PictureRenderer.View view = rendering.request().view();
			image = new Image(display, new ImageData(view.width(), view.height(), 24, RGB, 3 * view.width(), rendering.rgb()));
			shown = rendering.request();
			listener.accept(rendering);
			canvas.redraw();
		}
		renderer.recycle(rendering);
	}

	private void paint(GC gc, boolean onScreen) {
		Rectangle all = canvas.getClientArea();
		gc.setBackground(canvas.getBackground());
		gc.setForeground(canvas.getForeground());
		gc.fillRectangle(all);
		if (picture == null) {
			MessagePainter.paint(gc, message, all);
			return;
		}
		if (layout == null)
			return;
		// the theme may have changed
		ask();
		// in a scrolled view a part of the canvas only
		Rectangle visible = gc.getClipping();
		paintPicture(gc, visible, onScreen);
		reset(gc);
		gc.setClipping(visible);
		AxesPainter.paint(gc, layout, viewport(), all.width, all.height);
	}

	/** Draws the picture with overlays. */
	private void paintPicture(GC gc, Rectangle visible, boolean onScreen) {
		Rectangle area = layout.picture();
		gc.setClipping(area.intersection(visible));
		if (image != null && shown.picture().rows() == picture.rows() && shown.picture().columns() == picture.columns()) {
			paintImage(gc);
			painted = shown.number();
		}
		for (Overlay overlay : overlays) {
			reset(gc);
			overlay.paint(gc, viewport());
		}
		reset(gc);
		front.paint(gc, viewport());
		reset(gc);
		if (onScreen)
			cursor.paint(gc, viewport());
	}

	private void paintImage(GC gc) {
		PictureRenderer.View view = shown.view();
		if (view.viewport().equals(viewport())) {
			gc.drawImage(image, view.x(), view.y());
			return;
		}
		// until the picture is coloured for this zoom, the old one is stretched
		int left = (int) Math.round(viewport().x(view.viewport().fs(view.x())));
		int top = (int) Math.round(viewport().y(view.viewport().ss(view.y())));
		int right = (int) Math.round(viewport().x(view.viewport().fs(view.x() + view.width())));
		int bottom = (int) Math.round(viewport().y(view.viewport().ss(view.y() + view.height())));
		gc.setInterpolation(SWT.NONE);
		gc.drawImage(image, 0, 0, view.width(), view.height(), left, top, Math.max(1, right - left),
				Math.max(1, bottom - top));
	}

	private void reset(GC gc) {
		gc.setForeground(canvas.getForeground());
		gc.setBackground(canvas.getBackground());
		gc.setAlpha(255);
		gc.setLineWidth(1);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setFont(canvas.getFont());
		gc.setAntialias(SWT.ON);
	}

	/**
	 * What is seen, as an image; the caller disposes it. UI thread.
	 *
	 * @param axes whether with axes, in the colours of the canvas
	 */
	Optional<Image> snapshot(boolean axes) {
		Point size = canvas.getSize();
		if (picture == null || layout == null || size.x < 1 || size.y < 1)
			return Optional.empty();
		Image all = new Image(display, size.x, size.y);
		GC gc = new GC(all);
		gc.setFont(canvas.getFont());
		paint(gc, false);
		gc.dispose();
		if (axes)
			return Optional.of(all);
		Rectangle area = layout.picture();
		Image part = new Image(display, area.width, area.height);
		GC partGc = new GC(part);
		partGc.drawImage(all, -area.x, -area.y);
		partGc.dispose();
		all.dispose();
		return Optional.of(part);
	}
}
