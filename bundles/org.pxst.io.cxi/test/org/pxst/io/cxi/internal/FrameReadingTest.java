// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.LazyDataset;
import org.eclipse.january.dataset.Slice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Frames are read right in every type and layout, in blocks, one by one and in slices, and no more than asked for. */
class FrameReadingTest {
	private static final int N = 11;
	private static final int M = 7;
	private static final int L = 10;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	private static FrameSource source(Hdf5File hdf, String path) {
		return new FileFrames(hdf.dataset(path).orElseThrow());
	}

	/** Element k of the stack, different for all k, with sign and fraction. */
	private static double value(int k) {
		return (k % 2 == 0 ? 1 : -1) * (k + 0.25);
	}

	private record Type(String name, LongSupplier id, int bytes, BiConsumer<ByteBuffer, Integer> put) {
		@Override
		public String toString() {
			return name;
		}
	}

	/** How each type stores a value; what comes back must be that value in the type. */
	private static Stream<Arguments> types() {
		return Stream.of(
				new Type("int8", () -> H5T_STD_I8LE_g(), 1, (b, k) -> b.put((byte) (k % 100 - 50))),
				new Type("uint8", () -> H5T_STD_U8LE_g(), 1, (b, k) -> b.put((byte) (k % 256))),
				new Type("int16", () -> H5T_STD_I16LE_g(), 2, (b, k) -> b.putShort((short) value(k))),
				new Type("uint16", () -> H5T_STD_U16LE_g(), 2, (b, k) -> b.putShort((short) (60000 + k))),
				new Type("int32", () -> H5T_STD_I32LE_g(), 4, (b, k) -> b.putInt((int) value(k) * 1000)),
				new Type("uint32", () -> H5T_STD_U32LE_g(), 4, (b, k) -> b.putInt(-1 - k * 256)),
				new Type("int64", () -> H5T_STD_I64LE_g(), 8, (b, k) -> b.putLong((long) value(k) << 40)),
				new Type("uint64", () -> H5T_STD_U64LE_g(), 8, (b, k) -> b.putLong(-1L - ((long) k << 50))),
				new Type("float32", () -> H5T_IEEE_F32LE_g(), 4, (b, k) -> b.putFloat((float) value(k))),
				new Type("float64", () -> H5T_IEEE_F64LE_g(), 8, (b, k) -> b.putDouble(value(k))))
				.map(Arguments::of);
	}

	private static double expected(String type, int k) {
		return switch (type) {
		case "int8" -> k % 100 - 50;
		case "uint8" -> k % 256;
		case "int16" -> (short) value(k);
		case "uint16" -> (60000 + k) & 0xffff;
		case "int32" -> (int) value(k) * 1000;
		case "uint32" -> 4294967295.0 - k * 256;
		case "int64" -> (double) ((long) value(k) << 40);
		case "uint64" -> 18446744073709551615.0 - (double) ((long) k << 50);
		default -> value(k);
		};
	}

	private static byte[] stack(Type type) {
		return NativeFixture.bytes(N * M * L * type.bytes, b -> {
			for (int k = 0; k < N * M * L; k++)
				type.put.accept(b, k);
		});
	}

