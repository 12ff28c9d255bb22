// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.pxst.processing.charts.ZernikeChart;
import org.pxst.processing.charts.ZernikeChart.Bar;
import org.pxst.processing.charts.ZernikeChart.Look;
import org.pxst.ui.plot.Plot;

/** The bars of the coefficients, with names below them when there is room. For the UI thread. */
final class ZernikeBars {
	private static final int NAMES_HEIGHT = 330;
	private static final int NAME_WIDTH = 17;
	/** Width of an index with its distance to the next one, and of what is beside the bars. */
	private static final double INDEX_WIDTH = 20;
	private static final int AXIS_WIDTH = 80;

	private final Plot plot;
	private Optional<ZernikeChart> chart = Optional.empty();
	private int step = 1;

	/** @param clicked gets Noll's index of the bar that the user clicks on */
	ZernikeBars(Composite parent, IntConsumer clicked) {
		plot = new Plot(parent);
		plot.setData("org.pxst.ui.id", "zernike.plot");
		plot.setToolTipText("Click a bar to select its term");
		plot.addClickListener((x, y, stateMask, count) -> chart.ifPresent(shown -> {
			int place = (int) Math.round(x);
			if (place >= 0 && place < shown.bars().size())
				clicked.accept(shown.bars().get(place).index());
		}));
		plot.addControlListener(ControlListener.controlResizedAdapter(e -> chart.ifPresent(shown -> {
			if (shown.withNames() != hasRoom(shown.bars().size()) || step != step(shown.bars().size()))
				draw(shown.bars(), shown.unit());
		})));
	}

	/** The widget. */
	Control control() {
		return plot;
	}

	/**
	 * Shows terms.
	 *
	 * @param order        Noll's indices from the left
	 * @param names        of the terms j = 1 .. orders
	 * @param coefficients the same, rad
	 * @param settings     with the terms that are left out
	 * @param perRad       what 1 rad is in the unit of the settings
	 * @param selected     Noll's index, 0 for none
	 */
	void show(List<Integer> order, List<String> names, double[] coefficients, ZernikeSettings settings, double perRad,
			int selected) {
		draw(order.stream().map(j -> new Bar(j, names.get(j - 1), coefficients[j - 1] * perRad,
				j == selected ? Look.SELECTED : settings.leftOut().contains(j) ? Look.LEFT_OUT : Look.SIGN)).toList(),
				settings.unit().symbol());
	}

	private void draw(List<Bar> bars, String unit) {
		ZernikeChart drawn = new ZernikeChart(bars, unit, hasRoom(bars.size()));
		chart = Optional.of(drawn);
		step = step(bars.size());
		JFreeChart made = drawn.chart("");
		if (!drawn.withNames())
			((NumberAxis) made.getXYPlot().getDomainAxis()).setTickUnit(new NumberTickUnit(step));
		plot.show(made);
	}

	/** Bars from one index that is written to the next. */
	private int step(int bars) {
		return Math.max(1, (int) Math.ceil(bars * INDEX_WIDTH / Math.max(1, plot.getSize().x - AXIS_WIDTH)));
	}

	private boolean hasRoom(int bars) {
		Point size = plot.getSize();
		return size.y >= NAMES_HEIGHT && size.x >= bars * NAME_WIDTH;
	}
}
