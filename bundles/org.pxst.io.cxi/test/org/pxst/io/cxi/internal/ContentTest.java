// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiLink;

/** Links and streamed frames are written as they are meant, and never into another file. */
class ContentTest {
	private final NativeCxiWriter writer = new NativeCxiWriter();
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	/** Frames whose stored bytes count up; each read is noted. */
	private static class Counting implements FrameSource {
		private final int frames;
		private final int rows;
		private final int columns;
		private final PixelType type;
		private int largest;

		Counting(int frames, int rows, int columns, PixelType type) {
			this.frames = frames;
			this.rows = rows;
			this.columns = columns;
			this.type = type;
		}

		@Override
		public int frames() {
			return frames;
		}

		@Override
		public int rows() {
			return rows;
		}

		@Override
		public int columns() {
			return columns;
		}

		@Override
		public PixelType type() {
			return type;
		}

		@Override
		public void read(int first, int count, float[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void readStored(int first, int count, ByteBuffer target) {
			int frame = rows * columns * type.bytes();
			largest = Math.max(largest, count * frame);
			for (int k = 0; k < count * frame; k++)
				target.put(value(first * frame + k));
		}

		/** No NaN in any type, so that nothing changes on the way. */
		static byte value(int k) {
			return (byte) (k * 7 % 113);
		}
	}

	private void write(CxiContent... content) {
		writer.write(file, "/", List.of(content));
	}

	private byte[] stored(String path) {
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset dataset = hdf.dataset(path).orElseThrow();
			int[] box = new int[dataset.rank()];
			for (int axis = 0; axis < box.length; axis++)
				box[axis] = (int) dataset.extent(axis);
			ByteBuffer read = dataset.read(new long[box.length], box);
			byte[] bytes = new byte[(int) dataset.size() * dataset.type().orElseThrow().size()];
			read.get(0, bytes);
			return bytes;
		}
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void everyPixelType(PixelType type) {
		write(new CxiFrames("/entry_1/data_1/data", new Counting(5, 4, 6, type), Map.of("units", "counts")));
		byte[] bytes = stored("/entry_1/data_1/data");
		assertEquals(5 * 4 * 6 * type.bytes(), bytes.length);
		for (int k = 0; k < bytes.length; k++)
			assertEquals(Counting.value(k), bytes[k]);
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset dataset = hdf.dataset("/entry_1/data_1/data").orElseThrow();
			assertEquals(type.name().toLowerCase(), dataset.typeText());
			assertEquals(1, dataset.chunk().orElseThrow()[0]);
		}
	}

	@Test
	void frameByFrameNoMoreThanABlock() {
		Counting frames = new Counting(70, 512, 512, PixelType.INT32);
		write(new CxiFrames("/data", frames, Map.of()));
		assertTrue(frames.largest <= 1 << 25, () -> frames.largest + " bytes were asked for at once");
		try (Hdf5File hdf = new Hdf5File(file)) {
			ByteBuffer last = hdf.dataset("/data").orElseThrow().read(new long[] { 69, 511, 511 }, new int[] { 1, 1, 1 });
			int end = 70 * 512 * 512 * 4;
			for (int k = 0; k < 4; k++)
				assertEquals(Counting.value(end - 4 + k), last.get(k));
		}
	}

