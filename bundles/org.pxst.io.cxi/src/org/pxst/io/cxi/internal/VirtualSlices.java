// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.pxst.io.cxi.internal.hdf5.DatasetHeader;
import org.pxst.io.cxi.internal.hdf5.Grid;
import org.pxst.io.cxi.internal.hdf5.Runs;
import org.pxst.io.cxi.internal.hdf5.Selection;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Virtual;
import org.pxst.io.cxi.internal.hdf5.VirtualPart;

import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.OrderedDataType;

/**
 * A virtual data set: its elements are parts of other data sets, in this file or in others. Where a source is missing,
 * and where there is no part, it has the fill value.
 */
final class VirtualSlices implements SliceReader {
	/** Most sources that a name with a number is tried for. */
	private static final int MOST_BLOCKS = 1 << 20;

	private final long[] dims;
	private final DatasetHeader header;
	private final int elementSize;
	private final Sources sources;
	private final List<Part> parts = new ArrayList<>();
	private final ConcurrentMap<List<String>, Optional<Stored>> found = new ConcurrentHashMap<>();

	/** Finds the data sets that a virtual one is made of. */
	@FunctionalInterface
	interface Sources {
		/**
		 * @param file    name of the file as the virtual data set has it, "." for its own
		 * @param dataset path in that file
		 * @return empty when there is no such file or data set
		 */
		Optional<Stored> find(String file, String dataset);
	}

	/**
	 * A part whose extents are known.
	 *
	 * @param source   where the elements are
	 * @param place    grid of their places here; null when it is no grid
	 * @param runs     their places when it is no grid
	 * @param selected which elements of the source
	 * @param count    elements along the unlimited axis of that selection
	 */
	private record Part(List<String> source, Grid place, Runs runs, Selection selected, long count) {
	}

	private VirtualSlices(DatasetHeader header, long[] dims, Sources sources) {
		this.header = header;
		this.dims = dims;
		this.sources = sources;
		elementSize = header.type().getSize();
	}

	/**
	 * Reads the list of parts, and finds out how far those go that have no end of their own.
	 *
	 * @param header  of the virtual data set
	 * @param layout  its layout
	 * @param sources finds the sources
	 */
	static VirtualSlices open(DatasetHeader header, Virtual layout, Sources sources) {
		List<VirtualPart> listed = VirtualPart.read(header.storage(), layout);
		VirtualSlices slices = new VirtualSlices(header, header.dims().clone(), sources);
		int growing = -1;
		for (VirtualPart part : listed)
			growing = Math.max(growing, part.place().unlimitedAxis());
		if (growing >= slices.dims.length)
			throw new HdfException("a part with more axes than the data set");
		long extent = 0;
		List<Long> counts = new ArrayList<>();
		for (VirtualPart part : listed) {
			long count = part.place().unlimitedAxis() < 0 ? 0 : slices.available(part);
			counts.add(count);
			if (growing >= 0)
				extent = Math.max(extent,
						part.place().unlimitedAxis() < 0 ? bound(part.place(), slices.dims, 0, growing)
								: part.place().extentOf(part.isNumbered() ? count * part.place().block() : count));
		}
		if (growing >= 0)
			slices.dims[growing] = extent;
		for (int k = 0; k < listed.size(); k++)
			slices.add(listed.get(k), counts.get(k));
		return slices;
	}

	/** Extent that a selection needs along an axis. */
	private static long bound(Selection selection, long[] dims, long count, int axis) {
		return selection.grid(dims, count).map(grid -> grid.size()[axis] == 0 ? 0 : grid.at(axis, grid.size()[axis] - 1) + 1)
				.orElseGet(() -> selection.bound(axis));
	}

	/** Elements along the unlimited axis that the source of a part has, or the number of sources if it has several. */
	private long available(VirtualPart part) {
		if (part.isNumbered()) {
			long block = 0;
			while (block < MOST_BLOCKS && source(key(part, block)).isPresent())
				block++;
			return block;
		}
		if (part.selected().unlimitedAxis() < 0)
			throw new HdfException("a part without end of a source that has one");
		return source(key(part, 0))
				.map(source -> part.selected().within(source.dims()[part.selected().unlimitedAxis()])).orElse(0L);
	}

