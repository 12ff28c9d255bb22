// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.report.ReportRequest;

/**
 * What a page is made of: reads the file, and remembers what was asked for and is not there. Used by one thread.
 */
final class Material {
	/** Extent of any length. */
	static final int ANY = -1;
	/** A picture of more values would not fit into memory twice. */
	private static final long MOST_VALUES = 1L << 26;

	private final ReportRequest request;
	private final CxiFile file;
	private final Hdf5View view;
	private final IMonitor monitor;
	private final Map<String, Missing> missing = new LinkedHashMap<>();
	private Optional<Scan> scan = Optional.empty();
	private String scanProblem = "";

	/**
	 * @param file    the scan
	 * @param view    the same file
	 * @param monitor to stop the work
	 */
	Material(ReportRequest request, CxiFile file, Hdf5View view, IMonitor monitor) {
		this.request = request;
		this.file = file;
		this.view = view;
		this.monitor = monitor;
		try {
			scan = Optional.of(file.scan());
		} catch (InvalidDataException e) {
			scanProblem = e.getMessage();
		}
	}

	ReportRequest request() {
		return request;
	}

	Hdf5View view() {
		return view;
	}

	/** The scan; empty when the file is none. */
	Optional<Scan> scan() {
		return scan;
	}

	/** Why the file is no scan. */
	String scanProblem() {
		return scanProblem;
	}

	/** Whether there is a group for the result. */
	boolean hasResult() {
		return view.find(request.group()).filter(entry -> entry.kind() == Hdf5Entry.Kind.GROUP).isPresent();
	}

	/**
	 * Stops the work when that is asked for.
	 *
	 * @throws CancelledException then
	 */
	void check() {
		if (monitor.isCancelled())
			throw new CancelledException("report");
	}

	/** Says what the work is at. */
	void at(String part) {
		check();
		monitor.subTask(part);
	}

	/** The frames that were used, else those that the scan says to use. */
	int[] goodFrames() {
		int frames = scan.map(s -> s.frames().frames()).orElse(0);
		int[] used = find("good_frames", ANY).map(v -> Arrays.stream(v.values()).filter(n -> n >= 0 && n < frames)
				.mapToInt(n -> (int) n).toArray()).orElse(new int[0]);
		return used.length > 0 || scan.isEmpty() ? used : file.goodFrames();
	}

	/**
	 * A data set of the result.
	 *
	 * @param name  relative to the group
	 * @param shape extents, {@link #ANY} for those of any length
	 * @return empty when there is none of that shape, or it has no finite value
	 */
	Optional<Values> find(String name, int... shape) {
		return read(name, shape).filter(values -> Arrays.stream(values.values()).anyMatch(v -> !Double.isNaN(v)));
	}

	/**
	 * The same, and the page says that it is missing when it is.
	 *
	 * @param what in words
	 * @param step the command that makes it
	 */
	Optional<Values> need(String what, String step, String name, int... shape) {
		Optional<Values> found = find(name, shape);
		if (found.isEmpty())
			missing.putIfAbsent(name, new Missing(what, reason(name), step));
		return found;
	}

	private String reason(String name) {
		return layout(name).map(layout -> name + " of shape " + shape(layout) + " is no such picture, or empty")
				.orElse("no data set " + name);
	}

	/** A single number of the result. */
	OptionalDouble number(String name) {
		Optional<Values> found = find(name).or(() -> find(name, 1));
		return found.isPresent() ? OptionalDouble.of(found.get().values()[0]) : OptionalDouble.empty();
	}

	/** A single number, NaN when there is none. */
	double numberOrNaN(String name) {
		return number(name).orElse(Double.NaN);
	}

	/** Texts of the result. */
	List<String> texts(String name) {
		List<String> texts = new ArrayList<>();
		Optional<Hdf5Layout> layout = layout(name).filter(l -> !l.numeric() && l.size() <= 1000);
		if (layout.isPresent())
			slice(path(name)).ifPresent(values -> {
				Dataset flat = values.flatten();
				for (int k = 0; k < flat.getSize(); k++)
					texts.add(flat.getString(k));
			});
		return texts;
	}

	/** What is missing, in the order in which it was asked for. */
	List<Missing> missing() {
		return List.copyOf(missing.values());
	}

	/** Reads a whole data set. */
	Optional<Dataset> slice(String path) {
		check();
		try {
			return Optional.of(DatasetUtils.convertToDataset(view.values(path).getSlice()));
		} catch (DatasetException | InvalidDataException e) {
			return Optional.empty();
		}
	}

	private Optional<Values> read(String name, int... shape) {
		Optional<Hdf5Layout> layout = layout(name).filter(l -> l.numeric() && l.size() > 0 && l.size() <= MOST_VALUES && fits(l, shape));
		if (layout.isEmpty())
			return Optional.empty();
		Optional<Dataset> dataset = slice(path(name)).filter(d -> !d.isComplex());
		String units = view.find(path(name)).map(entry -> entry.attributes().get("units")).map(Object::toString).orElse("");
		return dataset.map(d -> new Values(path(name), units, d.getShape(), numbers(d)));
	}

	private static double[] numbers(Dataset dataset) {
		Dataset flat = dataset.flatten();
		double[] numbers = new double[flat.getSize()];
		for (int k = 0; k < numbers.length; k++) {
			double number = flat.getElementDoubleAbs(k);
			numbers[k] = Double.isInfinite(number) ? Double.NaN : number;
		}
		return numbers;
	}

	private static boolean fits(Hdf5Layout layout, int... shape) {
		if (layout.shape().size() != shape.length)
			return false;
		for (int axis = 0; axis < shape.length; axis++)
			if (shape[axis] != ANY && shape[axis] != layout.shape().get(axis))
				return false;
		return true;
	}

	private Optional<Hdf5Layout> layout(String name) {
		return view.find(path(name)).flatMap(Hdf5Entry::layout);
	}

	/** Extents for a reader. */
	static String shape(Hdf5Layout layout) {
		return layout.shape().isEmpty() ? "single value"
				: String.join(" \u00d7 ", layout.shape().stream().map(String::valueOf).toList());
	}

	private String path(String name) {
		return request.group() + "/" + name;
	}
}
