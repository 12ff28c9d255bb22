// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.tree.DataContent.Curve;
import org.pxst.ui.internal.tree.DataContent.Curves;
import org.pxst.ui.internal.tree.DataContent.Image;
import org.pxst.ui.internal.tree.DataContent.Page;
import org.pxst.ui.internal.tree.DataContent.Shown;
import org.pxst.ui.internal.tree.DataContent.Words;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Reads what is shown of a data set, and no more. For one use. */
final class DataReading {
	/** Most pixels of an image; of a larger one every n-th row and column is shown. */
	static final long MOST_PIXELS = 1L << 24;
	/** Most rows of a table that are shown at a time. */
	static final int MOST_ROWS = 5000;
	/** Most columns of a table that are shown at a time. */
	static final int MOST_COLUMNS = 50;
	private static final int MOST_POINTS = 50_000;
	private static final int ROWS = -2;
	private static final int COLUMNS = -1;

	private final DataAddress address;
	private final DataChoice choice;
	private final IMonitor monitor;
	private Hdf5Entry entry;
	private DataAxes axes;
	private DataSlices slices;
	private String note = "";

	/**
	 * @param address where the data set is
	 * @param choice  what of it is shown
	 * @param monitor to stop it
	 */
	DataReading(DataAddress address, DataChoice choice, IMonitor monitor) {
		this.address = address;
		this.choice = choice;
		this.monitor = monitor;
	}

	/** Reads it. */
	DataContent read(ScanReader reader) {
		entry = reader.hdf5().find(address.path()).filter(found -> found.layout().isPresent()).orElseThrow(
				() -> new MissingContentException("data set " + address.path(), "It is shown when it is there"));
		entry.problem().ifPresent(problem -> {
			throw new InvalidDataException(address.full() + ": " + problem);
		});
		axes = DataAxes.of(entry);
		if (axes.kinds().isEmpty())
			throw new InvalidDataException(address.full() + " has no elements, its shape is "
					+ Values.shape(axes.shape()) + "; there is nothing to show");
		ILazyDataset values = reader.hdf5().values(address.path());
		slices = new DataSlices(values, address.full(), monitor);
		Shown shown = switch (choice.kind(axes)) {
		case IMAGE -> image();
		case LINE -> curves();
		case SCATTER -> points();
		case TABLE -> table();
		case TEXT -> words();
		};
		return new DataContent(entry, axes, choice, isComplex(), shown, note);
	}

	private boolean isComplex() {
		return entry.layout().orElseThrow().type().startsWith("complex");
	}

	/** Axis of the data set for one that counts. */
	private int axis(int position) {
		return axes.axes().get(position < 0 ? axes.rank() + position : position);
	}

	/** The chosen place along each axis. */
	private long[] place() {
		long[] place = new long[axes.shape().size()];
		for (int axis : axes.chosen(choice.kind(axes)))
			place[axis] = choice.place(axes, axis);
		return place;
	}

	private String quantity() {
		return isComplex() ? choice.part().label() + " of " + address.name() : address.name();
	}

	private String unit() {
		return isComplex() && choice.part() == ComplexPart.PHASE ? "rad" : Values.unit(entry);
	}

	private Image image() {
		long rows = axes.extent(ROWS);
		long columns = axes.extent(COLUMNS);
		int step = 1;
		while (((rows + step - 1) / step) * ((columns + step - 1) / step) > MOST_PIXELS)
			step++;
		if (step > 1)
			note = "Too large to be shown whole: every row and column number that is a multiple of " + step + " is shown.";
		float[] values = slices.plane(place(), axis(ROWS), axis(COLUMNS), step, choice.part());
		return new Image(new Picture(title(), (int) ((rows + step - 1) / step), (int) ((columns + step - 1) / step), values,
				new Picture.Axis("axis " + axis(ROWS), "px", 0, step), new Picture.Axis("axis " + axis(COLUMNS), "px", 0, step),
				quantity(), unit(), isComplex() && choice.part() == ComplexPart.PHASE ? Picture.Colours.CYCLIC
						: Picture.Colours.SEQUENTIAL));
	}

