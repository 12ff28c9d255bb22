// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.util.ArrayList;
import java.util.List;

import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractIntervalXYDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * Points of curves or bars in plain arrays, which take a tenth of the memory of JFreeChart's series. They do not change any more
 * once the chart is made, so that any thread can read them.
 */
public final class CurveData extends AbstractIntervalXYDataset {
	private static final long serialVersionUID = 1L;

	private final transient List<Series> series = new ArrayList<>();
	private final DomainOrder order;

	/**
	 * One curve.
	 *
	 * @param name   what it is
	 * @param x      abscissae; not to be changed
	 * @param y      ordinates, NaN where the curve is broken; not to be changed
	 * @param starts where bars start, or null when they have no extent; not to be changed
	 * @param ends   where bars end, or null; not to be changed
	 */
	public record Series(Comparable<?> name, double[] x, double[] y, double[] starts, double[] ends) {
		/** A curve of points without extent. */
		public Series(String name, double[] x, double[] y) {
			this(name, x, y, null, null);
		}
	}

	/** Data without curves yet. */
	CurveData() {
		this(List.of(), DomainOrder.NONE);
	}

	/** All curves at once; whether abscissae increase is up to the caller. */
	public CurveData(List<Series> series, DomainOrder order) {
		this.series.addAll(series);
		this.order = order;
	}

	/** A copy of points as they are now; those that do not change are used as they are. */
	public static CurveData of(XYDataset data) {
		if (data instanceof CurveData curves)
			return curves;
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
		return new CurveData(series, data.getDomainOrder());
	}

	void add(Series curve) {
		series.add(curve);
	}

	/** All curves. */
	public List<Series> series() {
		return List.copyOf(series);
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
		return series.get(index).name;
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