	private void add(VirtualPart part, long count) {
		if (part.isNumbered()) {
			for (long block = 0; block < count; block++)
				parts.add(new Part(key(part, block), part.place().blockOfGrid(block, dims), null, part.selected(), 0));
			return;
		}
		Optional<Grid> grid = part.place().grid(dims, count);
		parts.add(new Part(key(part, 0), grid.orElse(null),
				grid.isPresent() ? null : part.place().runs(dims, count), part.selected(), count));
	}

	private static List<String> key(VirtualPart part, long block) {
		if (!part.isNumbered())
			return List.of(part.file(), part.dataset());
		return List.of(VirtualPart.named(part.file(), block), VirtualPart.named(part.dataset(), block));
	}

	private Optional<Stored> source(List<String> key) {
		Optional<Stored> known = found.get(key);
		if (known != null)
			return known;
		Optional<Stored> source = sources.find(key.get(0), key.get(1));
		found.put(key, source);
		return source;
	}

	/** Extents, those without end as far as the sources go. */
	long[] dims() {
		return dims;
	}

	/** Chunks of the first source, if it has as many axes. */
	Optional<int[]> chunk() {
		return parts.isEmpty() ? Optional.empty()
				: source(parts.get(0).source).flatMap(Stored::chunk).filter(chunk -> chunk.length == dims.length);
	}

	@Override
	public void read(long[] offset, int[] box, ByteBuffer target) throws IOException {
		int elements = Math.toIntExact(new BoxWalk(box, box.length).positions());
		int base = target.position();
		Boxes.fill(target, base, elements, header.fill());
		for (Part part : parts)
			if (overlaps(part, offset, box)) {
				Optional<Stored> source = source(part.source);
				if (source.isPresent())
					new Copy(part, source.get(), offset, box, target, base).run();
			}
		target.position(base + elements * elementSize);
	}

	private static boolean overlaps(Part part, long[] offset, int[] box) {
		for (int axis = 0; part.place != null && axis < box.length; axis++)
			if (part.place.indexFrom(axis, offset[axis]) >= part.place.indexFrom(axis, offset[axis] + box[axis]))
				return false;
		return true;
	}

	/**
	 * The grid that is selected in a source. When everything is, in a source that is longer or shorter than it was, the
	 * elements stay where they were.
	 */
	private static Optional<Grid> selected(Part part, Stored source) {
		if (part.selected.isAll() && part.place != null && part.place.size().length == source.dims().length)
			return Optional.of(Grid.all(part.place.size()));
		return part.selected.grid(source.dims(), part.count);
	}

	/** Takes what a box and a part have in common from the source. */
	private final class Copy {
		private final Part part;
		private final Stored source;
		private final long[] offset;
		private final int[] box;
		private final ByteBuffer target;
		private final int base;
		private final boolean swapped;

		Copy(Part part, Stored source, long[] offset, int[] box, ByteBuffer target, int base) throws IOException {
			this.part = part;
			this.source = source;
			this.offset = offset;
			this.box = box;
			this.target = target;
			this.base = base;
			DataType here = header.type();
			DataType there = source.header().type();
			if (!isSame(here, there))
				throw new IOException("its source " + name(part) + " has elements of another type");
			swapped = order(here) != order(there) && here.getSize() > 1;
		}

		void run() throws IOException {
			Optional<Grid> selected = selected(part, source);
			if (part.place != null && selected.isPresent()
					&& Arrays.equals(part.place.essentialSize(), selected.get().essentialSize()))
				copyBoxes(selected.get());
			else
				copyRuns();
		}

		/** Both sides are grids of one shape: what is wanted of one is a box of the other, or a few. */
		private void copyBoxes(Grid selected) throws IOException {
			int rank = box.length;
			int[] sourceAxis = new int[rank];
			int next = 0;
			for (int axis = 0; axis < rank; axis++) {
				sourceAxis[axis] = -1;
				if (part.place.size()[axis] == 1)
					continue;
				while (selected.size()[next] == 1)
					next++;
				sourceAxis[axis] = next++;
			}
			List<List<long[]>> pieces = new ArrayList<>();
			int[] counts = new int[rank];
			for (int axis = 0; axis < rank; axis++) {
				pieces.add(pieces(selected, axis, sourceAxis[axis]));
				counts[axis] = pieces.get(axis).size();
				if (counts[axis] == 0)
					return;
			}
			for (int axis = 0; axis < selected.size().length; axis++)
				if (selected.at(axis, 0) >= source.dims()[axis])
					return;
			BoxWalk walk = new BoxWalk(counts, rank);
			do {
				int[] common = new int[rank];
				int[] inBox = new int[rank];
				long[] from = new long[source.dims().length];
				int[] size = new int[source.dims().length];
				for (int axis = 0; axis < size.length; axis++) {
					from[axis] = selected.at(axis, 0);
					size[axis] = 1;
				}
				for (int axis = 0; axis < rank; axis++) {
					long[] piece = pieces.get(axis).get(walk.index(axis));
					inBox[axis] = (int) piece[0];
					common[axis] = (int) piece[2];
					if (sourceAxis[axis] >= 0) {
						from[sourceAxis[axis]] = piece[1];
						size[sourceAxis[axis]] = common[axis];
					}
				}
				copy(from, size, new Boxes(common, common, new int[rank], box, inBox));
			} while (walk.next());
		}

