// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;

/** A file in memory: a scan, and data sets with units. */
final class StoredData {
	static final String GROUP = "/speckle_tracking";

	private final Map<String, Dataset> datasets = new TreeMap<>();
	private final Map<String, Map<String, Object>> attributes = new LinkedHashMap<>();
	Optional<Scan> scan = Optional.empty();

	void put(String name, Object values, String units, int... shape) {
		String path = GROUP + "/" + name;
		datasets.put(path, DatasetFactory.createFromObject(values).reshape(shape));
		attributes.put(path, units.isEmpty() ? Map.of() : Map.of("units", units));
	}

	void number(String name, double value, String units) {
		put(name, new double[] { value }, units);
	}

	Hdf5View view(Path file) {
		return new View(file);
	}

	CxiFile file(Path file) {
		return new File(file);
	}

	private Hdf5Entry entry(String path) {
		Dataset values = datasets.get(path);
		boolean text = values.getElementClass() == String.class;
		Hdf5Layout layout = new Hdf5Layout(text ? "string" : "float64", !text,
				IntStream.of(values.getShape()).mapToObj(Long::valueOf).toList(), 8L * values.getSize(), List.of(), List.of(), false);
		return new Hdf5Entry(path, Kind.DATASET, Optional.of(layout), Optional.empty(), Optional.empty(), Optional.empty(),
				attributes.get(path));
	}

	private static Hdf5Entry group(String path) {
		return new Hdf5Entry(path, Kind.GROUP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
	}

	private final class View implements Hdf5View {
		private final Path file;

		View(Path file) {
			this.file = file;
		}

		@Override
		public Path path() {
			return file;
		}

		@Override
		public Optional<Hdf5Entry> find(String path) {
			if (datasets.containsKey(path))
				return Optional.of(entry(path));
			return datasets.keySet().stream().anyMatch(name -> name.startsWith(path + "/")) ? Optional.of(group(path)) : Optional.empty();
		}

		@Override
		public List<Hdf5Entry> tree(String path) {
			List<Hdf5Entry> tree = new ArrayList<>(List.of(group(path)));
			if (datasets.keySet().stream().anyMatch(name -> name.startsWith(GROUP + "/process_1/")))
				tree.add(group(GROUP + "/process_1"));
			datasets.keySet().forEach(name -> tree.add(entry(name)));
			return tree;
		}

		@Override
		public ILazyDataset values(String path) {
			return datasets.get(path).getSliceView();
		}

		@Override
		public ValueSummary summary(String path, IMonitor monitor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	private final class File implements CxiFile {
		private final Path file;

		File(Path file) {
			this.file = file;
		}

		@Override
		public Path path() {
			return file;
		}

		@Override
		public List<CxiFinding> findings() {
			return List.of();
		}

		@Override
		public ILazyDataset frames() {
			throw new UnsupportedOperationException();
		}

		@Override
		public Scan scan() {
			return scan.orElseThrow(() -> new InvalidDataException(file + ": there are no frames"));
		}

		@Override
		public int[] goodFrames() {
			return IntStream.range(0, scan().frames().frames()).toArray();
		}

		@Override
		public IDataset read(String path) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isElsewhere(String path) {
			return false;
		}

		@Override
		public void close() {
			// nothing is open
		}
	}
}
