// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiStack;
import org.pxst.io.cxi.internal.SourceDataset;
import org.pxst.io.cxi.internal.SourceFile;

/** Finds the frames: one stack, several that follow each other, or images in TIFF files. */
final class StackFinder {
	private static final int MOST_PIXELS = Integer.MAX_VALUE / 8;
	private static final int MOST_FRAMES = 10_000_000;

	private final Sources sources;

	/** @param sources the files */
	StackFinder(Sources sources) {
		this.sources = sources;
	}

	/** Which frames are wanted, of so many. */
	@FunctionalInterface
	interface Selection {
		/** Ascending indices, all smaller than the number of frames. */
		int[] of(int frames);
	}

	/**
	 * Looks for the frames.
	 *
	 * @param entry     what the mapping says
	 * @param selection which are wanted
	 * @return empty when no alternative leads anywhere
	 * @throws InvalidDataException when one leads to something that is no stack of frames
	 */
	Optional<Stack> find(Entry entry, Selection selection) {
		for (Expression expression : entry.alternatives()) {
			if (expression.unit().isPresent() || expression.factor() != 1)
				throw entry.line().wrong("frames are taken as they are; leave out 'in' and '*'");
			Optional<Stack> stack = find(expression, entry, selection);
			if (stack.isPresent())
				return stack;
		}
		return Optional.empty();
	}

	private Optional<Stack> find(Expression expression, Entry entry, Selection selection) {
		if (expression.place() instanceof Place.InTiff tiff) {
			List<TiffFile> files = sources.tiff(tiff.file(), entry.directory(), entry.line());
			return files.isEmpty() ? Optional.empty() : Optional.of(images(files, selection));
		}
		if (!(expression.place() instanceof Place.InHdf5 place))
			throw entry.line().wrong("frames are in an HDF5 file (scan.h5:/entry/data) or in TIFF files (frames/*.tif)");
		FrameAxes axes = FrameAxes.of(expression.as())
				.orElseThrow(() -> entry.line().wrong("the axes of frames are 'frame,ss,fs' in some order"));
		List<SourceDataset> datasets = new ArrayList<>();
		for (SourceFile file : sources.hdf5(place.file(), entry.directory(), entry.line()))
			datasets.addAll(stacks(NumberFinder.datasets(file, place.path()), place.path(), entry.line()));
		return datasets.isEmpty() ? Optional.empty() : Optional.of(joined(datasets, axes, selection));
	}

	private static Stack images(List<TiffFile> files, Selection selection) {
		List<TiffFrames.Image> images = TiffFrames.images(files);
		int[] wanted = selection.of(images.size());
		TiffFrames frames = new TiffFrames(Arrays.stream(wanted).mapToObj(images::get).toList());
		String where = files.get(0).path().toString()
				+ (files.size() == 1 ? "" : " ... " + files.get(files.size() - 1).path().getFileName());
		return new Stack(frames, List.of(), "TIFF files cannot be linked", images.size(), wanted, where);
	}

	/** Those that are images; several only where a * at the end asks for them. */
	private static List<SourceDataset> stacks(List<SourceDataset> found, PathPattern pattern, Line line) {
		List<SourceDataset> images = found.stream().filter(d -> d.pixels().isPresent() && d.shape().length >= 2).toList();
		boolean series = pattern.steps().get(pattern.steps().size() - 1).contains("*")
				&& images.stream().map(d -> d.path().substring(0, d.path().lastIndexOf('/'))).distinct().count() <= 1;
		if (images.size() > 1 && !series) {
			List<SourceDataset> stacks = images.stream().filter(d -> d.shape().length >= 3).toList();
			if (stacks.size() == 1)
				return stacks;
			throw line.wrong("there are " + images.size() + " such places in " + images.get(0).file() + ": "
					+ String.join(", ", images.stream().map(SourceDataset::path).limit(4).toList())
					+ "; name one of them with --set data=PATH");
		}
		if (images.isEmpty() && !found.isEmpty())
			throw new InvalidDataException(found.get(0).file() + ": " + found.get(0).path() + " holds "
					+ found.get(0).description() + " instead of frames; name the right place with --set data=PATH");
		return images;
	}

