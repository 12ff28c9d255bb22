// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.DatasetFactory;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.io.cxi.tools.ValueSummary;

/** Files whose content is in memory, by absolute path inside the file; written, read and viewed as if they were on disk. */
public final class MemoryFiles implements CxiLoader, CxiWriter, Hdf5Viewer {
	/** Frames of every file. */
	public static final String FRAMES = "/entry_1/data_1/data";

	private final Map<Path, Map<String, CxiContent>> files = new HashMap<>();
	/** Files that are claimed now. */
	public final List<Path> claimed = new ArrayList<>();
	/** Why nothing can be written into an existing file. */
	public Optional<String> obstacle = Optional.empty();
	/** What happens to a write into an existing file. */
	public Optional<RuntimeException> failure = Optional.empty();

	/** What is at a path of a file. */
	public Optional<CxiContent> at(Path file, String path) {
		return Optional.ofNullable(content(file).get(path));
	}

	/** The first string of a data set. */
	public String text(Path file, String path) {
		return ((String[]) ((CxiDataset) at(file, path).orElseThrow()).values())[0];
	}

	/** Puts content into a file, made when it is not there. */
	public void put(Path file, String group, List<? extends CxiContent> all) {
		Map<String, CxiContent> content = content(file);
		for (CxiContent item : all)
			content.put(item.path().startsWith("/") ? item.path() : group + "/" + item.path(), item);
	}

	/** Takes something out of a file. */
	public void remove(Path file, String path) {
		content(file).remove(path);
	}

	private Map<String, CxiContent> content(Path file) {
		return files.computeIfAbsent(file, f -> new TreeMap<>());
	}

	@Override
	public void write(Path file, String group, List<? extends CxiContent> all) {
		files.remove(file);
		put(file, group, all);
	}

	@Override
	public boolean canLink() {
		return true;
	}

	@Override
	public Optional<String> obstacle(Path file, long size) {
		return obstacle;
	}

	@Override
	public CxiClaim claim(Path file) {
		claimed.add(file);
		return new CxiClaim() {
			@Override
			public Path file() {
				return file;
			}

			@Override
			public void add(String group, List<? extends CxiContent> all) {
				failure.ifPresent(e -> {
					throw e;
				});
				put(file, group, all);
			}

			@Override
			public void close() {
				claimed.remove(file);
			}
		};
	}

	@Override
	public CxiRecovery recover(Path file, boolean force) {
		throw new UnsupportedOperationException();
	}

	@Override
	public CxiFile open(Path file, CxiOptions options) {
		return new Scanned(file, options);
	}

	@Override
	public Hdf5View open(Path file) {
		return new View(file);
	}

	/** An entry with these attributes. */
	private static Hdf5Entry entry(String path, Kind kind, Map<String, Object> attributes) {
		return new Hdf5Entry(path, kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), attributes);
	}

	private static Hdf5Entry entry(String path, CxiContent content) {
		if (content instanceof CxiGroup group)
			return entry(path, Kind.GROUP, group.attributes());
		return entry(path, Kind.DATASET, content instanceof CxiDataset dataset ? dataset.attributes() : Map.of());
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
			Map<String, CxiContent> content = content(file);
			if (content.containsKey(path))
				return Optional.of(entry(path, content.get(path)));
			return content.keySet().stream().anyMatch(name -> name.startsWith(path + "/"))
					? Optional.of(entry(path, Kind.GROUP, Map.of())) : Optional.empty();
		}

		@Override
		public List<Hdf5Entry> tree(String path) {
			List<Hdf5Entry> tree = new ArrayList<>(List.of(find(path).orElseThrow()));
			content(file).forEach((name, item) -> {
				if (name.startsWith(path + "/"))
					tree.add(entry(name, item));
			});
			return tree;
		}

		@Override
		public ILazyDataset values(String path) {
			return DatasetFactory.createFromObject(((CxiDataset) content(file).get(path)).values()).getSliceView();
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

	private final class Scanned implements CxiFile {
		private final Path file;
		private final CxiOptions options;

		Scanned(Path file, CxiOptions options) {
			this.file = file;
			this.options = options;
		}

		@Override
		public Path path() {
			return file;
		}

		@Override
		public List<CxiFinding> findings() {
			return List.of(new CxiFinding(CxiItem.DATA, Optional.of(options.paths().getOrDefault(CxiItem.DATA, FRAMES)),
					"float32 (4, 3, 5)", Optional.empty()));
		}

		@Override
		public ILazyDataset frames() {
			return DatasetFactory.zeros(FloatDataset.class, 4, 3, 5);
		}

		@Override
		public Scan scan() {
			throw new UnsupportedOperationException();
		}

		@Override
		public int[] goodFrames() {
			return new int[] { 0, 1, 2, 3 };
		}

		@Override
		public IDataset read(String path) {
			if (!(content(file).get(path) instanceof CxiDataset dataset))
				throw new InvalidDataException(file + ": there is no " + path);
			return DatasetFactory.createFromObject(dataset.values());
		}

		@Override
		public boolean isElsewhere(String path) {
			return content(file).get(path) instanceof CxiLink;
		}

		@Override
		public void close() {
			// nothing is open
		}
	}

	/** All paths of a file. */
	public List<String> paths(Path file) {
		return List.copyOf(content(file).keySet());
	}
}
