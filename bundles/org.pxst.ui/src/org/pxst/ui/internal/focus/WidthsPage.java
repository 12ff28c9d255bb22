// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.pxst.processing.charts.FocusWidths;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.view.SiPrefix;

/** Width of the beam along the beam, with the plane as a line that can be dragged. */
final class WidthsPage extends Composite {
	private final Plot plot;
	private final PlotCursor cursor;
	private double unit = 1;

	/** @param dragged gets the position to which the user drags the plane, m */
	WidthsPage(Composite parent, DoubleConsumer dragged) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		plot = new Plot(this);
		plot.setData("org.pxst.ui.id", "focus.widths");
		cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "plane");
		cursor.addListener(position -> dragged.accept(position * unit));
	}

	/** Shows the widths; the plane is set afterwards. */
	void show(FocusData data) {
		double[] planes = data.planes();
		SiPrefix along = SiPrefix.of(Math.max(Math.abs(planes[0]), Math.abs(planes[planes.length - 1])), "m");
		SiPrefix width = SiPrefix.of(
				DoubleStream.concat(Arrays.stream(data.ss().fwhm()), Arrays.stream(data.fs().fwhm())).filter(Double::isFinite).max().orElse(1e-9),
				"m");
		unit = along.size();
		cursor.setLimits(planes[0] / unit, planes[planes.length - 1] / unit);
		cursor.setText(position -> SiPrefix.text(position * unit, "m"));
		FocusWidths widths = new FocusWidths(planes, data.ss().fwhm(), data.fs().fwhm(), data.ss().best(), data.fs().best());
		plot.show(widths.curves(along.size(), width.size()).numbers("", along.label("along the beam"), width.label("FWHM"), true));
	}

	/** Moves the line, m. */
	void setPlane(double position) {
		cursor.set(position / unit);
	}

	void clear() {
		plot.clear();
	}
}
