// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

/**
 * Writes content to a new file where there is no native library, in two steps: jhdf makes the groups and the data sets,
 * then the values are put where our own reader finds them empty, block by block. So nothing is twice in memory, and
 * what jhdf wrote is known to be readable. Everything lies in one piece; booleans are bit fields of 8 bits, strings
 * have a fixed length.
 */
final class JhdfOutput {
	private static final Logger LOG = LoggerFactory.getLogger(JhdfOutput.class);
	/** Bytes written at a time. */
	private static final int BLOCK = 1 << 22;
	/** Bytes of frames taken from their source at a time, unless one frame has more. */
	private static final int FRAMES_BLOCK = 1 << 25;

	private final Path file;
	private final Content content;
	private final Map<String, BlankDataset> datasets = new LinkedHashMap<>();

	/**
	 * @param file    a name that nothing has yet: jhdf destroys what is there
	 * @param content what to write
	 * @throws IllegalArgumentException when there are values or attributes that cannot be written
	 */
	JhdfOutput(Path file, Content content) {
		this.file = file;
		this.content = content;
		for (String path : content.paths())
			blank(content.item(path)).ifPresent(blank -> datasets.put(path, blank));
	}

	/** The data set to be made; empty for what jhdf cannot write: links, virtual data sets, and no values at all. */
	private static Optional<BlankDataset> blank(CxiContent item) {
		if (item instanceof CxiFrames frames)
			return Optional.of(BlankDataset.of(frames));
		return item instanceof CxiDataset dataset && new Elements(dataset.values()).length() > 0
				? Optional.of(BlankDataset.of(dataset))
				: Optional.empty();
	}

	/** Absolute paths of what is left out, because jhdf cannot write links, virtual data sets, or a data set without values. */
	List<String> leftOut() {
		return content.paths().stream()
				.filter(path -> !datasets.containsKey(path) && !(content.item(path) instanceof CxiGroup)).toList();
	}

	/**
	 * Writes everything else.
	 *
	 * @throws IOException when it cannot be written; the file is worthless then
	 */
	void write() throws IOException {
		for (String path : datasets.keySet()) {
			requireGroups(path);
			if (content.item(path) instanceof CxiFrames frames)
				requireMemory(path, frames.frames());
		}
		Map<String, Place> places = layOut();
		// not through a channel: an interrupt would close it and lose the file
		try (RandomAccessFile target = new RandomAccessFile(file.toFile(), "rw")) {
			for (Map.Entry<String, Place> entry : places.entrySet()) {
				target.seek(entry.getValue().position());
				fill(target, entry.getValue(), entry.getKey());
			}
		}
	}

