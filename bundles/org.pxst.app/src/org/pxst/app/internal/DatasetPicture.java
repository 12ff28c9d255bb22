// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.SliceND;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.processing.images.ArrayPicture;

/** Draws a data set or part of one, in the way that suits its shape. */
final class DatasetPicture {
	/** Axes are (ss, fs), and perhaps the optical axis. */
	private static final int MOST_COLUMNS = 3;

	private final ILazyDataset values;
	private final SliceND slice;
	private final Hdf5Entry entry;
	private int[] shape;
	private String title;

	/**
	 * @param values the data set
	 * @param part   of it
	 * @param entry  what it is
	 * @param shown  file and path, for the title and messages
	 */
	DatasetPicture(ILazyDataset values, SliceText part, Hdf5Entry entry, String shown) {
		this.values = values;
		this.entry = entry;
		slice = part.slice();
		shape = Arrays.stream(part.shape()).filter(extent -> extent != 1).toArray();
		title = shown.substring(shown.lastIndexOf(entry.path()));
	}

	/**
	 * Draws it.
	 *
	 * @param png the picture's file
	 * @return what was drawn and where, for a reader
	 * @throws InvalidDataException when it is no picture, or cannot be read or written
	 */
	String write(Path png) {
		if (!entry.layout().orElseThrow().numeric())
			throw new InvalidDataException(title + ": holds " + entry.layout().get().type() + "; only numbers can be drawn");
		if (shape.length == 3 && !isTwoTracks())
			takeMiddleFrame();
		double[] numbers = read();
		ArrayPicture picture = new ArrayPicture(png, PrintableText.of(title), quantity());
		if (isTwoTracks()) {
			int frames = shape[1];
			picture.writePositions(column(numbers, 0, frames, 0), column(numbers, 0, frames, 1),
					column(numbers, 2 * frames, frames, 0), column(numbers, 2 * frames, frames, 1));
		} else if (shape.length == 2 && shape[1] == 2 && shape[0] > MOST_COLUMNS) {
			picture.writePositions(column(numbers, 0, shape[0], 0), column(numbers, 0, shape[0], 1));
		} else if (shape.length == 2) {
			picture.writeMap(shape[0], shape[1], numbers);
		} else if (shape.length == 1) {
			picture.writeCurve(numbers);
		} else {
			throw new InvalidDataException(title + ": shape " + Arrays.toString(shape)
					+ " cannot be drawn; choose one or two axes, for example " + title.replaceAll("\\[.*", "") + "[0,0]");
		}
		return png + ": " + title;
	}

	/** Positions found and recorded, (2, N, 2). */
	private boolean isTwoTracks() {
		return shape.length == 3 && shape[0] == 2 && shape[2] == 2 && shape[1] > MOST_COLUMNS;
	}

	private void takeMiddleFrame() {
		int axis = 0;
		while (slice.getShape()[axis] == 1)
			axis++;
		int frame = slice.getStart()[axis] + shape[0] / 2 * slice.getStep()[axis];
		slice.setSlice(axis, frame, frame + 1, 1);
		shape = Arrays.copyOfRange(shape, 1, 3);
		title += ", frame " + frame;
	}

	private double[] read() {
		try {
			Dataset part = DatasetUtils.convertToDataset(values.getSlice(slice));
			double[] numbers = new double[part.getSize()];
			Dataset flat = part.flatten();
			for (int k = 0; k < numbers.length; k++)
				numbers[k] = flat.getElementDoubleAbs(k);
			return numbers;
		} catch (DatasetException e) {
			throw new InvalidDataException(title + ": cannot be read: " + e.getMessage(), e);
		}
	}

	private static double[] column(double[] numbers, int from, int count, int column) {
		double[] values = new double[count];
		for (int n = 0; n < count; n++)
			values[n] = numbers[from + 2 * n + column];
		return values;
	}

	private String quantity() {
		Object units = entry.attributes().get("units");
		return units == null || "1".equals(units.toString()) ? "value" : PrintableText.of(units.toString());
	}
}