	/** Name with the chosen places, as numpy writes them. */
	private String title() {
		List<Integer> chosen = axes.chosen(choice.kind(axes));
		if (chosen.isEmpty())
			return address.name();
		StringJoiner places = new StringJoiner(", ", address.name() + "[", "]");
		for (int axis = 0; axis < axes.shape().size(); axis++)
			places.add(chosen.contains(axis) ? Long.toString(choice.place(axes, axis)) : axes.shape().get(axis) == 1 ? "0" : ":");
		return places.toString();
	}

	private Curves curves() {
		CurveReading reading = new CurveReading(slices, choice.part());
		boolean byColumn = axes.columnsAreCurves();
		int along = axis(byColumn ? ROWS : COLUMNS);
		long extent = axes.shape().get(along);
		if (extent > CurveReading.LONGEST)
			throw new InvalidDataException(address.full() + " is too long to be shown as a line; show it as a table");
		if (extent > CurveReading.MOST_POINTS)
			note = "Very long: the smallest and the largest of neighbouring values are shown.";
		List<Curve> curves = new ArrayList<>();
		long[] place = place();
		if (byColumn || axes.rowsAreCurves()) {
			int across = axis(byColumn ? COLUMNS : ROWS);
			for (int k = 0; k < axes.shape().get(across); k++) {
				place[across] = k;
				curves.add(reading.read((byColumn ? "column " : "row ") + k, place, along, extent));
			}
		} else {
			curves.add(reading.read(title(), place, along, extent));
		}
		return new Curves(curves, true, "index along axis " + along, "", quantity(), unit());
	}

	private Curves points() {
		long[] place = place();
		int rowAxis = axis(ROWS);
		long rows = Math.min(axes.extent(ROWS), MOST_POINTS);
		if (rows < axes.extent(ROWS))
			note = "Many points: the first " + rows + " of " + axes.extent(ROWS) + " are shown.";
		List<Curve> sets = new ArrayList<>();
		long count = axes.setsTogether() ? axes.extent(-3) : 1;
		for (int set = 0; set < count; set++) {
			if (axes.setsTogether())
				place[axis(-3)] = set;
			sets.add(new Curve(count > 1 ? "set " + set : address.name(), column(place, rowAxis, rows, 0),
					column(place, rowAxis, rows, 1)));
		}
		return new Curves(sets, false, quantity() + ", column 0", unit(), quantity() + ", column 1", unit());
	}

	private double[] column(long[] place, int rowAxis, long rows, int column) {
		long[] start = place.clone();
		start[axis(COLUMNS)] = column;
		long[] count = new long[start.length];
		Arrays.fill(count, 1);
		count[rowAxis] = rows;
		return DataSlices.doubles(choice.part().of(slices.box(start, count)));
	}

	private Page table() {
		boolean hasRows = axes.rank() >= 2;
		int rowAxis = axis(hasRows ? ROWS : COLUMNS);
		long rows = axes.shape().get(rowAxis);
		long columns = hasRows ? axes.extent(COLUMNS) : 1;
		long[] start = place();
		long[] count = new long[start.length];
		Arrays.fill(count, 1);
		start[rowAxis] = Math.max(0, Math.min(choice.row(), rows - 1));
		count[rowAxis] = Math.min(MOST_ROWS, rows - start[rowAxis]);
		long firstColumn = 0;
		if (hasRows) {
			firstColumn = Math.max(0, Math.min(choice.column(), columns - 1));
			start[axis(COLUMNS)] = firstColumn;
			count[axis(COLUMNS)] = Math.min(MOST_COLUMNS, columns - firstColumn);
		}
		Dataset values = choice.part().of(slices.box(start, count));
		Dataset table = values.getView(false);
		table.setShape((int) count[rowAxis], hasRows ? (int) count[axis(COLUMNS)] : 1);
		return new Page(table, start[rowAxis], firstColumn, rows, columns);
	}

	private Words words() {
		long[] start = new long[axes.shape().size()];
		long[] count = axes.shape().stream().mapToLong(Long::longValue).toArray();
		Dataset values = slices.box(start, count).flatten();
		String unit = unit().isEmpty() ? "" : " " + unit();
		StringJoiner lines = new StringJoiner("\n");
		for (int k = 0; k < values.getSize(); k++)
			lines.add((axes.rank() == 0 ? "" : "[" + k + "]  ") + Values.text(values, k) + unit);
		return new Words(lines.toString());
	}
}
