// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntConsumer;

import org.eclipse.january.dataset.BooleanDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.IntegerDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.january.dataset.ShortDataset;
import org.eclipse.january.dataset.StringDataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiStack;

/** A platform that the native HDF5 library does not exist for gets files of the same content. */
class WithoutLibraryTest {
	private static final String GROUP = "/speckle_tracking";
	private static final String REASON = "the native HDF5 library cannot be loaded (no jnihdf5)";
	private final NativeCxiWriter writer = new NativeCxiWriter(SkeletonProcess::start, () -> {
		throw new IOException(REASON, new UnsatisfiedLinkError("no jnihdf5"));
	});
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("result.cxi");
	}

	private void write(CxiContent... content) {
		writer.write(file, GROUP, List.of(content));
	}

	private IDataset roundTrip(CxiDataset dataset) {
		write(dataset);
		try (CxiFile cxi = Fixture.open(file)) {
			return cxi.read(GROUP + "/" + dataset.path());
		}
	}

	private static void check(Class<? extends Dataset> type, int[] shape, IDataset read) {
		assertTrue(type.isInstance(read), () -> read.getClass().toString());
		assertArrayEquals(shape, read.getShape());
	}

	@Test
	void floatingPoint() {
		double[] doubles = { 1.5, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 1e-300, 3 };
		IDataset read = roundTrip(CxiDataset.of("x", doubles, "m", 2, 3));
		check(DoubleDataset.class, new int[] { 2, 3 }, read);
		assertArrayEquals(doubles, ((DoubleDataset) read).getData());
		float[] floats = { 1.5f, Float.NaN, Float.MAX_VALUE };
		read = roundTrip(CxiDataset.of("x", floats, "", 3, 1, 1));
		check(FloatDataset.class, new int[] { 3, 1, 1 }, read);
		assertArrayEquals(floats, ((FloatDataset) read).getData());
	}

	@Test
	void integers() {
		int[] ints = { Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE };
		IDataset read = roundTrip(CxiDataset.of("x", ints, "", 4, 1));
		check(IntegerDataset.class, new int[] { 4, 1 }, read);
		assertArrayEquals(ints, ((IntegerDataset) read).getData());
		long[] longs = { Long.MIN_VALUE, -1, 0, Long.MAX_VALUE };
		read = roundTrip(CxiDataset.of("x", longs, "", 4));
		check(LongDataset.class, new int[] { 4 }, read);
		assertArrayEquals(longs, ((LongDataset) read).getData());
	}

	@Test
	void shortsAndBytesAreUnsigned() {
		IDataset read = roundTrip(CxiDataset.of("x", new short[] { 0, 1, Short.MAX_VALUE, Short.MIN_VALUE, -1, 2 }, "", 2, 3));
		check(IntegerDataset.class, new int[] { 2, 3 }, read);
		assertArrayEquals(new int[] { 0, 1, 32767, 32768, 65535, 2 }, ((IntegerDataset) read).getData());
		read = roundTrip(CxiDataset.of("x", new byte[] { 0, 127, -128, -1 }, "", 4));
		check(ShortDataset.class, new int[] { 4 }, read);
		assertArrayEquals(new short[] { 0, 127, 128, 255 }, ((ShortDataset) read).getData());
	}

	@Test
	void booleans() {
		boolean[] values = { true, false, false, true, true, false };
		IDataset read = roundTrip(CxiDataset.of("x", values, "", 3, 2));
		check(BooleanDataset.class, new int[] { 3, 2 }, read);
		assertArrayEquals(values, ((BooleanDataset) read).getData());
	}

	@Test
	void strings() {
		String[] values = { "", "a", "größe in µm", "line\nbreak", "日本", "\uD83D\uDD2C" };
		IDataset read = roundTrip(CxiDataset.of("x", values, "", 3, 2));
		check(StringDataset.class, new int[] { 3, 2 }, read);
		assertArrayEquals(values, ((StringDataset) read).getData());
		read = roundTrip(CxiDataset.of("x", new String[] { "", "" }, "", 2));
		assertArrayEquals(new String[] { "", "" }, ((StringDataset) read).getData());
	}

	@Test
	void scalarsHaveNoExtents() {
		IDataset read = roundTrip(CxiDataset.of("x", new double[] { 3.65e-3 }, "m"));
		check(DoubleDataset.class, new int[0], read);
		assertEquals(3.65e-3, read.getDouble());
		read = roundTrip(CxiDataset.of("x", new long[] { -7 }, ""));
		check(LongDataset.class, new int[0], read);
		assertEquals(-7, read.getLong());
		read = roundTrip(CxiDataset.of("x", new short[] { -1 }, ""));
		check(IntegerDataset.class, new int[0], read);
		assertEquals(65535, read.getInt());
		read = roundTrip(CxiDataset.of("x", new boolean[] { true }, ""));
		check(BooleanDataset.class, new int[0], read);
		assertTrue(read.getBoolean());
		read = roundTrip(CxiDataset.of("x", new String[] { "µm" }, ""));
		check(StringDataset.class, new int[0], read);
		assertEquals("µm", read.getString());
		assertEquals("", roundTrip(CxiDataset.of("x", new String[] { "" }, "")).getString());
	}

	/** Shapes that need several blocks of 4 MiB. */
	@ParameterizedTest
	@CsvSource({ "3, 601, 901", "1, 2, 1100001", "210001, 1, 3" })
	void blocks(int a, int b, int c) {
		double[] values = new Random(1).doubles((long) a * b * c).toArray();
		IDataset read = roundTrip(CxiDataset.of("x", values, "", a, b, c));
		assertArrayEquals(new int[] { a, b, c }, read.getShape());
		assertTrue(Arrays.equals(values, ((DoubleDataset) read).getData()));
	}

	@Test
	void attributes() {
		Map<String, Object> attributes = Map.of("units", "µm", "number", 2.5, "count", -3, "flag", true, "none", "");
		write(new CxiDataset("x", new int[0], new double[] { 1 }, attributes));
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(attributes, hdf.attributes(GROUP + "/x"));
		}
	}

	@Test
	void groupsAndPaths() {
		writer.write(file, "/a/b/", List.of(CxiDataset.of("c/d", new int[] { 1 }, ""),
				CxiDataset.of("/größe/f", new int[] { 2 }, ""), CxiDataset.of("g", new int[] { 3 }, ""),
				CxiDataset.of("/h", new int[] { 4 }, "")));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(1, cxi.read("/a/b/c/d").getInt());
			assertEquals(2, cxi.read("/größe/f").getInt());
			assertEquals(3, cxi.read("/a/b/g").getInt());
			assertEquals(4, cxi.read("/h").getInt());
		}
	}

	@Test
	void aDatasetIsNoGroup() {
		assertInvalid(file, () -> write(CxiDataset.of("x/y", new int[1], ""), CxiDataset.of("x", new int[1], "")),
				"there is a data set /speckle_tracking/x where a group is needed for /speckle_tracking/x/y");
		assertFalse(Files.exists(file));
	}

	/** Random bytes as they would be stored; something may happen at each read, told the first frame. */
	private record RandomFrames(int frames, int rows, int columns, PixelType type, IntConsumer event) implements FrameSource {
		RandomFrames(int frames, int rows, int columns, PixelType type) {
			this(frames, rows, columns, type, first -> {
			});
		}

		byte[] bytes(int first, int count) {
			byte[] all = new byte[frames * rows * columns * type.bytes()];
			new Random(5).nextBytes(all);
			int frame = all.length / frames;
			return Arrays.copyOfRange(all, first * frame, (first + count) * frame);
		}

		@Override
		public void read(int first, int count, float[] target) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void readStored(int first, int count, ByteBuffer target) {
			event.accept(first);
			target.put(bytes(first, count));
		}
	}

	@ParameterizedTest
	@EnumSource(PixelType.class)
	void frames(PixelType type) {
		RandomFrames frames = new RandomFrames(5, 4, 6, type);
		write(new CxiFrames("frames", frames, Map.of("units", "counts")));
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset stored = hdf.dataset(GROUP + "/frames").orElseThrow();
			assertTrue(stored.hasShape(5, 4, 6), stored::shapeText);
			assertEquals(type, stored.type().orElseThrow().pixel());
			byte[] read = new byte[5 * 4 * 6 * type.bytes()];
			stored.read(new long[3], new int[] { 5, 4, 6 }).get(0, read);
			assertArrayEquals(frames.bytes(0, 5), read);
			assertEquals(Map.of("units", "counts"), hdf.attributes(GROUP + "/frames"));
		}
	}

	/** Blocks of 32 MiB, one frame each. */
	@Test
	void framesOfSeveralBlocks() {
		RandomFrames frames = new RandomFrames(3, 3000, 3000, PixelType.UINT16);
		write(new CxiFrames("frames", frames, Map.of()));
		try (Hdf5File hdf = new Hdf5File(file)) {
			byte[] last = new byte[3000 * 3000 * 2];
			hdf.dataset(GROUP + "/frames").orElseThrow().read(new long[] { 2, 0, 0 }, new int[] { 1, 3000, 3000 }).get(0, last);
			assertTrue(Arrays.equals(frames.bytes(2, 1), last));
		}
	}

	@Test
	void framesThatAreTooLargeAskForNoMemory() {
		FrameSource huge = new RandomFrames(1, 40_000, 40_000, PixelType.FLOAT64);
		assertInvalid(file, () -> write(new CxiFrames("frames", huge, Map.of())), "40000 x 40000 pixels are too large");
		assertFalse(Files.exists(file));
	}

	/** jhdf can write neither links nor virtual data sets nor nothing. */
	@Test
	void theResultIsCompleteWithoutLinks() {
		write(CxiDataset.of("x", new double[] { 7 }, ""), CxiDataset.of("none", new double[0], "", 0, 4),
				CxiDataset.of("no_text", new String[0], "", 0), CxiLink.soft("soft", GROUP + "/x"),
				CxiLink.external("external", directory.resolve("scan.cxi"), "/entry_1"),
				new CxiStack("stack", PixelType.UINT16, 4, 6, List.of(new CxiStack.Part(directory.resolve("scan.cxi"), "/data",
						List.of(3, 4, 6), List.of(0, 0, 0), List.of(3, 4, 6)))));
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(List.of("x"), hdf.children(GROUP));
		}
	}

	@Test
	void aScanIsReadLikeANativeOne() {
		boolean[] mask = new boolean[Fixture.ROWS * Fixture.COLUMNS];
		Arrays.fill(mask, 3, mask.length, true);
		Fixture scan = new Fixture().put(Fixture.MASK, mask, Fixture.ROWS, Fixture.COLUMNS);
		Path other = scan.write(directory.resolve("native.cxi"));
		scan.write(file, writer);
		try (CxiFile without = Fixture.open(file); CxiFile with = Fixture.open(other)) {
			assertEquals(with.findings(), without.findings());
			assertTrue(Fixture.finding(without, CxiItem.MASK).value().contains("true = good"));
			assertArrayEquals(with.goodFrames(), without.goodFrames());
			float[] expected = new float[Fixture.FRAMES * Fixture.ROWS * Fixture.COLUMNS];
			float[] read = new float[expected.length];
			with.scan().frames().read(0, Fixture.FRAMES, expected);
			without.scan().frames().read(0, Fixture.FRAMES, read);
			assertArrayEquals(expected, read);
			assertEquals(with.scan().geometry(), without.scan().geometry());
			assertArrayEquals(mask, without.scan().detectorMask().good());
		}
	}

	@Test
	void anOldFileIsReplacedAsAWhole() throws IOException {
		new Fixture().write(file);
		write(CxiDataset.of("x", new double[] { 7 }, ""));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(7, cxi.read(GROUP + "/x").getDouble());
			assertThrows(InvalidDataException.class, () -> cxi.read(Fixture.DATA));
		}
		assertEquals(List.of("result.cxi"), Fixture.names(directory));
	}

	@Test
	void aFailureInTheMiddleLeavesTheOldFile() throws IOException {
		String before = Fixture.checksum(new Fixture().write(file));
		CxiFrames broken = new CxiFrames("frames", new RandomFrames(3, 3000, 3000, PixelType.UINT16, first -> {
			if (first > 0)
				throw new CancelledException("reading");
		}), Map.of());
		assertThrows(CancelledException.class, () -> write(CxiDataset.of("x", new double[1000], "", 1000), broken));
		// jhdf itself writes this one without a word, and cannot read it
		CxiDataset tooLong = new CxiDataset("x", new int[0], new int[1], Map.of("a", "x".repeat(70000)));
		assertInvalid(file, () -> write(tooLong), "cannot be written", "cannot be read back");
		assertEquals(before, Fixture.checksum(file));
		assertEquals(List.of("result.cxi"), Fixture.names(directory));
	}

	/** The disk fills up at every stage of jhdf's part; the room is given back although jhdf keeps the file open. */
	@ParameterizedTest
	@ValueSource(ints = { 4, 12, 64, 1024, 2048, 3060, 3080 })
	void diskFull(int kilobytes) throws IOException, InterruptedException {
		try (SmallDisk disk = new SmallDisk(directory.resolve("disk"), kilobytes)) {
			Path onDisk = disk.directory().resolve("result.cxi");
			long free = disk.free();
			for (int trial = 0; trial < 3; trial++) {
				assertInvalid(onDisk,
						() -> writer.write(onDisk, GROUP, List.of(CxiDataset.of("small", new double[1000], "", 1000),
								CxiDataset.of("large", new float[3 << 18], "", 3, 512, 512),
								CxiDataset.of("text", new String[] { "x".repeat(8000) }, ""))),
						"No space left on device", "free some");
				assertEquals(List.of(), Fixture.names(disk.directory()));
				assertEquals(free, disk.free(), "room taken by a file without name");
			}
		}
	}

	@Test
	void aPendingInterruptDoesNotLoseResults() {
		Thread.currentThread().interrupt();
		write(CxiDataset.of("x", new int[] { 1 }, ""));
		assertTrue(Thread.interrupted(), "the interrupt is still pending");
		assertTrue(Files.exists(file));
	}

	@Test
	void anInterruptMeanwhileDoesNotLoseResults() {
		RandomFrames frames = new RandomFrames(3, 3000, 3000, PixelType.UINT16,
				first -> Thread.currentThread().interrupt());
		write(new CxiFrames("frames", frames, Map.of()));
		assertTrue(Thread.interrupted(), "the interrupt is still pending");
		assertTrue(Files.exists(file));
	}

	@Test
	void wrongArguments() {
		assertThrows(IllegalArgumentException.class, () -> write(CxiDataset.of("x", new char[1], "")));
		assertThrows(IllegalArgumentException.class,
				() -> write(new CxiDataset("x", new int[0], new int[1], Map.of("a", 'c'))));
		assertFalse(Files.exists(file));
	}

	@Test
	void sameInputSameBytes() throws IOException {
		Path other = directory.resolve("other.cxi");
		new Fixture().put(GROUP + "/text", new String[] { "abc" }).write(file, writer);
		new Fixture().put(GROUP + "/text", new String[] { "abc" }).write(other, writer);
		assertEquals(Fixture.checksum(file), Fixture.checksum(other));
	}

	/** Writing into a scan needs the library; who asks hears why. */
	@Test
	void anExistingFileIsLeftAlone() throws IOException {
		String before = Fixture.checksum(new Fixture().write(file));
		assertEquals(REASON, writer.obstacle(file, 1).orElseThrow());
		assertEquals(before, Fixture.checksum(file));
	}

	/** A library that is there and does not start is an error to be seen to. */
	@Test
	void aLibraryThatFailsIsNoMissingOne() {
		NativeCxiWriter failing = new NativeCxiWriter(SkeletonProcess::start, () -> {
			throw new IOException("the native HDF5 library does not start");
		});
		assertInvalid(file, () -> failing.write(file, GROUP, List.of(CxiDataset.of("x", new int[1], ""))),
				"the native HDF5 library does not start");
		assertFalse(Files.exists(file));
	}
}
