// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.category.CategoryDataset;
import org.pxst.processing.charts.CurveData;

/** All points of a chart as comma-separated text, one column a series; series with abscissae of their own have a column of those. */
final class PointTable {
	private final List<String> heads = new ArrayList<>();
	private final List<List<String>> columns = new ArrayList<>();

	/** @param chart a copy, with all its points */
	PointTable(JFreeChart chart) {
		if (chart.getPlot() instanceof XYPlot plot)
			add(plot);
		else if (chart.getPlot() instanceof CategoryPlot plot)
			add(plot);
	}

	private void add(XYPlot plot) {
		List<CurveData.Series> all = new ArrayList<>();
		List<String> labels = new ArrayList<>();
		for (int d = 0; d < plot.getDatasetCount(); d++) {
			if (plot.getDataset(d) == null)
				continue;
			CurveData.of(plot.getDataset(d)).series().forEach(all::add);
			String label = plot.getRangeAxisForDataset(d).getLabel();
			while (labels.size() < all.size())
				labels.add(label == null ? "" : label);
		}
		String abscissa = plot.getDomainAxis().getLabel() == null ? "x" : plot.getDomainAxis().getLabel();
		boolean common = all.stream().allMatch(series -> Arrays.equals(series.x(), all.get(0).x()));
		for (int s = 0; s < all.size(); s++) {
			String name = String.valueOf(all.get(s).name());
			if (s == 0 || !common)
				add(common ? abscissa : abscissa + ", " + name, all.get(s).x());
			add(labels.get(s).isEmpty() || labels.get(s).equals(name) ? name : name + ", " + labels.get(s), all.get(s).y());
		}
	}

	private void add(CategoryPlot plot) {
		CategoryDataset data = plot.getDataset();
		if (data == null)
			return;
		heads.add("name");
		columns.add(data.getColumnKeys().stream().map(key -> quoted(String.valueOf(key))).toList());
		for (int row = 0; row < data.getRowCount(); row++) {
			double[] values = new double[data.getColumnCount()];
			for (int k = 0; k < values.length; k++)
				values[k] = data.getValue(row, k) == null ? Double.NaN : data.getValue(row, k).doubleValue();
			add(String.valueOf(data.getRowKey(row)), values);
		}
	}

	private void add(String head, double[] values) {
		heads.add(head);
		columns.add(Arrays.stream(values).mapToObj(v -> Double.isNaN(v) ? "" : Double.toString(v)).toList());
	}

	private static String quoted(String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}

	/** The table with a line of names at its top; nothing where there is no value. */
	String text() {
		StringBuilder text = new StringBuilder();
		text.append(String.join(",", heads.stream().map(PointTable::quoted).toList())).append('\n');
		int rows = columns.stream().mapToInt(List::size).max().orElse(0);
		for (int row = 0; row < rows; row++) {
			int line = row;
			text.append(String.join(",", columns.stream().map(column -> line < column.size() ? column.get(line) : "").toList()))
					.append('\n');
		}
		return text.toString();
	}
}