	@ParameterizedTest
	@MethodSource("types")
	void allTypesInAllLayouts(Type type) throws DatasetException {
		byte[] stack = stack(type);
		byte[] reversed = stack.clone();
		for (int k = 0; k < reversed.length; k += type.bytes)
			for (int b = 0; b < type.bytes; b++)
				reversed[k + b] = stack[k + type.bytes - 1 - b];
		for (boolean latest : new boolean[] { false, true }) {
			try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
				long id = type.id.getAsLong();
				hdf.put("/contiguous", id, Layout.contiguous(), stack, N, M, L);
				hdf.put("/frames", id, Layout.chunked(1, M, L), stack, N, M, L);
				hdf.put("/gzip", id, Layout.chunked(4, 3, 4).deflated(), stack, N, M, L);
				hdf.put("/slab", id, Layout.chunked(3, M, L), stack, N, M, L);
				hdf.put("/whole", id, Layout.chunked(N, M, L).deflated(), stack, N, M, L);
				hdf.put("/header", id, Layout.contiguous().inHeader(), stack, N, M, L);
				long big = H5Tcopy(id);
				H5Tset_order(big, H5T_ORDER_BE);
				hdf.put("/big", big, Layout.contiguous(), reversed, N, M, L);
				hdf.put("/biggzip", big, Layout.chunked(2, M, L).deflated(), reversed, N, M, L);
				H5Tclose(big);
			}
			for (String path : List.of("/contiguous", "/frames", "/gzip", "/slab", "/whole", "/header", "/big",
					"/biggzip"))
				try (Hdf5File hdf = new Hdf5File(file)) {
					assertEquals(type.name, hdf.dataset(path).orElseThrow().typeText());
					check(source(hdf, path), type.name, path);
					checkSlices(hdf, path, type.name);
				}
		}
	}

	/** All blocks of all lengths give the same. */
	private static void check(FrameSource frames, String type, String path) {
		assertEquals(N, frames.frames());
		assertEquals(M, frames.rows());
		assertEquals(L, frames.columns());
		for (int count = 1; count <= N; count++)
			for (int first = 0; first + count <= N; first++) {
				float[] target = new float[count * M * L + 1];
				target[count * M * L] = 4711;
				frames.read(first, count, target);
				for (int k = 0; k < count * M * L; k++)
					assertEquals((float) expected(type, first * M * L + k), target[k], path + " " + first + "+" + count);
				assertEquals(4711, target[count * M * L]);
			}
	}

	private static void checkSlices(Hdf5File hdf, String path, String type) throws DatasetException {
		StoredDataset stored = hdf.dataset(path).orElseThrow();
		ILazyDataset lazy = new LazyDataset(new FrameLoader(stored), path,
				stored.type().orElseThrow().dataset(), N, M, L);
		Slice[][] slices = { { new Slice(3, 4), null, null }, { new Slice(2, 9, 3), new Slice(1, 6), new Slice(8, 2, -2) },
				{ new Slice(10, 4, -3), new Slice(6, null, -1), new Slice(0, 10, 9) },
				{ null, new Slice(5, 6), new Slice(9, 10) }, { null, null, null } };
		for (Slice[] slice : slices) {
			IDataset read = lazy.getSlice(slice);
			int[] shape = read.getShape();
			for (int n = 0; n < shape[0]; n++)
				for (int i = 0; i < shape[1]; i++)
					for (int j = 0; j < shape[2]; j++) {
						int k = (at(slice[0], n) * M + at(slice[1], i)) * L + at(slice[2], j);
						assertEquals(expected(type, k), read.getDouble(n, i, j), Math.abs(expected(type, k)) * 1e-15);
					}
		}
	}

	private static int at(Slice slice, int index) {
		return slice == null ? index : slice.getPosition(index);
	}

	@Test
	void nanAndNegativeValuesStay() {
		float[] values = new float[3 * 16];
		values[17] = Float.NaN;
		values[18] = -5;
		values[19] = Float.POSITIVE_INFINITY;
		new Fixture().without(Fixture.DATA).put("/x", values, 3, 4, 4).write(file);
		try (Hdf5File hdf = new Hdf5File(file)) {
			float[] frame = new float[16];
			source(hdf, "/x").read(1, 1, frame);
			assertArrayEquals(new float[] { 0, Float.NaN, -5, Float.POSITIVE_INFINITY, 0 },
					Arrays.copyOf(frame, 5));
		}
	}

	/** What was never written is the fill value; jhdf alone gives 0 or fails. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void partsThatWereNeverWritten(boolean latest) {
		byte[] fill = NativeFixture.bytes(4, b -> b.putFloat(3.5f));
		byte[] frame = NativeFixture.bytes(4 * 16, b -> b.putFloat(1f));
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			long type = H5T_IEEE_F32LE_g();
			hdf.create("/none", type, Layout.contiguous().filledWith(fill), 4, 4, 4);
			hdf.create("/zero", type, Layout.contiguous(), 4, 4, 4);
			hdf.create("/nochunk", type, Layout.chunked(1, 4, 4).filledWith(fill), 4, 4, 4);
			hdf.create("/some", type, Layout.chunked(1, 4, 4).filledWith(fill), 4, 4, 4);
			hdf.fill("/some", new long[] { 2, 0, 0 }, new long[] { 1, 4, 4 }, frame);
			hdf.create("/gzip", type, Layout.chunked(1, 4, 4).deflated().filledWith(fill), 4, 4, 4);
			hdf.fill("/gzip", new long[] { 2, 0, 0 }, new long[] { 1, 4, 4 }, frame);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			float[] values = new float[4 * 16];
			for (String path : List.of("/none", "/zero", "/nochunk", "/some", "/gzip")) {
				source(hdf, path).read(0, 4, values);
				boolean some = "/some".equals(path) || "/gzip".equals(path);
				assertEquals("/zero".equals(path) ? 0f : 3.5f, values[0], path);
				assertEquals(some ? 1f : "/zero".equals(path) ? 0f : 3.5f, values[2 * 16], path);
			}
		}
	}

	/** Reads of one file in several threads do not disturb each other. */
	@ParameterizedTest
	@ValueSource(strings = { "/contiguous", "/slab" })
	void severalThreads(String path) throws Exception {
		int frames = 24;
		byte[] stack = NativeFixture.bytes(2 * frames * 64 * 64, b -> {
			for (int k = 0; k < frames * 64 * 64; k++)
				b.putShort((short) k);
		});
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.put("/contiguous", H5T_STD_U16LE_g(), Layout.contiguous(), stack, frames, 64, 64);
			hdf.put("/slab", H5T_STD_U16LE_g(), Layout.chunked(5, 64, 64).deflated(), stack, frames, 64, 64);
		}
		ExecutorService pool = Executors.newFixedThreadPool(4);
		try (Hdf5File hdf = new Hdf5File(file)) {
			FrameSource source = source(hdf, path);
			List<Future<Integer>> wrong = new ArrayList<>();
			for (int t = 0; t < 200; t++) {
				int n = t * 7 % frames;
				wrong.add(pool.submit(() -> {
					float[] frame = new float[64 * 64];
					source.read(n, 1, frame);
					int count = 0;
					for (int k = 0; k < frame.length; k++)
						count += frame[k] == ((n * 64 * 64 + k) & 0xffff) ? 0 : 1;
					return count;
				}));
			}
			for (Future<Integer> count : wrong)
				assertEquals(0, count.get());
		} finally {
			pool.shutdownNow();
		}
	}

	/** One frame of a file of 3 GB (nearly all of it a hole) is read with little more than its own bytes. */
	@Test
	void oneFrameOfALargeFile() throws IOException, DatasetException {
		int frames = 1500;
		byte[] last = NativeFixture.bytes(2 * 1024 * 1024, b -> {
			for (int k = 0; k < 1024 * 1024; k++)
				b.putShort((short) k);
		});
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.create("/stack", H5T_STD_U16LE_g(), Layout.contiguous().allocatedEarly(), frames, 1024, 1024);
			hdf.fill("/stack", new long[] { frames - 1, 0, 0 }, new long[] { 1, 1024, 1024 }, last);
		}
		assertTrue(Files.size(file) > 3_000_000_000L);
		try (CxiFile cxi = Fixture.open(file)) {
			Path io = Path.of("/proc/self/io");
			assumeTrue(Files.isReadable(io), "the system does not count what is read");
			long before = charactersRead(io);
			IDataset frame = cxi.frames().getSlice(new Slice(frames - 1, frames), null, null);
			assertEquals(65535, frame.getInt(0, 1023, 1023));
			assertEquals(1023, frame.getInt(0, 64, 1023));
			long read = charactersRead(io) - before;
			assertTrue(read < 20_000_000, read + " bytes were read for a frame of 2 MB");
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			float[] frame = new float[1024 * 1024];
			source(hdf, "/stack").read(frames - 1, 1, frame);
			assertEquals(65535f, frame[65535]);
			source(hdf, "/stack").read(0, 1, frame);
			assertEquals(0f, frame[65535]);
		}
	}

	private static long charactersRead(Path io) throws IOException {
		return Files.readAllLines(io).stream().filter(line -> line.startsWith("rchar: "))
				.mapToLong(line -> Long.parseLong(line.substring(7).trim())).findFirst().orElseThrow();
	}

	/** Only the chunk that is asked for is decoded: a broken one elsewhere is not noticed. */
	@Test
	void aDamagedChunkSpoilsOnlyItsOwnFrame() throws IOException, DatasetException {
		long address;
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.put("/stack", H5T_STD_U16LE_g(), Layout.chunked(1, 8, 8).deflated(), new byte[2 * 4 * 64], 4, 8, 8);
			address = hdf.chunkAddress("/stack", 2);
		}
		try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
			bytes.seek(address);
			bytes.write(new byte[] { 1, 2, 3, 4 });
		}
		try (CxiFile cxi = Fixture.open(file)) {
			ILazyDataset frames = cxi.frames();
			for (int n : new int[] { 0, 1, 3 })
				assertEquals(64, frames.getSlice(new Slice(n, n + 1), null, null).getSize());
			Fixture.assertInvalid(file, () -> frames.getSlice(new Slice(2, 3), null, null), "/stack (4, 8, 8)",
					"cannot be read", "copy it again");
		}
	}

	@Test
	void afterClosing() {
		new Fixture().write(file);
		CxiFile cxi = Fixture.open(file);
		FrameSource frames = cxi.scan().frames();
		ILazyDataset lazy = cxi.frames();
		cxi.close();
		cxi.close();
		float[] frame = new float[Fixture.ROWS * Fixture.COLUMNS];
		Fixture.assertInvalid(file, () -> frames.read(0, 1, frame), Fixture.DATA, "closed");
		Fixture.assertInvalid(file, () -> lazy.getSlice(new Slice(1), null, null), "closed");
	}

	@Test
	void outOfRange() {
		new Fixture().write(file);
		try (CxiFile cxi = Fixture.open(file)) {
			FrameSource frames = cxi.scan().frames();
			float[] frame = new float[Fixture.ROWS * Fixture.COLUMNS];
			assertThrows(IndexOutOfBoundsException.class, () -> frames.read(5, 1, frame));
			assertThrows(IndexOutOfBoundsException.class, () -> frames.read(-1, 1, frame));
			assertThrows(IndexOutOfBoundsException.class, () -> frames.read(0, 2, frame));
		}
	}

	@Test
	void cancelled() {
		new Fixture().write(file);
		IMonitor cancelled = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		try (CxiFile cxi = Fixture.open(file)) {
			assertThrows(CancelledException.class,
					() -> cxi.frames().getSlice(cancelled, new Slice[] { new Slice(1), null, null }));
		}
	}

	@Test
	void aFilterThatIsNotThere() {
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.createWithFilter("/stack", 32008 + 12345, 4, 8, 8);
		}
		try (CxiFile cxi = Fixture.open(file)) {
			assertFalse(cxi.findings().isEmpty());
			Fixture.assertInvalid(file, () -> cxi.frames().getSlice(), "/stack", "cannot be read");
		}
	}
}
