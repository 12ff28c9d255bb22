// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;

/** What is written can be read, value by value. */
class RoundTripTest {
	private static final String GROUP = "/speckle_tracking";
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("result.cxi");
	}

	private IDataset roundTrip(CxiDataset dataset) {
		new NativeCxiWriter().write(file, GROUP, List.of(dataset));
		try (CxiFile cxi = Fixture.open(file)) {
			return cxi.read(GROUP + "/" + dataset.path());
		}
	}

	private static void check(Class<? extends Dataset> type, int[] shape, IDataset read) {
		assertTrue(type.isInstance(read), () -> read.getClass().toString());
		assertArrayEquals(shape, read.getShape());
	}

	@Test
	void doubles() {
		double[] values = { 1.5, Double.NaN, Double.NEGATIVE_INFINITY, -0.0, 1e-300, 3 };
		IDataset read = roundTrip(CxiDataset.of("x", values, "m", 2, 3));
		check(DoubleDataset.class, new int[] { 2, 3 }, read);
		assertArrayEquals(values, ((DoubleDataset) read).getData());
	}

	@Test
	void floats() {
		float[] values = { 1.5f, Float.NaN, Float.MAX_VALUE };
		IDataset read = roundTrip(CxiDataset.of("x", values, "", 3));
		check(FloatDataset.class, new int[] { 3 }, read);
		assertArrayEquals(values, ((FloatDataset) read).getData());
	}

	@Test
	void ints() {
		int[] values = { Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE };
		IDataset read = roundTrip(CxiDataset.of("x", values, "", 4, 1));
		check(IntegerDataset.class, new int[] { 4, 1 }, read);
		assertArrayEquals(values, ((IntegerDataset) read).getData());
	}

	@Test
	void longs() {
		long[] values = { Long.MIN_VALUE, -1, 0, Long.MAX_VALUE };
		IDataset read = roundTrip(CxiDataset.of("x", values, "", 4));
		check(LongDataset.class, new int[] { 4 }, read);
		assertArrayEquals(values, ((LongDataset) read).getData());
	}

	@Test
	void shortsAreUnsigned() {
		IDataset read = roundTrip(CxiDataset.of("x", new short[] { 0, 1, Short.MAX_VALUE, Short.MIN_VALUE, -1 }, "", 5));
		check(IntegerDataset.class, new int[] { 5 }, read);
		assertArrayEquals(new int[] { 0, 1, 32767, 32768, 65535 }, ((IntegerDataset) read).getData());
	}

	@Test
	void bytesAreUnsigned() {
		IDataset read = roundTrip(CxiDataset.of("x", new byte[] { 0, 127, -128, -1 }, "", 4));
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
		String[] values = { "", "a", "größe in µm", "line\nbreak" };
		IDataset read = roundTrip(new CxiDataset("x", new int[] { 4 }, values, Map.of()));
		check(StringDataset.class, new int[] { 4 }, read);
		assertArrayEquals(values, ((StringDataset) read).getData());
	}

	@Test
	void scalarsHaveNoExtents() {
		check(DoubleDataset.class, new int[0], roundTrip(CxiDataset.of("x", new double[] { 3.65e-3 }, "m")));
		check(LongDataset.class, new int[0], roundTrip(CxiDataset.of("x", new long[] { -7 }, "")));
		check(BooleanDataset.class, new int[0], roundTrip(CxiDataset.of("x", new boolean[] { true }, "")));
		IDataset text = roundTrip(new CxiDataset("x", new int[0], new String[] { "µm" }, Map.of()));
		check(StringDataset.class, new int[0], text);
		assertEquals("µm", text.getString());
	}

	@Test
	void emptyArrays() {
		assertEquals(0, roundTrip(CxiDataset.of("x", new double[0], "", 0, 4)).getSize());
		assertEquals(0, roundTrip(new CxiDataset("x", new int[] { 0 }, new String[0], Map.of())).getSize());
	}

	/** Shapes that need several blocks of 4 MiB, and one whose rows are larger than a block. */
	@ParameterizedTest
	@CsvSource({ "700, 1, 1201", "3, 601, 901", "1, 2, 1100001", "2, 1, 1500000", "1100001, 1, 2", "13, 401, 307" })
	void blocks(int a, int b, int c) {
		double[] values = new Random(1).doubles((long) a * b * c).toArray();
		IDataset read = roundTrip(CxiDataset.of("x", values, "", a, b, c));
		assertArrayEquals(new int[] { a, b, c }, read.getShape());
		assertTrue(Arrays.equals(values, ((DoubleDataset) read).getData()));
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 30 })
	void framesAreOneChunkEach(int frames) {
		new NativeCxiWriter().write(file, GROUP, List.of(
				CxiDataset.of("/entry_1/data_1/data", new short[frames * 64 * 50], "", frames, 64, 50),
				CxiDataset.of("pixel_map", new double[2 * 64 * 50], "", 2, 64, 50)));
		try (HdfFile hdf = new HdfFile(file)) {
			ChunkedDataset data = (ChunkedDataset) hdf.getDatasetByPath("/entry_1/data_1/data");
			assertArrayEquals(new int[] { 1, 64, 50 }, data.getChunkDimensions());
			assertTrue(data.getFilters().isEmpty());
			assertTrue(hdf.getDatasetByPath(GROUP + "/pixel_map") instanceof ContiguousDataset);
		}
	}

	@Test
	void attributes() {
		new NativeCxiWriter().write(file, GROUP, List.of(new CxiDataset("x", new int[0], new double[] { 1 },
				Map.of("units", "µm", "number", 2.5, "count", -3, "flag", true))));
		try (HdfFile hdf = new HdfFile(file)) {
			io.jhdf.api.Node x = hdf.getByPath(GROUP + "/x");
			assertEquals("µm", x.getAttribute("units").getData());
			assertEquals(2.5, x.getAttribute("number").getData());
			assertEquals(-3, x.getAttribute("count").getData());
			assertEquals("TRUE", x.getAttribute("flag").getData());
		}
	}

	@Test
	void groupsAndPaths() {
		new NativeCxiWriter().write(file, "/a/b/", List.of(CxiDataset.of("c/d", new int[] { 1 }, ""),
				CxiDataset.of("/e/f", new int[] { 2 }, ""), CxiDataset.of("g", new int[] { 3 }, "")));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(1, cxi.read("/a/b/c/d").getInt());
			assertEquals(2, cxi.read("/e/f").getInt());
			assertEquals(3, cxi.read("a/b/g").getInt());
			Fixture.assertInvalid(file, () -> cxi.read("/a/b"), "no data set /a/b");
			Fixture.assertInvalid(file, () -> cxi.read("/nothing"), "/nothing");
		}
	}

	@Test
	void sameInputSameBytes() throws IOException {
		Path other = directory.resolve("other.cxi");
		new Fixture().put(GROUP + "/text", new String[] { "abc" }).write(file);
		new Fixture().put(GROUP + "/text", new String[] { "abc" }).write(other);
		assertEquals(Fixture.checksum(file), Fixture.checksum(other));
	}

	@Test
	void everyReaderKnowsTheFormat() throws IOException {
		new Fixture().write(file);
		assertEquals(0, Files.readAllBytes(file)[8], "version of the superblock");
	}

	@Test
	void wrongArguments() {
		NativeCxiWriter writer = new NativeCxiWriter();
		CxiDataset one = CxiDataset.of("x", new double[1], "");
		assertThrows(IllegalArgumentException.class, () -> writer.write(file, GROUP, List.of(one, one)));
		assertThrows(IllegalArgumentException.class, () -> writer.write(file, "relative", List.of(one)));
		assertThrows(IllegalArgumentException.class,
				() -> writer.write(file, GROUP, List.of(CxiDataset.of("x", new double[5], "", 2, 3))));
		assertThrows(IllegalArgumentException.class,
				() -> writer.write(file, GROUP, List.of(CxiDataset.of("x", new char[1], ""))));
		assertThrows(IllegalArgumentException.class, () -> writer.write(file, GROUP,
				List.of(new CxiDataset("x", new int[0], new int[1], Map.of("a", 'c')))));
		assertFalse(Files.exists(file));
	}

	@Test
	void noTraceOfTheTemporaryFile() throws IOException {
		new Fixture().write(file);
		assertEquals(List.of("result.cxi"), Fixture.names(directory));
	}
}
