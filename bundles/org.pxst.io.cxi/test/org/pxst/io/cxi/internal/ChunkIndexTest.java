// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5S_UNLIMITED;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Chunked;
import org.pxst.io.cxi.internal.hdf5.StorageLayout.Index;

/** Chunks are found with every kind of index, also behind others that were never written, and boxes are cut out right. */
class ChunkIndexTest {
	private static final int[] SHAPE = { 13, 9, 11 };
	private static final int FILL = 4711;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("chunks.h5");
	}

	/** Extents that make the library choose an index. */
	private static long[] largest(Index index) {
		return switch (index) {
		case FIXED_ARRAY -> new long[] { 20, 9, 30 };
		case EXTENSIBLE_ARRAY -> new long[] { 20, H5S_UNLIMITED, 30 };
		case BTREE_2 -> new long[] { H5S_UNLIMITED, 9, H5S_UNLIMITED };
		default -> new long[] { 13, 9, 11 };
		};
	}

	@ParameterizedTest
	@EnumSource(Index.class)
	void allKinds(Index index) {
		for (boolean deflated : new boolean[] { false, true }) {
			// an index of chunks that are all there is for chunks without filters
			if (deflated && index == Index.IMPLICIT)
				continue;
			long[] chunk = index == Index.SINGLE ? new long[] { 13, 9, 11 } : new long[] { 2, 4, 5 };
			Layout layout = Layout.chunked(chunk).filledWith(NativeFixture.bytes(2, b -> b.putShort((short) FILL)));
			layout = deflated ? layout.deflated() : index == Index.IMPLICIT ? layout.allocatedEarly() : layout;
			int[] values = new int[13 * 9 * 11];
			try (NativeFixture hdf = new NativeFixture(file, index != Index.BTREE_1, 0)) {
				hdf.createGrowing("/stack", H5T_STD_U16LE_g(), layout, largest(index), 13, 9, 11);
				write(hdf, values, index == Index.SINGLE || index == Index.IMPLICIT);
			}
			try (Hdf5File hdf = new Hdf5File(file)) {
				StoredDataset stack = hdf.dataset("/stack").orElseThrow();
				assertEquals(index, ((Chunked) stack.stored().header().layout()).index());
				assertArrayEquals(new int[] { (int) chunk[0], (int) chunk[1], (int) chunk[2] },
						stack.chunk().orElseThrow());
				assertBoxes(stack, values);
			}
		}
	}

	/** Writes all chunks, or every other one; notes what must be read. */
	private static void write(NativeFixture hdf, int[] values, boolean all) {
		Arrays.fill(values, FILL);
		int number = 0;
		for (int n = 0; n < 13; n += 2)
			for (int i = 0; i < 9; i += 4)
				for (int j = 0; j < 11; j += 5) {
					if (!all && number++ % 3 == 1)
						continue;
					int[] from = { n, i, j };
					int[] size = { Math.min(2, 13 - n), Math.min(4, 9 - i), Math.min(5, 11 - j) };
					byte[] bytes = NativeFixture.bytes(2 * size[0] * size[1] * size[2], b -> {
						BoxWalk walk = new BoxWalk(size, 3);
						do {
							int at = at(from, walk);
							values[at] = at;
							b.putShort((short) at);
						} while (walk.next());
					});
					hdf.fill("/stack", new long[] { n, i, j }, new long[] { size[0], size[1], size[2] }, bytes);
				}
	}

	private static int at(int[] from, BoxWalk walk) {
		int at = 0;
		for (int axis = 0; axis < 3; axis++)
			at = at * SHAPE[axis] + from[axis] + walk.index(axis);
		return at;
	}

	/** Reads boxes at random into both kinds of buffers. */
	private static void assertBoxes(StoredDataset stack, int[] values) {
		Random random = new Random(7);
		for (int trial = 0; trial < 200; trial++) {
			int[] from = new int[3];
			long[] offset = new long[3];
			int[] box = new int[3];
			int elements = 1;
			for (int axis = 0; axis < 3; axis++) {
				from[axis] = trial == 0 ? 0 : random.nextInt(SHAPE[axis]);
				box[axis] = trial == 0 ? SHAPE[axis] : 1 + random.nextInt(SHAPE[axis] - from[axis]);
				offset[axis] = from[axis];
				elements *= box[axis];
			}
			ByteBuffer target = trial % 2 == 0 ? ByteBuffer.allocate(2 * elements + 7)
					: ByteBuffer.allocateDirect(2 * elements + 7);
			stack.read(offset, box, target.position(3));
			assertEquals(3 + 2 * elements, target.position());
			assertEquals(7 + 2 * elements, target.limit());
			ByteBuffer read = target.slice(3, 2 * elements).order(stack.byteOrder());
			BoxWalk walk = new BoxWalk(box, 3);
			do {
				assertEquals(values[at(from, walk)], read.getShort() & 0xffff);
			} while (walk.next());
			assertEquals(0, target.get(2));
			assertEquals(0, target.get(3 + 2 * elements));
		}
	}

	/** A list that is long enough for pages, most of which were never written. */
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void pagedLists(boolean growing) {
		int length = 200_000;
		int[][] ranges = { { 0, 10 }, { 5000, 5003 }, { 131_050, 131_090 }, { 140_000, 143_000 }, { 199_990, 200_000 } };
		byte[] fill = NativeFixture.bytes(2, b -> b.putShort((short) FILL));
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.createGrowing("/list", H5T_STD_U16LE_g(), Layout.chunked(1).filledWith(fill),
					new long[] { growing ? H5S_UNLIMITED : length }, length);
			for (int[] range : ranges)
				hdf.fill("/list", new long[] { range[0] }, new long[] { range[1] - range[0] },
						NativeFixture.bytes(2 * (range[1] - range[0]), b -> {
							for (int k = range[0]; k < range[1]; k++)
								b.putShort((short) k);
						}));
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset list = hdf.dataset("/list").orElseThrow();
			assertEquals(growing ? Index.EXTENSIBLE_ARRAY : Index.FIXED_ARRAY,
					((Chunked) list.stored().header().layout()).index());
			double[] values = list.doubles();
			int written = 0;
			for (int[] range : ranges)
				for (int k = range[0]; k < range[1]; k++) {
					assertEquals(k & 0xffff, values[k]);
					values[k] = FILL;
					written++;
				}
			for (double value : values)
				assertEquals(FILL, value);
			assertEquals(length - written, list.gaps().whole().cardinality());
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "0, 512", "1, 0", "1, 2048", "2, 0", "2, 512", "3, 0", "3, 4096" })
	void superblocksAndUserBlocks(int version, int userBlock) throws IOException {
		int[] values = new int[13 * 9 * 11];
		Layout layout = Layout.chunked(2, 4, 5).deflated()
				.filledWith(NativeFixture.bytes(2, b -> b.putShort((short) FILL)));
		try (NativeFixture hdf = new NativeFixture(file, version, userBlock)) {
			hdf.create("/stack", H5T_STD_U16LE_g(), layout, 13, 9, 11);
			write(hdf, values, false);
			for (int k = 0; k < 60; k++)
				hdf.group("/group_" + k);
		}
		assertEquals(version, Files.readAllBytes(file)[userBlock + 8]);
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertBoxes(hdf.dataset("/stack").orElseThrow(), values);
			assertEquals(61, hdf.children("/").size());
		}
	}

	/** Links that no longer fit into the header of their group are in a heap. */
	@Test
	void manyLinks() {
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.group("/many");
			for (int k = 0; k < 3000; k++)
				hdf.soft("/target_" + k, "/many/a_name_that_needs_some_room_" + k);
			hdf.put("/target_2999", H5T_STD_U16LE_g(), Layout.contiguous(), new byte[2]);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(3000, hdf.children("/many").size());
			assertEquals(0, hdf.dataset("/many/a_name_that_needs_some_room_2999").orElseThrow().doubles()[0]);
		}
	}
}
