// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.ArrayValues;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.EditReport;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.Hdf5Edit;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;
import org.pxst.processing.report.ReportRequest;

/** File tools that remember what they were asked for; every file holds the same data sets. */
final class FakeFileTools {
	final Map<String, Dataset> datasets = new LinkedHashMap<>();
	/** Name of what was called, with its arguments. */
	final List<String> calls = new ArrayList<>();
	EditOptions options;
	CxiDataset written;
	ExportRequest request;
	ReportRequest report;

	FakeFileTools() {
		datasets.put("/a/image", DatasetFactory.createRange(12).reshape(3, 4));
		datasets.put("/a/large", DatasetFactory.createRange(5000).reshape(50, 100));
		datasets.put("/a/number", DatasetFactory.createFromObject(2.5));
		datasets.put("/a/text", DatasetFactory.createFromObject("a \u001b[2J text"));
		datasets.put("/a/lines", DatasetFactory.createFromObject("[zernike]\norders = 15\n"));
		datasets.put("/a/positions", DatasetFactory.createRange(20).reshape(10, 2));
		datasets.put("/a/stack", DatasetFactory.createRange(60).reshape(3, 4, 5));
	}

	FileToolCommands commands() {
		return new FileToolCommands(View::new, new Editor(), file -> new ArrayValues(new int[] { 1, 2 }, List.of(2)), (asked, monitor) -> {
			request = asked;
			return List.of(asked.output());
		}, (asked, monitor) -> {
			report = asked;
			return asked.output();
		});
	}

	View view(Path file) {
		return new View(file);
	}

	private Hdf5Entry entry(String path) {
		Dataset values = datasets.get(path);
		boolean text = values.getElementClass() == String.class;
		Hdf5Layout layout = new Hdf5Layout(text ? "string" : "float64", !text,
				IntStream.of(values.getShape()).mapToObj(Long::valueOf).toList(), 8L * values.getSize(), List.of(), List.of(), false);
		return new Hdf5Entry(path, Kind.DATASET, Optional.of(layout), Optional.empty(), Optional.empty(), Optional.empty(),
				Map.of("units", "m"));
	}

	private static Hdf5Entry group(String path) {
		return new Hdf5Entry(path, Kind.GROUP, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
	}

	final class View implements Hdf5View {
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
			return datasets.containsKey(path) ? Optional.of(entry(path)) : Optional.empty();
		}

		@Override
		public List<Hdf5Entry> tree(String path) {
			if (!List.of("/", "/a").contains(path))
				throw new InvalidDataException(file + ": there is nothing at " + path);
			List<Hdf5Entry> tree = new ArrayList<>(List.of(group("/"), group("/a")));
			datasets.keySet().forEach(dataset -> tree.add(entry(dataset)));
			tree.add(new Hdf5Entry("/a/link", Kind.OTHER, Optional.empty(), Optional.of("raw.h5:/data"), Optional.empty(),
					Optional.of("there is no such file"), Map.of()));
			return "/".equals(path) ? tree : tree.subList(1, tree.size());
		}

		@Override
		public ILazyDataset values(String path) {
			return datasets.get(path).getSliceView();
		}

		@Override
		public ValueSummary summary(String path, IMonitor monitor) {
			return new ValueSummary(5000, 2, 0, 0, 4999, 2499.5);
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	private final class Editor implements Hdf5Editor {
		@Override
		public EditReport edit(Path file, Hdf5Edit edit, EditOptions chosen, IMonitor monitor) {
			return done(file, edit.toString(), chosen, List.of("/gone"));
		}

		@Override
		public EditReport write(Path file, CxiDataset dataset, EditOptions chosen) {
			written = dataset;
			return done(file, "write", chosen, List.of());
		}

		@Override
		public EditReport clean(Path file, EditOptions chosen, IMonitor monitor) {
			return done(file, "clean", chosen, List.of());
		}

		@Override
		public EditReport wipe(Path file, List<String> keep, EditOptions chosen, IMonitor monitor) {
			return done(file, "wipe " + keep, chosen, List.of("/gone"));
		}

		private EditReport done(Path file, String call, EditOptions chosen, List<String> removed) {
			options = chosen;
			calls.add(file.getFileName() + " " + call);
			return new EditReport(file, removed, 2_500_000, 1000);
		}
	}
}
