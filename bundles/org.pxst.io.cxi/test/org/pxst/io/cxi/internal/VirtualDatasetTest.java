// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5S_UNLIMITED;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16BE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U32LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.finding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.internal.NativeFixture.Mapping;
import org.pxst.io.cxi.internal.NativeFixture.Slab;

/** Virtual data sets are read as the HDF5 library reads them; what is missing of them is known. */
class VirtualDatasetTest {
	private static final int M = 4;
	private static final int L = 6;
	private static final int FILL = 77;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("virtual.h5");
	}

	/** A stack of its own, whose elements are counted on from a number. */
	private static byte[] frames(int count, int from) {
		return NativeFixture.bytes(2 * count * M * L, b -> {
			for (int k = 0; k < count * M * L; k++)
				b.putShort((short) (from + k));
		});
	}

	private void source(String name, int count, int from, boolean latest, boolean deflated) {
		Layout layout = deflated ? Layout.chunked(2, M, L).deflated() : Layout.contiguous();
		try (NativeFixture hdf = new NativeFixture(directory.resolve(name), latest, 0)) {
			hdf.put("/entry/data", H5T_STD_U16LE_g(), layout, frames(count, from), count, M, L);
		}
	}

	/** Compares whole data sets and single frames with what the library reads. */
	private void assertLikeTheLibrary(String... paths) {
		for (String path : paths) {
			int elements;
			try (Hdf5File hdf = new Hdf5File(file)) {
				elements = (int) hdf.dataset(path).orElseThrow(() -> new AssertionError(path + hdf.unreadable())).size();
			}
			int[] expected;
			try (NativeFixture hdf = NativeFixture.reopen(file)) {
				expected = hdf.read(path, elements);
			}
			try (Hdf5File hdf = new Hdf5File(file)) {
				StoredDataset dataset = hdf.dataset(path).orElseThrow();
				double[] values = dataset.doubles();
				for (int k = 0; k < elements; k++)
					assertEquals(expected[k], values[k], path + " " + k);
				int perIndex = elements / (int) dataset.extent(0);
				for (int n = 0; n < dataset.extent(0); n++) {
					long[] offset = new long[dataset.rank()];
					int[] box = new int[dataset.rank()];
					offset[0] = n;
					for (int axis = 0; axis < box.length; axis++)
						box[axis] = axis == 0 ? 1 : (int) dataset.extent(axis);
					ByteBuffer frame = ByteBuffer.allocateDirect(2 * perIndex).order(ByteOrder.LITTLE_ENDIAN);
					dataset.read(offset, box, frame);
					for (int k = 0; k < perIndex; k++)
						assertEquals(expected[n * perIndex + k], frame.getShort(2 * k) & 0xffff, path + " " + n);
				}
			}
		}
	}

	private static BitSet bits(int... indices) {
		BitSet bits = new BitSet();
		for (int n : indices)
			bits.set(n);
		return bits;
	}

	private Gaps gaps(String path) {
		try (Hdf5File hdf = new Hdf5File(file)) {
			return hdf.dataset(path).orElseThrow().gaps();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void severalFilesOneAfterTheOther(boolean latest) {
		source("a.h5", 3, 100, latest, false);
		source("b.h5", 4, 1000, latest, true);
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			hdf.virtual("/stack", FILL, Slab.all(9, M, L),
					new Mapping("a.h5", "/entry/data", Slab.all(3, M, L), Slab.from(0, 3, 9, M, L)),
					new Mapping("gone.h5", "/entry/data", Slab.all(2, M, L), Slab.from(3, 2, 9, M, L)),
					new Mapping("b.h5", "/entry/data", Slab.from(1, 3, 4, M, L), Slab.from(5, 3, 9, M, L)));
		}
		assertLikeTheLibrary("/stack");
		assertEquals(new Gaps(bits(3, 4, 8), bits()), gaps("/stack"));
	}

	@Test
	void manyShapes() {
		source("a.h5", 5, 100, false, true);
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.put("/own", H5T_STD_U16LE_g(), Layout.contiguous(), frames(6, 500), 6, M, L);
			long[] one = { 1, 1, 1 };
			// every other frame, and a border around them
			hdf.virtual("/inter", FILL, Slab.all(11, M + 3, L + 2), new Mapping("a.h5", "/entry/data", Slab.all(5, M, L),
					Slab.all(11, M + 3, L + 2).grid(new long[] { 1, 2, 1 }, new long[] { 2, 1, 1 }, new long[] { 5, 1, 1 },
							new long[] { 1, M, L })));
			// every other column
			hdf.virtual("/columns", FILL, Slab.all(6, M, 2 * L), new Mapping(".", "/own", Slab.all(6, M, L),
					Slab.all(6, M, 2 * L).grid(new long[3], new long[] { 1, 1, 2 }, new long[] { 1, 1, L },
							new long[] { 6, M, 1 })));
			// one frame as an image, and an image as one frame
			hdf.virtual("/image", FILL, Slab.all(M, L),
					new Mapping(".", "/own", Slab.from(2, 1, 6, M, L), Slab.all(M, L)));
			hdf.virtual("/two", FILL, Slab.all(2, M, L), new Mapping(".", "/image", Slab.all(M, L),
					Slab.from(1, 1, 2, M, L)));
			// another shape, element by element
			hdf.virtual("/flat", FILL, Slab.all(6 * M * L), new Mapping(".", "/own", Slab.all(6, M, L),
					Slab.all(6 * M * L)));
			// modules: the two halves of each frame change places
			hdf.virtual("/modules", FILL, Slab.all(6, M, L),
					new Mapping(".", "/own", Slab.all(6, M, L).grid(new long[3], null, one, new long[] { 6, M, L / 2 }),
							Slab.all(6, M, L).grid(new long[] { 0, 0, L / 2 }, null, one, new long[] { 6, M, L / 2 })),
					new Mapping(".", "/own",
							Slab.all(6, M, L).grid(new long[] { 0, 0, L / 2 }, null, one, new long[] { 6, M, L / 2 }),
							Slab.all(6, M, L).grid(new long[3], null, one, new long[] { 6, M, L / 2 })));
		}
		assertLikeTheLibrary("/inter", "/columns", "/image", "/two", "/flat", "/modules");
		assertEquals(new Gaps(bits(0, 2, 4, 6, 8, 10), bits(1, 3, 5, 7, 9)), gaps("/inter"));
		assertEquals(new Gaps(bits(0), bits()), gaps("/two"));
		assertTrue(gaps("/modules").isEmpty());
	}

	@Test
	void partsWithoutEnd() {
		long u = H5S_UNLIMITED;
		try (NativeFixture hdf = new NativeFixture(directory.resolve("a.h5"), true, 0)) {
			hdf.createGrowing("/grown", H5T_STD_U16LE_g(), Layout.chunked(1, M, L), new long[] { u, M, L }, 5, M, L)
					.fill("/grown", new long[3], new long[] { 5, M, L }, frames(5, 9));
		}
		for (int k = 0; k < 3; k++)
			source("run_" + k + "_%.h5", 2, 1000 * k, true, false);
		long[] frame = { 1, M, L };
		long[] endless = { u, 1, 1 };
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			Slab growing = Slab.all(1, M, L).growing(u, M, L);
			Slab all = growing.grid(new long[3], frame, endless, frame);
			hdf.virtual("/follows", FILL, growing, new Mapping("a.h5", "/grown", all, all));
			// frame k of the two at 3 k and 3 k + 1
			hdf.virtual("/inter", FILL, growing,
					new Mapping("a.h5", "/grown", all,
							growing.grid(new long[3], new long[] { 3, M, L }, endless, frame)),
					new Mapping("a.h5", "/grown", all,
							growing.grid(new long[] { 1, 0, 0 }, new long[] { 3, M, L }, endless, frame)));
			long[] two = { 2, M, L };
			hdf.virtual("/numbered", FILL, growing, new Mapping("run_%b_%%.h5", "/entry/data", Slab.all(2, M, L),
					growing.grid(new long[3], two, endless, two)));
		}
		assertLikeTheLibrary("/follows", "/inter", "/numbered");
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals("(5, 4, 6)", hdf.dataset("/follows").orElseThrow().shapeText());
			assertEquals("(14, 4, 6)", hdf.dataset("/inter").orElseThrow().shapeText());
			assertEquals("(6, 4, 6)", hdf.dataset("/numbered").orElseThrow().shapeText());
		}
	}

	/** Frames of a source that was cut off early are missing, as are those that it never wrote. */
	@Test
	void sourcesWithGaps() {
		source("short.h5", 3, 100, true, false);
		byte[] fill = NativeFixture.bytes(2, b -> b.putShort((short) 5));
		try (NativeFixture hdf = new NativeFixture(directory.resolve("holes.h5"), true, 0)) {
			hdf.create("/entry/data", H5T_STD_U16LE_g(), Layout.chunked(1, M, L).filledWith(fill), 4, M, L)
					.fill("/entry/data", new long[] { 2, 0, 0 }, new long[] { 1, M, L }, frames(1, 30));
		}
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.virtual("/stack", FILL, Slab.all(9, M, L),
					new Mapping("short.h5", "/entry/data", Slab.all(5, M, L), Slab.from(0, 5, 9, M, L)),
					new Mapping("holes.h5", "/entry/data", Slab.all(4, M, L), Slab.from(5, 4, 9, M, L)));
		}
		assertEquals(new Gaps(bits(3, 4, 5, 6, 8), bits()), gaps("/stack"));
		try (Hdf5File hdf = new Hdf5File(file)) {
			double[] values = hdf.dataset("/stack").orElseThrow().doubles();
			int[] first = { 100, 100 + M * L, 100 + 2 * M * L, FILL, FILL, 5, 5, 30, 5 };
			for (int n = 0; n < 9; n++)
				assertEquals(first[n], values[n * M * L]);
		}
	}

	@Test
	void otherByteOrderAndOtherType() {
		byte[] big = NativeFixture.bytes(2 * M * L, b -> {
			for (int k = 0; k < M * L; k++)
				b.putShort(Short.reverseBytes((short) k));
		});
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.put("/big", H5T_STD_U16BE_g(), Layout.contiguous(), big, 1, M, L);
			hdf.put("/wide", H5T_STD_U32LE_g(), Layout.contiguous(), new byte[4 * M * L], 1, M, L);
			hdf.virtual("/stack", FILL, Slab.all(1, M, L),
					new Mapping(".", "/big", Slab.all(1, M, L), Slab.all(1, M, L)));
			hdf.virtual("/bad", FILL, Slab.all(1, M, L),
					new Mapping(".", "/wide", Slab.all(1, M, L), Slab.all(1, M, L)));
		}
		assertLikeTheLibrary("/stack");
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset bad = hdf.dataset("/bad").orElseThrow();
			Fixture.assertInvalid(file, bad::doubles, "/bad (1, 4, 6)", ".:/wide", "another type");
		}
	}

	@Test
	void dataSetsThatAreMadeOfEachOther() {
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.put("/sound", H5T_STD_U16LE_g(), Layout.contiguous(), frames(1, 3), 1, M, L);
			hdf.virtual("/a", FILL, Slab.all(1, M, L), new Mapping(".", "/b", Slab.all(1, M, L), Slab.all(1, M, L)));
			hdf.virtual("/b", FILL, Slab.all(1, M, L), new Mapping(".", "/a", Slab.all(1, M, L), Slab.all(1, M, L)));
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(3, hdf.dataset("/sound").orElseThrow().doubles()[0]);
			hdf.dataset("/a").ifPresent(a -> Fixture.assertInvalid(file, a::doubles, "made of each other"));
			assertTrue(hdf.dataset("/a").isPresent() || hdf.unreadable().toString().contains("made of each other"));
		}
	}

	/** A virtual data set hides neither its group nor what lies beside it. */
	@Test
	void siblings() throws IOException {
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.group("/entry").put("/entry/before", H5T_STD_U16LE_g(), Layout.contiguous(), frames(1, 7), 1, M, L);
			hdf.virtual("/entry/virtual", FILL, Slab.all(1, M, L),
					new Mapping("gone.h5", "/x", Slab.all(1, M, L), Slab.all(1, M, L)));
			hdf.put("/entry/zoo", H5T_STD_U16LE_g(), Layout.contiguous(), frames(1, 8), 1, M, L);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertEquals(List.of("before", "virtual", "zoo"), hdf.children("/entry"));
			assertEquals(7, hdf.dataset("/entry/before").orElseThrow().doubles()[0]);
			assertEquals(8, hdf.dataset("/entry/zoo").orElseThrow().doubles()[0]);
			assertEquals(FILL, hdf.dataset("/entry/virtual").orElseThrow().doubles()[0]);
		}
		// a list of parts that is damaged
		byte[] bytes = Files.readAllBytes(file);
		int name = indexOf(bytes, "gone.h5");
		bytes[name] ^= 1;
		Files.write(file, bytes);
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertFalse(hdf.dataset("/entry/virtual").isPresent());
			assertTrue(hdf.unreadable().get(0).contains("/entry/virtual cannot be read"), hdf.unreadable().toString());
			assertEquals(8, hdf.dataset("/entry/zoo").orElseThrow().doubles()[0]);
		}
	}

	private static int indexOf(byte[] bytes, String text) {
		int at = 0;
		while (!new String(bytes, at, text.length(), StandardCharsets.ISO_8859_1).equals(text))
			at++;
		return at;
	}

	/** Missing sources are reported with the frames, and their frames are not used. */
	@Test
	void inAScan() {
		source("a.h5", 3, 100, true, true);
		new Fixture().without(Fixture.DATA).write(file);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.virtual("/frames", FILL, Slab.all(5, M, L),
					new Mapping("a.h5", "/entry/data", Slab.all(3, M, L), Slab.from(0, 3, 5, M, L)),
					new Mapping("b.h5", "/entry/data", Slab.all(2, M, L), Slab.from(3, 2, 5, M, L)));
		}
		try (CxiFile cxi = Fixture.open(file, Map.of(CxiItem.DATA, "/frames"))) {
			assertEquals("uint16 (5, 4, 6), 2 frames were missing, their sources are not there: 3-4",
					finding(cxi, CxiItem.DATA).value());
			assertArrayEquals(new int[] { 0, 1, 2 }, cxi.goodFrames());
			assertEquals("missing: the 3 of 5 frames that are there are used",
					finding(cxi, CxiItem.GOOD_FRAMES).value());
			float[] frame = new float[M * L];
			cxi.scan().frames().read(1, 1, frame);
			assertEquals(100 + M * L, frame[0]);
			cxi.scan().frames().read(4, 1, frame);
			assertEquals(FILL, frame[0]);
		}
	}
}