		/**
		 * Pieces along an axis that are neighbours on both sides, as far as the source goes: place in the box, place in
		 * the source, length.
		 */
		private List<long[]> pieces(Grid selected, int axis, int sourceAxis) {
			Grid place = part.place;
			List<long[]> pieces = new ArrayList<>();
			long end = place.indexFrom(axis, offset[axis] + box[axis]);
			long k = place.indexFrom(axis, offset[axis]);
			while (k < end) {
				long length = Math.min(end - k, place.neighbours(axis, k));
				long there = 0;
				if (sourceAxis >= 0) {
					there = selected.at(sourceAxis, k);
					length = Math.min(length, selected.neighbours(sourceAxis, k));
				}
				long present = sourceAxis < 0 ? length : Math.min(length, source.dims()[sourceAxis] - there);
				if (present > 0)
					pieces.add(new long[] { place.at(axis, k) - offset[axis], there, present });
				k += length;
			}
			return pieces;
		}

		/** Copies a box of the source. */
		private void copy(long[] from, int[] size, Boxes boxes) throws IOException {
			if (boxes.isOneRun() && !swapped) {
				ByteBuffer view = target.duplicate();
				boxes.forEach((first, to, count) -> source.reader().read(from, size,
						view.limit(base + (to + count) * elementSize).position(base + to * elementSize)));
				return;
			}
			byte[] bytes = new byte[Math.toIntExact(new BoxWalk(size, size.length).positions() * elementSize)];
			source.reader().read(from, size, ByteBuffer.wrap(bytes));
			swap(bytes);
			boxes.forEach((first, to, count) -> target.put(base + to * elementSize, bytes, (int) first * elementSize,
					count * elementSize));
		}

		private void swap(byte[] bytes) {
			for (int at = 0; swapped && at < bytes.length; at += elementSize)
				for (int low = at, high = at + elementSize - 1; low < high; low++, high--) {
					byte b = bytes[low];
					bytes[low] = bytes[high];
					bytes[high] = b;
				}
		}

		/** The general way: run by run in the order of the elements. */
		private void copyRuns() throws IOException {
			Runs places = part.runs != null ? part.runs : runsOf(part.place);
			for (int axis = 0; !part.selected.isAll() && axis < source.dims().length; axis++)
				if (bound(part.selected, source.dims(), part.count, axis) > source.dims()[axis])
					throw new IOException("its source " + name(part) + " is smaller than it should be");
			Runs selected = part.selected.runs(source.dims(), part.count);
			if (places.count() != selected.count())
				throw new IOException("its part " + name(part) + " has " + selected.count() + " elements for "
						+ places.count() + " places");
			int last = box.length - 1;
			BoxWalk rows = new BoxWalk(box, Math.max(0, last));
			int row = 0;
			do {
				long first = 0;
				for (int axis = 0; axis <= last; axis++)
					first = first * dims[axis] + offset[axis] + rows.index(axis);
				long end = first + (last < 0 ? 1 : box[last]);
				for (int run = places.runAt(first); run < places.runs() && places.first(run) < end; run++) {
					long from = Math.max(first, places.first(run));
					long to = Math.min(end, places.first(run) + places.length(run));
					if (from < to)
						copyElements(selected, places.before(run) + from - places.first(run), to - from,
								base + (int) (row + from - first) * elementSize);
				}
				row += last < 0 ? 1 : box[last];
			} while (rows.next());
		}

		private Runs runsOf(Grid grid) {
			return Runs.of(grid, dims);
		}

