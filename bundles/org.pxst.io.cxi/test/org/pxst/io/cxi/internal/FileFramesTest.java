// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Frames in the type they are stored in: every type and byte order, into buffers of both kinds, in all ways to ask. */
class FileFramesTest {
	private static final int N = 9;
	private static final int M = 5;
	private static final int L = 6;
	private static final int PIXELS = M * L;

	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	/** A type in a file, how a value is put there, and how the same pixel is handed on. */
	private record Type(String name, LongSupplier id, int bytes, ByteOrder order, PixelType pixel,
			BiConsumer<ByteBuffer, Integer> put, BiConsumer<ByteBuffer, Integer> handedOn) {
		Type(String name, LongSupplier id, int bytes, ByteOrder order, PixelType pixel,
				BiConsumer<ByteBuffer, Integer> put) {
			this(name, id, bytes, order, pixel, put, put);
		}

		byte[] stored() {
			ByteBuffer all = ByteBuffer.allocate(N * PIXELS * bytes).order(order);
			for (int k = 0; k < N * PIXELS; k++)
				put.accept(all, k);
			return all.array();
		}

		byte[] expected(int first, int count) {
			ByteBuffer all = ByteBuffer.allocate(count * PIXELS * pixel.bytes()).order(ByteOrder.nativeOrder());
			for (int k = first * PIXELS; k < (first + count) * PIXELS; k++)
				handedOn.accept(all, k);
			return all.array();
		}

		@Override
		public String toString() {
			return name;
		}
	}

	private static long half() {
		long type = H5Tcopy(H5T_IEEE_F32LE_g());
		H5Tset_fields(type, 15, 10, 5, 0, 10);
		H5Tset_size(type, 2);
		H5Tset_ebias(type, 15);
		return type;
	}

	/** Bits of 1 + k / 1024, in half precision. */
	private static short halfBits(int k) {
		return (short) (15 << 10 | k);
	}

	private static Stream<Arguments> types() {
		ByteOrder little = ByteOrder.LITTLE_ENDIAN;
		ByteOrder big = ByteOrder.BIG_ENDIAN;
		return Stream.of(new Type("int8", () -> H5T_STD_I8LE_g(), 1, little, PixelType.INT8, (b, k) -> b.put((byte) (k * 7))),
				new Type("uint8", () -> H5T_STD_U8LE_g(), 1, little, PixelType.UINT8, (b, k) -> b.put((byte) (k * 7))),
				new Type("int16", () -> H5T_STD_I16LE_g(), 2, little, PixelType.INT16, (b, k) -> b.putShort((short) (k * 777))),
				new Type("uint16", () -> H5T_STD_U16LE_g(), 2, little, PixelType.UINT16, (b, k) -> b.putShort((short) (k * 777))),
				new Type("uint16 big", () -> H5T_STD_U16BE_g(), 2, big, PixelType.UINT16, (b, k) -> b.putShort((short) (k * 777))),
				new Type("int32", () -> H5T_STD_I32LE_g(), 4, little, PixelType.INT32, (b, k) -> b.putInt(k * -77_777)),
				new Type("int32 big", () -> H5T_STD_I32BE_g(), 4, big, PixelType.INT32, (b, k) -> b.putInt(k * -77_777)),
				new Type("uint32", () -> H5T_STD_U32LE_g(), 4, little, PixelType.UINT32, (b, k) -> b.putInt(k * -77_777)),
				new Type("int64", () -> H5T_STD_I64LE_g(), 8, little, PixelType.INT64, (b, k) -> b.putLong(k * -77_777L)),
				new Type("uint64 big", () -> H5T_STD_U64BE_g(), 8, big, PixelType.UINT64, (b, k) -> b.putLong(k * -77_777L)),
				new Type("float16", FileFramesTest::half, 2, little, PixelType.FLOAT32, (b, k) -> b.putShort(halfBits(k)),
						(b, k) -> b.putFloat(1 + k / 1024f)),
				new Type("float32", () -> H5T_IEEE_F32LE_g(), 4, little, PixelType.FLOAT32, (b, k) -> b.putFloat(k - 0.3f)),
				new Type("float32 big", () -> H5T_IEEE_F32BE_g(), 4, big, PixelType.FLOAT32, (b, k) -> b.putFloat(k - 0.3f)),
				new Type("float64", () -> H5T_IEEE_F64LE_g(), 8, little, PixelType.FLOAT64, (b, k) -> b.putDouble(k - 0.3)),
				new Type("float64 big", () -> H5T_IEEE_F64BE_g(), 8, big, PixelType.FLOAT64, (b, k) -> b.putDouble(k - 0.3)))
				.flatMap(type -> Stream.of(Layout.contiguous(), Layout.chunked(1, M, L), Layout.chunked(4, 2, 4),
						Layout.chunked(4, M, L).deflated()).map(layout -> Arguments.of(type, layout)));
	}

