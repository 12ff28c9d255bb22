// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.pxst.processing.charts.ZernikeChart;
import org.pxst.processing.charts.ZernikeChart.Bar;
import org.pxst.processing.charts.ZernikeChart.Look;
import org.pxst.ui.plot.Plot;

/** The bars of the coefficients, with names below them when there is room. For the UI thread. */
final class ZernikeBars {
	private static final int NAMES_HEIGHT = 330;
	private static final int NAME_WIDTH = 17;

	private final Plot plot;
	private Optional<ZernikeChart> chart = Optional.empty();

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
		plot.addControlListener(ControlListener.controlResizedAdapter(
				e -> chart.filter(shown -> shown.withNames() != hasRoom(shown.bars().size())).ifPresent(shown -> draw(shown.bars(),
						shown.unit()))));
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
		plot.show(drawn.chart(""));
	}

	private boolean hasRoom(int bars) {
		Point size = plot.getSize();
		return size.y >= NAMES_HEIGHT && size.x >= bars * NAME_WIDTH;
	}
}
