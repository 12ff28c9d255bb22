// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.LazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.filter.FilterStep;
import org.pxst.io.cxi.internal.hdf5.Hdf5Object;
import org.pxst.io.cxi.internal.hdf5.Link;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Entry.Kind;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.ValueSummary;

/** A file as somebody sees it who does not know what it is for. */
final class StoredView implements Hdf5View {
	/** More objects are not for a reader. */
	private static final int MOST_ENTRIES = 1_000_000;

	private final Hdf5File file;

	/** @param file an open file, closed with this object */
	StoredView(Hdf5File file) {
		this.file = file;
	}

	@Override
	public Path path() {
		return file.path();
	}

	@Override
	public Optional<Hdf5Entry> find(String path) {
		return file.object(path).map(object -> entry(path, object, Optional.empty(), Optional.empty()));
	}

	@Override
	public List<Hdf5Entry> tree(String path) {
		Hdf5Object top = file.object(path).orElseThrow(() -> missing(path, "nothing at"));
		List<Hdf5Entry> entries = new ArrayList<>();
		Map<Long, String> met = new HashMap<>();
		met.put(top.address(), path);
		entries.add(entry(path, top, Optional.empty(), Optional.empty()));
		if (top.isGroup())
			addChildren(path, met, entries);
		return List.copyOf(entries);
	}

	private InvalidDataException missing(String path, String what) {
		return new InvalidDataException(path() + ": there is " + what + " " + path + file.problem(path)
				.map(reason -> " (" + reason + ")").orElse("") + "; list the file with pxst show " + path());
	}

	private void addChildren(String group, Map<Long, String> met, List<Hdf5Entry> entries) {
		for (Link link : file.links(group).values()) {
			if (entries.size() >= MOST_ENTRIES)
				throw new InvalidDataException(path() + ": more than " + MOST_ENTRIES + " objects; name a group, for example "
						+ path() + group);
			String path = (group.endsWith("/") ? group : group + "/") + link.name();
			Optional<Hdf5Object> object = file.object(path);
			if (object.isEmpty()) {
				entries.add(new Hdf5Entry(path, Kind.OTHER, Optional.empty(), target(link), Optional.empty(),
						Optional.of(file.problem(path).orElse("it cannot be reached")), Map.of()));
				continue;
			}
			boolean hard = link instanceof Link.Hard;
			Optional<String> before = hard ? Optional.ofNullable(met.putIfAbsent(object.get().address(), path))
					: Optional.empty();
			entries.add(entry(path, object.get(), target(link), before));
			if (hard && before.isEmpty() && object.get().isGroup())
				addChildren(path, met, entries);
		}
	}

	private static Optional<String> target(Link link) {
		if (link instanceof Link.Soft soft)
			return Optional.of(soft.target());
		if (link instanceof Link.External external)
			return Optional.of(external.file() + ":" + external.target());
		return Optional.empty();
	}

	private Hdf5Entry entry(String path, Hdf5Object object, Optional<String> link, Optional<String> before) {
		Optional<StoredDataset> dataset = object.isDataset() ? file.dataset(path) : Optional.empty();
		Kind kind = object.isGroup() ? Kind.GROUP : object.isDataset() ? Kind.DATASET : Kind.OTHER;
		Optional<String> problem = file.problem(path)
				.or(() -> object.isGroup() ? groupProblem(path) : Optional.empty());
		return new Hdf5Entry(path, kind, dataset.map(StoredView::layout), link, before, problem, file.attributes(path));
	}

	private Optional<String> groupProblem(String path) {
		file.children(path);
		return file.problem("group " + path);
	}

	private static Hdf5Layout layout(StoredDataset dataset) {
		List<Long> shape = new ArrayList<>();
		for (int axis = 0; axis < dataset.rank(); axis++)
			shape.add(dataset.extent(axis));
		long bytes = dataset.size() * dataset.stored().header().type().getSize();
		return new Hdf5Layout(dataset.typeText(), dataset.type().isPresent(), shape, bytes,
				dataset.chunk().map(chunk -> Arrays.stream(chunk).boxed().toList()).orElse(List.of()),
				dataset.stored().header().filters().stream().map(StoredView::filter).toList(), dataset.isVirtual());
	}

	private static String filter(FilterStep step) {
		return switch (step.id()) {
		case 1 -> "gzip" + (step.values().length > 0 ? " " + step.values()[0] : "");
		case 2 -> "shuffle";
		case 3 -> "fletcher32";
		case 32000 -> "lzf";
		case 32001 -> "blosc";
		case 32004 -> "lz4";
		case 32008 -> "bitshuffle";
		case 32015 -> "zstd";
		default -> step.name().isEmpty() ? "filter " + step.id() : step.name();
		};
	}

	@Override
	public ILazyDataset values(String path) {
		StoredDataset dataset = dataset(path);
		boolean numbers = dataset.type().isPresent() || dataset.complex().isPresent();
		if (!numbers || dataset.rank() == 0 || dataset.size() == 0)
			return dataset.toDataset();
		int[] shape = new int[dataset.rank()];
		for (int axis = 0; axis < shape.length; axis++) {
			if (dataset.extent(axis) > Integer.MAX_VALUE)
				throw new InvalidDataException(path() + ": " + path + " " + dataset.shapeText()
						+ " is too long for slices of it; only extents up to " + Integer.MAX_VALUE + " can be read");
			shape[axis] = (int) dataset.extent(axis);
		}
		Class<? extends Dataset> type = dataset.type().isPresent() ? dataset.type().get().dataset()
				: dataset.complex().orElseThrow().dataset();
		return new LazyDataset(new FrameLoader(dataset), path, type, shape);
	}

	@Override
	public ValueSummary summary(String path, IMonitor monitor) {
		StoredDataset dataset = dataset(path);
		if (dataset.type().isEmpty())
			throw new InvalidDataException(path() + ": " + path + " holds " + dataset.typeText()
					+ "; only numbers and booleans have a mean");
		try {
			return new SummaryReading(dataset).read(monitor);
		} catch (ArithmeticException e) {
			throw new InvalidDataException(path() + ": " + path + " " + dataset.shapeText() + " has extents that are too large", e);
		}
	}

	private StoredDataset dataset(String path) {
		return file.dataset(path)
				.orElseThrow(() -> missing(path, file.isGroup(path) ? "a group and no data set at" : "no data set"));
	}

	@Override
	public void close() {
		file.close();
	}
}
