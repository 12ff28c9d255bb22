// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.errors;

import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.widgets.Composite;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;

/** Something against the frame number, with a cursor at the current frame that can be dragged, and set by a click. */
final class FramePlot {
	private final Plot plot;
	private final PlotCursor cursor;
	private int frames;

	/**
	 * @param parent of the widget
	 * @param id     of the widget, for tests
	 * @param chosen gets each frame that the user chooses
	 */
	FramePlot(Composite parent, String id, IntConsumer chosen) {
		plot = new Plot(parent);
		plot.setData("org.pxst.ui.id", id);
		cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "frame");
		cursor.setSnap(1);
		cursor.setText(value -> Long.toString(Math.round(value)));
		cursor.addListener(value -> chosen.accept((int) Math.round(value)));
		plot.addClickListener((x, y, stateMask, count) -> {
			int frame = (int) Math.max(0, Math.min(frames - 1.0, Math.rint(x)));
			if (frames > 0 && count == 1)
				chosen.accept(frame);
		});
	}

	Plot plot() {
		return plot;
	}

	/** Shows a chart over so many frames. */
	void show(Optional<JFreeChart> chart, int count) {
		frames = count;
		cursor.setLimits(0, Math.max(0, count - 1));
		chart.ifPresentOrElse(plot::show, plot::clear);
	}

	/** Puts the cursor at a frame; at the first one as long as none was chosen (-1), so that it can be dragged. */
	void setFrame(int frame) {
		cursor.set(Math.max(0, frame));
	}
}