		/** Copies neighbours here that may not be neighbours there. */
		private void copyElements(Runs selected, long k, long count, int at) throws IOException {
			long[] extents = source.dims();
			long done = 0;
			for (int run = selected.runOf(k); done < count; run++) {
				long skip = k + done - selected.before(run);
				int some = (int) Math.min(count - done, selected.length(run) - skip);
				long element = selected.first(run) + skip;
				long[] from = new long[extents.length];
				int[] size = new int[extents.length];
				for (int axis = extents.length - 1; axis >= 0; axis--) {
					from[axis] = element % extents[axis];
					element /= extents[axis];
					size[axis] = 1;
				}
				if (size.length > 0)
					size[size.length - 1] = some;
				byte[] bytes = new byte[some * elementSize];
				source.reader().read(from, size, ByteBuffer.wrap(bytes));
				swap(bytes);
				target.put(at + (int) done * elementSize, bytes, 0, bytes.length);
				done += some;
			}
		}
	}

	private static String name(Part part) {
		return part.source.get(0) + ":" + part.source.get(1);
	}

	private static boolean isSame(DataType a, DataType b) {
		if (a.getClass() != b.getClass() || a.getSize() != b.getSize())
			return false;
		if (a instanceof FixedPoint one && b instanceof FixedPoint two)
			return one.isSigned() == two.isSigned() && one.getBitOffset() == two.getBitOffset();
		return true;
	}

	private static ByteOrder order(DataType type) {
		return type instanceof FixedPoint || type instanceof FloatingPoint ? ((OrderedDataType) type).getByteOrder()
				: ByteOrder.LITTLE_ENDIAN;
	}

	/** A part counts as there when its source is; where a source has gaps of its own along the same axis, it counts too. */
	@Override
	public Gaps gaps() throws IOException {
		int indices = Gaps.indices(dims);
		double[] there = new double[indices];
		boolean[] broken = new boolean[indices];
		double needed = 1;
		for (int axis = 1; axis < dims.length; axis++)
			needed *= dims[axis];
		for (Part part : parts) {
			Optional<Stored> source = source(part.source);
			if (source.isPresent())
				count(part, source.get(), there, broken);
		}
		Gaps gaps = Gaps.none();
		for (int n = 0; n < indices; n++)
			if (there[n] <= 0)
				gaps.whole().set(n);
			else if (there[n] < needed || broken[n])
				gaps.partly().set(n);
		return gaps;
	}

	private void count(Part part, Stored source, double[] there, boolean[] broken) throws IOException {
		if (part.place == null) {
			long inSlab = 1;
			for (int axis = 1; axis < dims.length; axis++)
				inSlab *= dims[axis];
			for (int run = 0; run < part.runs.runs(); run++) {
				int n = (int) Math.min(there.length - 1L, part.runs.first(run) / Math.max(1, inSlab));
				there[n] += part.runs.length(run);
			}
			return;
		}
		Gaps gaps = source.reader().gaps();
		Grid selected = selected(part, source).orElse(null);
		boolean framesAlike = dims.length > 0 && selected != null && selected.size().length == dims.length
				&& Arrays.equals(selected.size(), part.place.size());
		boolean oneFrame = dims.length > 0 && part.place.size()[0] == 1 && selected != null;
		double inFrame = 1;
		for (int axis = 1; axis < dims.length; axis++)
			inFrame *= part.place.size()[axis];
		long count = dims.length == 0 ? 1 : part.place.size()[0];
		for (long k = 0; k < count; k++) {
			long n = dims.length == 0 ? 0 : part.place.at(0, k);
			if (n < 0 || n >= there.length)
				continue;
			long m = framesAlike || oneFrame && selected.size().length == dims.length ? selected.at(0, k) : -1;
			boolean wholeSource = oneFrame && m < 0;
			boolean absent = m >= 0 && m <= Integer.MAX_VALUE ? m >= source.dims()[0] || gaps.whole().get((int) m)
					: wholeSource && isAllMissing(gaps, source);
			if (!absent)
				there[(int) n] += inFrame;
			broken[(int) n] |= m >= 0 && m <= Integer.MAX_VALUE ? gaps.partly().get((int) m)
					: wholeSource && !gaps.isEmpty() && !absent;
		}
	}

	private static boolean isAllMissing(Gaps gaps, Stored source) {
		return gaps.whole().cardinality() == Gaps.indices(source.dims());
	}
}