	@Test
	void aSourceThatGivesUpLeavesNothing() throws IOException {
		new Fixture().write(file);
		String before = Fixture.checksum(file);
		Counting frames = new Counting(70, 512, 512, PixelType.INT32) {
			@Override
			public void readStored(int first, int count, ByteBuffer target) {
				if (first > 0)
					throw new CancelledException("copying");
				super.readStored(first, count, target);
			}
		};
		CxiFrames content = new CxiFrames("/data", frames, Map.of());
		assertThrows(CancelledException.class, () -> write(content));
		assertEquals(before, Fixture.checksum(file));
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	@Test
	void linksAreRelative() throws IOException {
		Path raw = Files.createDirectories(directory.resolve("raw/today")).resolve("frames 1.h5");
		new Fixture().write(raw);
		Path results = Files.createDirectories(directory.resolve("results"));
		file = results.resolve("scan.cxi");
		write(CxiLink.external("/entry_1/data_1/data", raw, Fixture.DATA), CxiLink.soft("/frames", "/entry_1/data_1/data"),
				CxiLink.soft("/entry_1/later", "/not/there/yet"));
		// the whole tree is moved: only relative links survive that
		Path moved = directory.resolve("moved");
		Files.createDirectories(moved);
		Files.move(directory.resolve("raw"), moved.resolve("raw"));
		Files.move(results, moved.resolve("results"));
		file = moved.resolve("results/scan.cxi");
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertTrue(hdf.dataset("/entry_1/data_1/data").orElseThrow().hasShape(5, 6, 8));
			assertTrue(hdf.dataset("/frames").orElseThrow().hasShape(5, 6, 8));
			assertEquals(Optional.empty(), hdf.dataset("/entry_1/later"));
			assertEquals(List.of("data_1", "later"), hdf.children("/entry_1").stream().sorted().toList());
		}
	}

	@Test
	void relativeThroughSymbolicLinks() throws IOException {
		Path raw = directory.resolve("raw.h5");
		new Fixture().write(raw);
		Path deep = Files.createDirectories(directory.resolve("a/b/c"));
		file = Files.createSymbolicLink(directory.resolve("short"), deep).resolve("scan.cxi");
		write(CxiLink.external("/data", raw, Fixture.DATA));
		for (Path way : List.of(file, deep.resolve("scan.cxi"))) {
			file = way;
			assertArrayEquals(NativeFixture.bytes(480, b -> {
				for (short value : Fixture.frames())
					b.putShort(value);
			}), stored("/data"));
		}
	}

	@Test
	void linksAreReplacedAndTheirTargetsStay() throws IOException {
		Path raw = directory.resolve("raw.h5");
		new Fixture().write(raw);
		String before = Fixture.checksum(raw);
		write(CxiLink.external("/results/a", raw, Fixture.DATA), CxiLink.soft("/results/b", "/nowhere"),
				CxiLink.external("/results/c", directory.resolve("gone.h5"), "/x"),
				CxiDataset.of("/results/d", new int[] { 4 }, ""));
		writer.addTo(file, "/results", List.of(CxiDataset.of("a", new int[] { 1 }, ""),
				CxiDataset.of("b", new int[] { 2 }, ""), CxiDataset.of("c", new int[] { 3 }, ""),
				CxiLink.external("d", raw, Fixture.DISTANCE)));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(1, cxi.read("/results/a").getInt());
			assertEquals(2, cxi.read("/results/b").getInt());
			assertEquals(3, cxi.read("/results/c").getInt());
			assertEquals(1.25, cxi.read("/results/d").getDouble());
		}
		assertEquals(before, Fixture.checksum(raw));
	}

	@Test
	void nothingIsWrittenThroughALinkToAnotherFile() throws IOException {
		Path raw = directory.resolve("raw.h5");
		new Fixture().write(raw);
		String before = Fixture.checksum(raw);
		write(CxiLink.external("/away", raw, "/entry_1"), CxiLink.soft("/round", "/away"));
		for (String path : List.of("/away/phase", "/away/data_1/data", "/round/phase", "/round/data_1/data")) {
			List<CxiDataset> content = List.of(CxiDataset.of(path, new int[] { 1 }, ""));
			String message = assertThrows(InvalidDataException.class, () -> writer.addTo(file, "/", content)).getMessage();
			assertTrue(message.startsWith(file + ": cannot be written: "), message);
		}
		assertEquals(before, Fixture.checksum(raw));
		assertThrows(InvalidDataException.class, () -> write(CxiLink.external("/away", raw, "/entry_1"),
				CxiDataset.of("/away/phase", new int[] { 1 }, "")));
		assertEquals(before, Fixture.checksum(raw));
	}
}
