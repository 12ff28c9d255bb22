// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.processing.step.StepResult;
import org.pxst.ui.image.Picture;
import org.pxst.ui.view.SiPrefix;

/**
 * What a step found as pictures, curves and text. Of large arrays a few planes, of planes the part that has values.
 *
 * @param items what can be shown, pictures first
 * @param text  what the step says of it, and single numbers, a line each
 */
record PreviewItems(List<PreviewItem> items, List<String> text) {
	/** Planes of a stack that are shown. */
	private static final int PLANES = 4;
	/** Rows or columns up to which an array is curves. */
	private static final int FEW = 4;
	/** Numbers up to which they are text. */
	private static final int SINGLE = 4;

	/** All of a result. */
	static PreviewItems of(StepResult result) {
		List<PreviewItem> pictures = new ArrayList<>();
		List<PreviewItem> curves = new ArrayList<>();
		List<String> text = new ArrayList<>(result.summary());
		for (CxiDataset dataset : result.datasets()) {
			int size = IntStream.of(dataset.shape()).reduce(1, (a, b) -> a * b);
			if (dataset.values() instanceof String[] || size == 0)
				continue;
			if (size <= SINGLE)
				text.add(numbers(dataset, size));
			else
				for (PreviewItem item : shown(dataset))
					(item.content() instanceof PreviewItem.Image ? pictures : curves).add(item);
		}
		pictures.addAll(curves);
		return new PreviewItems(pictures, text);
	}

	private static String unit(CxiDataset dataset) {
		return dataset.attributes().get("units") instanceof String unit && !unit.equals("1") ? unit : "";
	}

	private static String numbers(CxiDataset dataset, int size) {
		List<String> values = new ArrayList<>();
		for (int k = 0; k < size; k++)
			values.add(SiPrefix.text(number(dataset.values(), k), unit(dataset)));
		return dataset.path() + "  " + String.join(", ", values);
	}

	private static List<PreviewItem> shown(CxiDataset dataset) {
		int[] shape = dataset.shape();
		if (shape.length == 1)
			return List.of(curves(dataset, dataset.path(), 0, 1, shape[0], false));
		int rows = shape[shape.length - 2];
		int columns = shape[shape.length - 1];
		int plane = rows * columns;
		int planes = plane == 0 ? 0 : IntStream.of(shape).reduce(1, (a, b) -> a * b) / plane;
		List<PreviewItem> items = new ArrayList<>();
		for (int k : some(planes)) {
			String label = dataset.path() + (planes == 1 ? "" : " [" + k + "]");
			if (columns <= FEW)
				items.add(curves(dataset, label, k * plane, columns, rows, true));
			else if (rows <= FEW)
				items.add(curves(dataset, label, k * plane, rows, columns, false));
			else
				items.add(image(dataset, label, k * plane, rows, columns));
		}
		return items;
	}

	/** All of a few, else some that are evenly spread. */
	private static int[] some(int count) {
		return count <= PLANES ? IntStream.range(0, count).toArray()
				: IntStream.range(0, PLANES).map(k -> k * (count - 1) / (PLANES - 1)).toArray();
	}

	private static PreviewItem curves(CxiDataset dataset, String label, int from, int count, int length, boolean columns) {
		List<String> names = new ArrayList<>();
		List<double[]> values = new ArrayList<>();
		for (int c = 0; c < count; c++) {
			double[] curve = new double[length];
			for (int k = 0; k < length; k++)
				curve[k] = number(dataset.values(), from + (columns ? k * count + c : c * length + k));
			names.add(count == 1 ? label : (columns ? "column " : "row ") + c);
			values.add(curve);
		}
		String unit = unit(dataset);
		return new PreviewItem(label, new PreviewItem.Curves(unit.isEmpty() ? label : label + " (" + unit + ")", names, values));
	}

	private static PreviewItem image(CxiDataset dataset, String label, int from, int rows, int columns) {
		float[] values = new float[rows * columns];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) number(dataset.values(), from + p);
		Roi area = finite(values, rows, columns);
		float[] inside = new float[area.rows() * area.columns()];
		for (int i = 0; i < area.rows(); i++)
			System.arraycopy(values, (area.ss0() + i) * columns + area.fs0(), inside, i * area.columns(), area.columns());
		String name = dataset.path().substring(dataset.path().lastIndexOf('/') + 1).replace('_', ' ');
		return new PreviewItem(label, new PreviewItem.Image(new Picture(label, area.rows(), area.columns(), inside,
				new Picture.Axis("slow scan axis", "px", area.ss0(), 1), new Picture.Axis("fast scan axis", "px", area.fs0(), 1), name,
				unit(dataset), dataset.path().contains("reference_image") ? Picture.Colours.GREY : Picture.Colours.SEQUENTIAL)));
	}

	/** The rectangle that has all values; all when there are none. */
	private static Roi finite(float[] values, int rows, int columns) {
		int[] edges = { rows, -1, columns, -1 };
		for (int p = 0; p < values.length; p++)
			if (Float.isFinite(values[p])) {
				edges[0] = Math.min(edges[0], p / columns);
				edges[1] = Math.max(edges[1], p / columns);
				edges[2] = Math.min(edges[2], p % columns);
				edges[3] = Math.max(edges[3], p % columns);
			}
		return edges[1] < 0 ? Roi.full(rows, columns) : new Roi(edges[0], edges[1] + 1, edges[2], edges[3] + 1);
	}

	private static double number(Object values, int at) {
		if (values instanceof boolean[] flags)
			return flags[at] ? 1 : 0;
		// bytes and shorts have no sign in files
		if (values instanceof byte[] bytes)
			return bytes[at] & 0xff;
		if (values instanceof short[] shorts)
			return shorts[at] & 0xffff;
		return Array.getDouble(values, at);
	}
}