	private static Stack joined(List<SourceDataset> datasets, FrameAxes axes, Selection selection) {
		SourceDataset first = datasets.get(0);
		for (SourceDataset dataset : datasets)
			check(dataset, first, axes);
		long all = datasets.stream().mapToLong(d -> axes.frames(d.shape())).sum();
		if (all > MOST_FRAMES)
			throw new InvalidDataException(first.file() + ": " + first.path() + " has " + all + " frames; at most " + MOST_FRAMES
					+ " can be imported");
		int[] wanted = selection.of((int) all);
		List<Hdf5Frames.Run> runs = runs(datasets, axes, wanted);
		List<CxiStack.Part> parts = axes.usual() ? runs.stream().flatMap(run -> parts(run).stream()).toList() : List.of();
		String where = first.place() + (datasets.size() == 1 ? ""
				: " ... " + datasets.get(datasets.size() - 1).place());
		return new Stack(new Hdf5Frames(runs, axes), parts, axes.usual() ? "" : "a link cannot put axes into another order",
				(int) all, wanted, where);
	}

	private static void check(SourceDataset dataset, SourceDataset first, FrameAxes axes) {
		long[] shape = dataset.shape();
		String name = dataset.file() + ": " + dataset.path() + " holds " + dataset.description();
		if (!axes.usual() && shape.length != 3)
			throw new InvalidDataException(name + ", but three axes were named");
		for (long extent : shape)
			if (extent < 1 || extent > MOST_PIXELS)
				throw new InvalidDataException(name + ", which are no frames");
		long rows = axes.rows(shape);
		long columns = axes.columns(shape);
		if (rows * columns > MOST_PIXELS)
			throw new InvalidDataException(name + "; at most " + MOST_PIXELS + " pixels a frame can be imported");
		if (rows != axes.rows(first.shape()) || columns != axes.columns(first.shape())
				|| !dataset.pixels().equals(first.pixels()))
			throw new InvalidDataException(name + ", which does not go with the " + first.description() + " of "
					+ first.place() + "; import only frames of one kind");
	}

	/** The wanted frames as runs of consecutive ones. */
	private static List<Hdf5Frames.Run> runs(List<SourceDataset> datasets, FrameAxes axes, int[] wanted) {
		List<Hdf5Frames.Run> runs = new ArrayList<>();
		int start = 0;
		int k = 0;
		for (SourceDataset dataset : datasets) {
			int end = start + (int) axes.frames(dataset.shape());
			while (k < wanted.length && wanted[k] < end) {
				int from = k;
				while (k + 1 < wanted.length && wanted[k + 1] < end && wanted[k + 1] == wanted[k] + 1)
					k++;
				runs.add(new Hdf5Frames.Run(dataset, wanted[from] - start, ++k - from));
			}
			start = end;
		}
		return runs;
	}

	/** A run as boxes of its data set: one where that is possible, else one for each line of a grid. */
	private static List<CxiStack.Part> parts(Hdf5Frames.Run run) {
		int[] shape = Arrays.stream(run.dataset().shape()).mapToInt(Math::toIntExact).toArray();
		int line = shape.length - 3;
		if (run.count() == FrameAxes.USUAL.frames(run.dataset().shape()))
			return List.of(part(run, shape, new int[shape.length], shape));
		List<CxiStack.Part> parts = new ArrayList<>();
		int end = run.first() + run.count();
		for (int n = run.first(); n < end;) {
			int[] start = new int[shape.length];
			int[] box = shape.clone();
			int rest = n;
			for (int axis = line; axis >= 0; axis--) {
				start[axis] = rest % shape[axis];
				rest /= shape[axis];
				box[axis] = 1;
			}
			box[line] = Math.min(end - n, shape[line] - start[line]);
			parts.add(part(run, shape, start, box));
			n += box[line];
		}
		return parts;
	}

	private static CxiStack.Part part(Hdf5Frames.Run run, int[] shape, int[] start, int[] box) {
		return new CxiStack.Part(run.dataset().file(), run.dataset().path(), list(shape), list(start), list(box));
	}

	private static List<Integer> list(int[] values) {
		return Arrays.stream(values).boxed().toList();
	}

	/** All frames. */
	static int[] everything(int frames) {
		return IntStream.range(0, frames).toArray();
	}
}
