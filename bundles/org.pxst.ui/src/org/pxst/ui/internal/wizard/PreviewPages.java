// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jfree.chart.JFreeChart;
import org.pxst.processing.charts.CurveChart;
import org.pxst.processing.charts.SeriesColour;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.plot.Plot;

/** An image or curves, of which one is on screen. Each is made when it is needed. */
final class PreviewPages extends Composite {
	private final StackLayout stack = new StackLayout();
	private final Composite empty;
	private ImageViewer image;
	private Plot plot;

	PreviewPages(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(stack);
		// the theme gives colours to plain composites of dialogs only
		setBackgroundMode(SWT.INHERIT_FORCE);
		empty = new Composite(this, SWT.NONE);
		stack.topControl = empty;
	}

	/** Shows nothing. */
	void clear() {
		bringUp(empty);
	}

	/** Shows something. */
	void show(PreviewItem.Content content) {
		if (content instanceof PreviewItem.Image shown) {
			if (image == null)
				image = WrapRow.named(new ImageViewer(this), "step.preview.image");
			image.show(shown.picture());
			bringUp(image);
		} else if (content instanceof PreviewItem.Curves curves) {
			if (plot == null)
				plot = WrapRow.named(new Plot(this), "step.preview.plot");
			plot.show(chart(curves));
			bringUp(plot);
		}
	}

	private static JFreeChart chart(PreviewItem.Curves curves) {
		CurveChart chart = new CurveChart();
		for (int c = 0; c < curves.values().size(); c++) {
			double[] y = curves.values().get(c);
			chart.addLine(curves.names().get(c), IntStream.range(0, y.length).asDoubleStream().toArray(), y, SeriesColour.of(c));
		}
		return chart.counts("", "index", curves.quantity(), false);
	}

	private void bringUp(Control control) {
		stack.topControl = control;
		layout();
	}
}
