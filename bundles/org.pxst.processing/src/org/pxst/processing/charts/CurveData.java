// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.charts;

import java.util.ArrayList;
import java.util.List;

import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/**
 * Points of curves in plain arrays, which take a tenth of the memory of JFreeChart's series. It does not change any more once
 * the chart is made, so that any thread can read it.
 */
public final class CurveData extends AbstractXYDataset {
	private static final long serialVersionUID = 1L;

	private final transient List<Series> series = new ArrayList<>();

	/**
	 * One curve.
	 *
	 * @param name what it is
	 * @param x    abscissae; not to be changed
	 * @param y    ordinates, NaN where the curve is broken; not to be changed
	 */
	public record Series(String name, double[] x, double[] y) {
	}

	/** Data without curves yet. */
	CurveData() {
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
		return DomainOrder.NONE;
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
}
