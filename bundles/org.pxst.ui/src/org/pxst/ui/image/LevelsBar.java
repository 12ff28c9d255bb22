// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The colours with their values, and beside them how often values occur. */
final class LevelsBar {
	private static final int STRIP = 14;
	private static final int MARGIN = 4;
	private static final int TICK = 4;
	private static final int HISTOGRAM = 54;
	/** Lines of text that it is high at least. */
	private static final int LEAST = 6;

	private final Canvas canvas;
	private final TextExtents extents;
	private Rendering rendering;
	private int labelWidth;
	private boolean narrow;
	private int spanTop;
	private int spanHeight;

	LevelsBar(Composite parent) {
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		extents = new TextExtents(canvas);
		canvas.setData("org.pxst.ui.id", "image.histogram");
		canvas.setToolTipText("Colours and their values; beside them how often values occur (logarithm of the number).\n"
				+ "Drag a handle, or what is between them, to set levels. The wheel zooms. Double click: automatic levels.");
		canvas.addPaintListener(e -> paint(e.gc));
		labelWidth = extents.extent("-0.00").x;
	}

	Canvas control() {
		return canvas;
	}

	/** @param small whether to leave out the histogram */
	void setNarrow(boolean small) {
		narrow = small;
	}

	/** Says where the picture is that it stands beside; it has the same height, unless that is very small. */
	void setSpan(int top, int height) {
		if (top == spanTop && height == spanHeight)
			return;
		spanTop = top;
		spanHeight = height;
		canvas.redraw();
	}

	/** Width that it needs. */
	int width() {
		return histogramWidth() + STRIP + 2 * MARGIN + TICK + labelWidth + extents.extent("0").y + MARGIN;
	}

	private int histogramWidth() {
		return narrow ? 0 : HISTOGRAM;
	}

	/**
	 * Shows the colours and values of a picture.
	 *
	 * @return whether it needs another width
	 */
	boolean show(Rendering newRendering) {
		rendering = newRendering;
		canvas.redraw();
		int widest = ticks().stream().mapToInt(t -> extents.extent(t.label()).x).max().orElse(0);
		if (widest <= labelWidth)
			return false;
		labelWidth = widest;
		return true;
	}

	/** Shows nothing. */
	void clear() {
		rendering = null;
		canvas.redraw();
	}

	/** The range that is seen; null when there is nothing. */
	ValueScale range() {
		return rendering == null ? null : rendering.histogram().scale();
	}

	/** The levels; there is a range. */
	ValueScale levels() {
		return rendering.scale();
	}

	Picture picture() {
		return rendering.request().picture();
	}

	ImageStyle style() {
		return rendering.request().style();
	}

	private Rectangle area() {
		int line = extents.extent("0").y;
		int room = Math.max(1, canvas.getClientArea().height - line);
		int height = Math.min(room, Math.max(LEAST * line, spanHeight));
		int top = spanTop + (spanHeight - height) / 2;
		return new Rectangle(MARGIN, Math.max(line / 2, Math.min(line / 2 + room - height, top)), histogramWidth() + STRIP, height);
	}

	/** Where a value is. */
	double y(double value) {
		Rectangle area = area();
		return area.y + area.height * (1 - range().fraction(value));
	}

	/** The value at a place. */
	double value(double y) {
		Rectangle area = area();
		return range().value(1 - (y - area.y) / area.height);
	}

	private UnitPrefix prefix() {
		Levels levels = rendering.scale().levels();
		return UnitPrefix.of(picture().unit(), Math.max(Math.abs(levels.low()), Math.abs(levels.high())) / 1.0001);
	}

	private List<Ticks.Tick> ticks() {
		Rectangle area = area();
		return Ticks.along(range(), prefix().factor(), Math.max(2, area.height / (2 * extents.extent("0").y)));
	}

	/** Draws it. */
	void paint(GC gc) {
		gc.setBackground(canvas.getBackground());
		gc.setForeground(canvas.getForeground());
		gc.setFont(canvas.getFont());
		gc.fillRectangle(canvas.getClientArea());
		if (rendering == null)
			return;
		Rectangle area = area();
		paintStrip(gc, area);
		if (!narrow)
			paintHistogram(gc, area);
		paintHandles(gc, area);
		paintTicks(gc, area);
	}

	private void paintStrip(GC gc, Rectangle area) {
		int[] colours = style().map().table();
		int left = area.x + histogramWidth();
		ImageData data = new ImageData(1, area.height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
		for (int y = 0; y < area.height; y++) {
			double fraction = levels().fraction(range().value(1 - (y + 0.5) / area.height));
			data.setPixel(0, y, colours[(int) Math.max(0, Math.min(colours.length - 1.0, fraction * colours.length))]);
		}
		Image strip = new Image(gc.getDevice(), data);
		gc.setInterpolation(SWT.NONE);
		gc.drawImage(strip, 0, 0, 1, area.height, left, area.y, STRIP, area.height);
		strip.dispose();
		gc.setForeground(canvas.getForeground());
		gc.drawRectangle(left - 1, area.y - 1, STRIP + 1, area.height + 1);
	}

	private void paintHistogram(GC gc, Rectangle area) {
		int[] counts = rendering.histogram().counts();
		int most = 1;
		for (int count : counts)
			most = Math.max(most, count);
		int right = area.x + histogramWidth() - 2;
		gc.setBackground(canvas.getForeground());
		gc.setAlpha(110);
		for (int k = 0; k < counts.length; k++) {
			int length = (int) Math.round((HISTOGRAM - MARGIN) * Math.log1p(counts[k]) / Math.log1p(most));
			int top = area.y + area.height - (k + 1) * area.height / counts.length;
			int bottom = area.y + area.height - k * area.height / counts.length;
			gc.fillRectangle(right - length, top, length, bottom - top);
		}
		gc.setAlpha(255);
	}

	private void paintHandles(GC gc, Rectangle area) {
		gc.setBackground(canvas.getForeground());
		gc.setForeground(canvas.getForeground());
		for (double value : new double[] { levels().levels().low(), levels().levels().high() }) {
			int y = (int) Math.round(y(value));
			if (y < area.y - 1 || y > area.y + area.height)
				continue;
			int right = area.x + area.width;
			gc.drawLine(area.x, y, right, y);
			gc.fillPolygon(new int[] { area.x - MARGIN, y - 5, area.x + 3, y, area.x - MARGIN, y + 5 });
		}
	}

	private void paintTicks(GC gc, Rectangle area) {
		int right = area.x + area.width;
		gc.setForeground(canvas.getForeground());
		int widest = 0;
		for (Ticks.Tick tick : ticks()) {
			int y = (int) Math.round(y(tick.value()));
			Point extent = gc.textExtent(tick.label());
			gc.drawLine(right, y, right + TICK, y);
			gc.drawText(tick.label(), right + TICK + MARGIN, y - extent.y / 2, true);
			widest = Math.max(widest, extent.x);
		}
		String label = prefix().label(picture().quantity());
		Point extent = gc.textExtent(label);
		Transform turned = new Transform(gc.getDevice());
		try {
			turned.translate(right + TICK + 2f * MARGIN + widest,
					Math.min(canvas.getSize().y, area.y + (area.height + extent.x) / 2));
			turned.rotate(-90);
			gc.setTransform(turned);
			gc.drawText(label, 0, 0, true);
			gc.setTransform(null);
		} finally {
			turned.dispose();
		}
	}
}