	private void requireGroups(String path) throws IOException {
		for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
			String group = path.substring(0, slash);
			if (datasets.containsKey(group))
				throw new IOException("there is a data set " + group + " where a group is needed for " + path);
		}
	}

	/** Frames are taken from their source one at a time at least. */
	private static void requireMemory(String path, FrameSource frames) throws IOException {
		long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 2);
		if (frameBytes(frames) > most)
			throw new IOException("frames of " + frames.rows() + " x " + frames.columns() + " pixels are too large for "
					+ path + ": at most " + most + " bytes a frame can be written without the native HDF5 library");
	}

	private static long frameBytes(FrameSource frames) {
		return (long) frames.rows() * frames.columns() * frames.type().bytes();
	}

	/**
	 * Where the values of a data set go.
	 *
	 * @param position of the first one
	 * @param order    of their bytes
	 * @param size     bytes of one
	 */
	private record Place(long position, ByteOrder order, int size) {
	}

	/** In a thread that nobody interrupts: jhdf writes through a channel, which an interrupt would close. */
	private Map<String, Place> layOut() throws IOException {
		try {
			return CompletableFuture.supplyAsync(() -> {
				makeDatasets();
				return places();
			}).join();
		} catch (CompletionException e) {
			throw new IOException(Reason.of(e), e.getCause());
		}
	}

	private void makeDatasets() {
		boolean done = false;
		// on failure it is not closed, since closing it is what writes it; its channel goes with the garbage
		@SuppressWarnings("resource")
		WritableHdfFile hdf = HdfFile.write(file);
		try {
			Map<String, WritableGroup> groups = new HashMap<>(Map.of("", hdf));
			for (String path : content.paths())
				if (content.item(path) instanceof CxiGroup group)
					group.attributes().forEach(group(path, groups)::putAttribute);
			datasets.forEach((path, blank) -> {
				int slash = path.lastIndexOf('/');
				blank.make(group(path.substring(0, slash), groups), path.substring(slash + 1));
			});
			hdf.close();
			done = true;
		} finally {
			if (!done)
				makeRoom();
		}
	}

	private static WritableGroup group(String path, Map<String, WritableGroup> groups) {
		WritableGroup known = groups.get(path);
		if (known != null)
			return known;
		int slash = path.lastIndexOf('/');
		WritableGroup made = group(path.substring(0, slash), groups).putGroup(path.substring(slash + 1));
		groups.put(path, made);
		return made;
	}

	/** A file that is still open would keep its blocks after it was removed. */
	private void makeRoom() {
		try (RandomAccessFile worthless = new RandomAccessFile(file.toFile(), "rw")) {
			worthless.setLength(0);
		} catch (IOException e) {
			LOG.debug("{}: not emptied after a failure", file, e);
		}
	}

	/** Reads what jhdf wrote, which notices neither a disk that takes only a part nor attributes that are too long. */
	private Map<String, Place> places() {
		Map<String, Place> places = new LinkedHashMap<>();
		try (Hdf5File hdf = new Hdf5File(file)) {
			datasets.forEach((path, blank) -> {
				StoredDataset made = hdf.dataset(path).orElseThrow(() -> unreadable(hdf, path));
				if (!(made.stored().reader() instanceof ContiguousSlices slices)
						|| !hdf.attributes(path).equals(blank.attributes()))
					throw unreadable(hdf, path);
				places.put(path, new Place(slices.position(), made.byteOrder(), slices.elementSize()));
			});
		}
		return places;
	}

	private static IllegalStateException unreadable(Hdf5File hdf, String path) {
		return new IllegalStateException(path + " with its attributes cannot be read back after writing it without the native HDF5"
				+ " library" + hdf.problem(path).map(problem -> " (" + problem + ")").orElse(""));
	}

	private void fill(RandomAccessFile target, Place place, String path) throws IOException {
		if (content.item(path) instanceof CxiFrames frames) {
			fill(target, frames.frames());
			return;
		}
		Elements elements = new Elements(((CxiDataset) content.item(path)).values());
		if (elements.isText())
			for (String text : elements.text())
				target.write(Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), place.size()));
		else
			fill(target, place, elements);
	}

	private static void fill(RandomAccessFile target, Place place, Elements elements) throws IOException {
		int depth = Math.min(elements.length(), BLOCK / place.size());
		ByteBuffer block = ByteBuffer.allocate(depth * place.size()).order(place.order());
		for (int done = 0; done < elements.length(); done += depth) {
			int count = Math.min(depth, elements.length() - done);
			elements.put(done, count, block);
			target.write(block.array(), 0, count * place.size());
		}
	}

	/** jhdf declares the machine's byte order, which is also the source's. */
	private static void fill(RandomAccessFile target, FrameSource frames) throws IOException {
		long bytes = frameBytes(frames);
		int depth = (int) Math.min(frames.frames(), Math.max(1, FRAMES_BLOCK / bytes));
		ByteBuffer block = ByteBuffer.allocate((int) (depth * bytes)).order(ByteOrder.nativeOrder());
		for (int first = 0; first < frames.frames(); first += depth) {
			int count = Math.min(depth, frames.frames() - first);
			frames.readStored(first, count, block.clear());
			target.write(block.array(), 0, (int) (count * bytes));
		}
	}
}