	private static void check(Type type, FrameSource frames, int first, int count) {
		int bytes = count * PIXELS * type.pixel().bytes();
		for (boolean direct : new boolean[] { false, true }) {
			ByteBuffer target = direct ? ByteBuffer.allocateDirect(bytes + 7) : ByteBuffer.allocate(bytes + 7);
			target.order(ByteOrder.BIG_ENDIAN).position(3);
			frames.readStored(first, count, target);
			assertEquals(3 + bytes, target.position());
			assertEquals(bytes + 7, target.limit());
			byte[] read = new byte[bytes];
			target.get(3, read);
			assertArrayEquals(type.expected(first, count), read, first + " to " + (first + count));
			for (int k : new int[] { 0, 2, 3 + bytes, 6 + bytes })
				assertEquals(0, target.get(k), "written outside");
		}
	}

	@ParameterizedTest
	@MethodSource("types")
	void inTheirOwnType(Type type, Layout layout) {
		try (NativeFixture fixture = new NativeFixture(file)) {
			fixture.create("/data", type.id().getAsLong(), layout, N, M, L).fill("/data", new long[3], new long[] { N, M, L },
					type.stored());
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			FrameSource frames = new FileFrames(hdf.dataset("/data").orElseThrow());
			assertEquals(type.pixel(), frames.type());
			for (int first = 0; first < N; first++)
				for (int count = 1; first + count <= N; count += 2)
					check(type, frames, first, count);
		}
	}

	/** What is read as float is what is stored, rounded to float. */
	@ParameterizedTest
	@MethodSource("types")
	void asFloat(Type type, Layout layout) {
		try (NativeFixture fixture = new NativeFixture(file)) {
			fixture.create("/data", type.id().getAsLong(), layout, N, M, L).fill("/data", new long[3], new long[] { N, M, L },
					type.stored());
		}
		float[] expected = new float[N * PIXELS];
		ByteBuffer stored = ByteBuffer.wrap(type.expected(0, N)).order(ByteOrder.nativeOrder());
		for (int k = 0; k < expected.length; k++)
			expected[k] = switch (type.pixel()) {
			case INT8 -> stored.get();
			case UINT8 -> stored.get() & 0xff;
			case INT16 -> stored.getShort();
			case UINT16 -> stored.getShort() & 0xffff;
			case INT32 -> stored.getInt();
			case UINT32 -> stored.getInt() & 0xffffffffL;
			case INT64 -> stored.getLong();
			case UINT64 -> new BigInteger(Long.toUnsignedString(stored.getLong())).floatValue();
			case FLOAT32 -> stored.getFloat();
			case FLOAT64 -> (float) stored.getDouble();
			};
		try (Hdf5File hdf = new Hdf5File(file)) {
			FrameSource frames = new FileFrames(hdf.dataset("/data").orElseThrow());
			float[] read = new float[N * PIXELS];
			frames.read(0, N, read);
			assertArrayEquals(expected, read);
			float[] one = new float[PIXELS];
			for (int n = N - 1; n >= 0; n--) {
				frames.read(n, 1, one);
				assertArrayEquals(Arrays.copyOfRange(expected, n * PIXELS, (n + 1) * PIXELS), one);
			}
		}
	}

	private FileFrames counts(Hdf5File hdf) {
		return new FileFrames(hdf.dataset("/data").orElseThrow());
	}

	private Type write(Layout layout) {
		Type type = new Type("uint16", () -> H5T_STD_U16LE_g(), 2, ByteOrder.LITTLE_ENDIAN, PixelType.UINT16,
				(b, k) -> b.putShort((short) (k * 777)));
		try (NativeFixture fixture = new NativeFixture(file)) {
			fixture.create("/data", type.id().getAsLong(), layout, N, M, L).fill("/data", new long[3], new long[] { N, M, L },
					type.stored());
		}
		return type;
	}

	@Test
	void framesAndRoomAreChecked() {
		write(Layout.contiguous());
		try (Hdf5File hdf = new Hdf5File(file)) {
			FileFrames frames = counts(hdf);
			ByteBuffer small = ByteBuffer.allocate(2 * PIXELS - 1);
			assertThrows(IndexOutOfBoundsException.class, () -> frames.readStored(0, 1, small));
			assertEquals(0, small.position());
			ByteBuffer large = ByteBuffer.allocate(20 * PIXELS);
			assertThrows(IndexOutOfBoundsException.class, () -> frames.readStored(N - 1, 2, large));
			assertThrows(IndexOutOfBoundsException.class, () -> frames.readStored(-1, 2, large));
			assertThrows(IndexOutOfBoundsException.class, () -> frames.read(0, 2, new float[2 * PIXELS - 1]));
		}
	}

	@Test
	void fromSeveralThreadsWithSharedChunks() throws Exception {
		Type type = write(Layout.chunked(4, M, L).deflated());
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (Hdf5File hdf = new Hdf5File(file)) {
			FileFrames frames = counts(hdf);
			List<Callable<Integer>> reads = new ArrayList<>();
			for (int round = 0; round < 20; round++)
				for (int n = 0; n < N; n++) {
					int first = n * 5 % N;
					reads.add(() -> {
						check(type, frames, first, 1);
						return first;
					});
				}
			for (Future<Integer> read : threads.invokeAll(reads))
				read.get();
		} finally {
			threads.shutdownNow();
		}
	}
}
