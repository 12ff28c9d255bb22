// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.BooleanDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.january.dataset.StringDataset;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * Results of the paper's size, 516 x 1556 pixels: those of a small scan with each image made larger. What they mean is not
 * right any more, how much work they are is.
 */
final class LargeResults {
	private static final int ROWS = 516;
	private static final int COLUMNS = 1556;
	/** Stacks that would have more values stay small, so that the test needs no more memory than others. */
	private static final long MOST_VALUES = 25_000_000;

	private LargeResults() {
	}

	/**
	 * Writes a file of its own.
	 *
	 * @param small a scan with results, of {@link TinyScan#ROWS} x {@link TinyScan#COLUMNS} pixels
	 */
	static void write(Path small, Path file) {
		List<CxiDataset> datasets = new ArrayList<>();
		try (Hdf5View view = TinyScan.service(Hdf5Viewer.class).open(small)) {
			for (Hdf5Entry entry : view.tree("/"))
				if (entry.kind() == Hdf5Entry.Kind.DATASET && entry.problem().isEmpty())
					datasets.add(larger(entry.path(), view, entry.attributes()));
		} catch (DatasetException e) {
			throw new IllegalStateException("the results cannot be made larger", e);
		}
		TinyScan.service(CxiWriter.class).write(file, "/", datasets);
	}

	private static CxiDataset larger(String path, Hdf5View view, Map<String, Object> attributes) throws DatasetException {
		Dataset values = DatasetUtils.convertToDataset(view.values(path).getSlice());
		int[] shape = values.getShapeRef();
		int rank = shape.length;
		Map<String, Object> units = attributes.get("units") instanceof String text ? Map.of("units", text) : Map.of();
		if (values.getElementClass() == String.class)
			return new CxiDataset(path, shape, values.flatten().cast(StringDataset.class).getData(), units);
		boolean image = rank >= 2 && shape[rank - 2] >= TinyScan.ROWS / 2 && shape[rank - 1] >= TinyScan.COLUMNS / 2;
		if (!image)
			return new CxiDataset(path, shape, plain(values), units);
		int[] wanted = shape.clone();
		wanted[rank - 2] = Math.round((float) shape[rank - 2] * ROWS / TinyScan.ROWS);
		wanted[rank - 1] = Math.round((float) shape[rank - 1] * COLUMNS / TinyScan.COLUMNS);
		if (Arrays.stream(wanted).asLongStream().reduce(1, Math::multiplyExact) > MOST_VALUES)
			return new CxiDataset(path, shape, plain(values), units);
		return new CxiDataset(path, wanted, enlarged(values, shape, wanted), units);
	}

	/** Each pixel becomes a block of equal ones. */
	private static Object enlarged(Dataset values, int[] from, int[] to) {
		int rank = from.length;
		int rows = from[rank - 2];
		int columns = from[rank - 1];
		int newRows = to[rank - 2];
		int newColumns = to[rank - 1];
		boolean flags = values.getElementClass() == Boolean.class;
		Dataset flat = values.flatten();
		int images = flat.getSize() / (rows * columns);
		float[] numbers = new float[flags ? 0 : images * newRows * newColumns];
		boolean[] truths = new boolean[flags ? images * newRows * newColumns : 0];
		for (int n = 0; n < images; n++)
			for (int i = 0; i < newRows; i++)
				for (int j = 0; j < newColumns; j++) {
					int source = (n * rows + i * rows / newRows) * columns + j * columns / newColumns;
					int target = (n * newRows + i) * newColumns + j;
					if (flags)
						truths[target] = flat.getElementBooleanAbs(source);
					else
						numbers[target] = (float) flat.getElementDoubleAbs(source);
				}
		return flags ? truths : numbers;
	}

	private static Object plain(Dataset values) {
		if (values.getElementClass() == Boolean.class)
			return values.cast(BooleanDataset.class).getData();
		if (values.getElementClass() == Float.class)
			return values.cast(FloatDataset.class).getData();
		if (values.getElementClass() == Double.class)
			return values.cast(DoubleDataset.class).getData();
		return values.cast(LongDataset.class).getData();
	}
}
