// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.util.ArrayList;
import java.util.List;

import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.OHLCDataset;
import org.jfree.data.xy.TableXYDataset;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYZDataset;
import org.pxst.processing.charts.CurveData;

/** Points as they were at one moment, which can be drawn in any thread while the chart's own data change. */
final class FrozenData extends AbstractIntervalXYDataset {
	private static final long serialVersionUID = 1L;

	private final transient List<Series> series;
	private final DomainOrder order;

	/**
	 * One series.
	 *
	 * @param key    its name
	 * @param x      abscissae
	 * @param y      ordinates, NaN where the line is broken
	 * @param starts where bars start, or null when they have no extent
	 * @param ends   where bars end, or null
	 */
	record Series(Comparable<?> key, double[] x, double[] y, double[] starts, double[] ends) {
	}

	FrozenData(List<Series> series, DomainOrder order) {
		this.series = List.copyOf(series);
		this.order = order;
	}

	/** Whether points of this kind can be copied; renderers ask some for more than points. */
	static boolean canFreeze(XYDataset data) {
		return !(data instanceof XYZDataset || data instanceof TableXYDataset || data instanceof OHLCDataset);
	}

	/** Copies all points; those of {@link CurveData} do not change and are used as they are. */
	static FrozenData of(XYDataset data) {
		if (data instanceof FrozenData frozen)
			return frozen;
		if (data instanceof CurveData curves)
			return new FrozenData(curves.series().stream().map(c -> new Series(c.name(), c.x(), c.y(), null, null)).toList(),
					data.getDomainOrder());
		List<Series> series = new ArrayList<>();
		for (int s = 0; s < data.getSeriesCount(); s++) {
			int count = data.getItemCount(s);
			double[] x = new double[count];
			double[] y = new double[count];
			boolean bars = data instanceof IntervalXYDataset;
			double[] starts = bars ? new double[count] : null;
			double[] ends = bars ? new double[count] : null;
			for (int k = 0; k < count; k++) {
				x[k] = data.getXValue(s, k);
				y[k] = data.getYValue(s, k);
				if (data instanceof IntervalXYDataset interval) {
					starts[k] = interval.getStartXValue(s, k);
					ends[k] = interval.getEndXValue(s, k);
				}
			}
			series.add(new Series(data.getSeriesKey(s), x, y, starts, ends));
		}
		return new FrozenData(series, data.getDomainOrder());
	}

	List<Series> series() {
		return series;
	}

	@Override
	public DomainOrder getDomainOrder() {
		return order;
	}

	@Override
	public int getSeriesCount() {
		return series.size();
	}

	@Override
	public Comparable<?> getSeriesKey(int index) {
		return series.get(index).key;
	}

	@Override
	public int getItemCount(int index) {
		return series.get(index).x.length;
	}

	@Override
	public double getXValue(int index, int item) {
		return series.get(index).x[item];
	}

	@Override
	public double getYValue(int index, int item) {
		return series.get(index).y[item];
	}

	@Override
	public Number getX(int index, int item) {
		return getXValue(index, item);
	}

	@Override
	public Number getY(int index, int item) {
		double y = getYValue(index, item);
		return Double.isNaN(y) ? null : y;
	}

	@Override
	public Number getStartX(int index, int item) {
		double[] starts = series.get(index).starts;
		return starts == null ? getX(index, item) : (Number) starts[item];
	}

	@Override
	public Number getEndX(int index, int item) {
		double[] ends = series.get(index).ends;
		return ends == null ? getX(index, item) : (Number) ends[item];
	}

	@Override
	public Number getStartY(int index, int item) {
		return getY(index, item);
	}

	@Override
	public Number getEndY(int index, int item) {
		return getY(index, item);
	}
}
