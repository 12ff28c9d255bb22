// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U32LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.pxst.io.cxi.internal.Fixture.assertProblem;
import static org.pxst.io.cxi.internal.Fixture.finding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.DatasetException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Master and data files of the DECTRIS file writer are seen as one stack. */
class EigerTest {
	private static final int M = 6;
	private static final int L = 8;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("x_master.h5");
	}

	private static byte[] frames(int count, int from) {
		return NativeFixture.bytes(2 * count * M * L, b -> {
			for (int k = 0; k < count * M * L; k++)
				b.putShort((short) (from * M * L + k));
		});
	}

	private void dataFile(int number, int count, int from) {
		try (NativeFixture hdf = new NativeFixture(directory.resolve("x_data_00000" + number + ".h5"), true, 0)) {
			hdf.put("/entry/data/data", H5T_STD_U16LE_g(), Layout.chunked(1, M, L).deflated(), frames(count, from), count, M,
					L);
		}
	}

	/** Links in an order that is not the one of the names. */
	private void master(int... numbers) {
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.group("/entry").group("/entry/data").group("/entry/instrument");
			for (int number : numbers)
				hdf.external("x_data_00000" + number + ".h5", "/entry/data/data", "/entry/data/data_00000" + number);
		}
	}

	private void assertFrames(CxiFile cxi, int count) {
		assertEquals(count, cxi.goodFrames().length);
		var frames = cxi.frames();
		assertArrayEquals(new int[] { count, M, L }, frames.getShape());
		try {
			var all = frames.getSlice();
			for (int n = 0; n < count; n++)
				assertEquals(n * M * L + 9, all.getInt(n, 1, 1));
		} catch (DatasetException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void oneStack() {
		master(3, 1, 2);
		dataFile(1, 4, 0);
		dataFile(2, 4, 4);
		dataFile(3, 2, 8);
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(Optional.of("/entry/data"), finding(cxi, CxiItem.DATA).path());
			assertEquals("uint16 (10, 6, 8), 3 data sets, data_000001 to data_000003", finding(cxi, CxiItem.DATA).value());
			assertFrames(cxi, 10);
		}
		try (CxiFile cxi = Fixture.open(file, Map.of(CxiItem.DATA, "/entry/data/data_000002"))) {
			assertEquals("uint16 (4, 6, 8)", finding(cxi, CxiItem.DATA).value());
		}
	}

	/** Boxes that reach over the ends of the data sets. */
	@Test
	void boxes() throws IOException {
		master(1, 2, 3);
		dataFile(1, 4, 0);
		dataFile(2, 4, 4);
		dataFile(3, 2, 8);
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset stack = FrameGroup.find(hdf, "/entry/data").orElseThrow().stack();
			assertEquals(directory.resolve("x_data_000001.h5").toRealPath(), stack.home());
			for (int first = 0; first < 10; first++)
				for (int count = 1; first + count <= 10; count++) {
					ByteBuffer box = ByteBuffer.allocate(2 * count * 2 * 3).order(ByteOrder.LITTLE_ENDIAN);
					stack.read(new long[] { first, 3, 4 }, new int[] { count, 2, 3 }, box);
					for (int n = 0; n < count; n++)
						assertEquals((first + n) * M * L + 3 * L + 4, box.getShort(2 * n * 6));
				}
		}
	}

	@Test
	void dataSetsInTheFileItself() {
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.put("/entry/data_000001", H5T_STD_U16LE_g(), Layout.contiguous(), frames(3, 0), 3, M, L);
			hdf.put("/entry/data_000002", H5T_STD_U16LE_g(), Layout.contiguous(), frames(3, 3), 3, M, L);
			hdf.put("/other/data_000001", H5T_STD_U16LE_g(), Layout.contiguous(), frames(2, 0), 2, M, L);
		}
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(Optional.of("/entry"), finding(cxi, CxiItem.DATA).path());
			assertFrames(cxi, 6);
		}
		try (CxiFile cxi = Fixture.open(file, Map.of(CxiItem.DATA, "other"))) {
			assertEquals("uint16 (2, 6, 8), the data set data_000001", finding(cxi, CxiItem.DATA).value());
			assertFrames(cxi, 2);
		}
	}

	/** A group of another name is found as the only stack, too. */
	@Test
	void guessed() {
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.put("/measured/eiger/data_000001", H5T_STD_U16LE_g(), Layout.contiguous(), frames(3, 0), 3, M, L);
			hdf.put("/measured/eiger/data_000002", H5T_STD_U16LE_g(), Layout.contiguous(), frames(3, 3), 3, M, L);
		}
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(Optional.of("/measured/eiger"), finding(cxi, CxiItem.DATA).path());
			assertFrames(cxi, 6);
		}
	}

	@Test
	void aDataFileIsMissing() {
		master(1, 2);
		dataFile(1, 4, 0);
		assertProblem(file, CxiItem.DATA, "the frames of /entry/data are not complete",
				"link /entry/data/data_000002 to x_data_000002.h5:/entry/data/data cannot be followed",
				"there is no such file; put the data files beside this file");
	}

	@Test
	void dataSetsThatDoNotGoTogether() {
		master(1, 2);
		dataFile(1, 4, 0);
		try (NativeFixture hdf = new NativeFixture(directory.resolve("x_data_000002.h5"))) {
			hdf.put("/entry/data/data", H5T_STD_U32LE_g(), Layout.contiguous(), new byte[4 * 2 * M * L], 2, M, L);
		}
		assertProblem(file, CxiItem.DATA, "/entry/data/data_000002, uint32 (2, 6, 8), does not go with "
				+ "/entry/data/data_000001, uint16 (4, 6, 8)", "--path data=PATH");
	}

	@Test
	void missingFrames() {
		master(1, 2);
		dataFile(1, 4, 0);
		try (NativeFixture hdf = new NativeFixture(directory.resolve("x_data_000002.h5"), true, 0)) {
			hdf.create("/entry/data/data", H5T_STD_U16LE_g(), Layout.chunked(1, M, L).deflated(), 4, M, L)
					.fill("/entry/data/data", new long[3], new long[] { 2, M, L }, frames(2, 4));
		}
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals("uint16 (8, 6, 8), 2 frames were never written: 6-7, 2 data sets, data_000001 to data_000002",
					finding(cxi, CxiItem.DATA).value());
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 5 }, cxi.goodFrames());
		}
	}
}
