// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5S_UNLIMITED;
import static org.bytedeco.hdf5.global.hdf5.H5T_IEEE_F32LE_g;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.assertProblem;
import static org.pxst.io.cxi.internal.Fixture.finding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.NativeFixture.Layout;

/** Frames that were never written have the fill value, are reported, and are not used unless the file says so. */
class MissingFramesTest {
	private static final int N = 12;
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	/** Writes all frames but 5, 9 and 10, and of frame 2 the first half. */
	private void write(boolean latest, boolean growing, boolean deflated) {
		byte[] fill = NativeFixture.bytes(4, b -> b.putFloat(3.5f));
		Layout layout = Layout.chunked(1, 2, 8).filledWith(fill);
		long[] largest = { growing ? H5S_UNLIMITED : N, 4, 8 };
		try (NativeFixture hdf = new NativeFixture(file, latest, 0)) {
			hdf.createGrowing("/stack", H5T_IEEE_F32LE_g(), deflated ? layout.deflated() : layout, largest, N, 4, 8);
			for (int n = 0; n < N; n++) {
				int frame = n;
				int rows = n == 2 ? 2 : 4;
				if (n != 5 && n != 9 && n != 10)
					hdf.fill("/stack", new long[] { n, 0, 0 }, new long[] { 1, rows, 8 },
							NativeFixture.bytes(4 * rows * 8, b -> {
								while (b.hasRemaining())
									b.putFloat(frame);
							}));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7 })
	void reportedAndLeftOut(int kind) {
		write((kind & 1) != 0, (kind & 2) != 0, (kind & 4) != 0);
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals("float32 (12, 4, 8), 3 frames were never written: 5, 9-10, 1 frame was written only in part: 2, "
					+ "a guess: the only stack of images in the file", finding(cxi, CxiItem.DATA).value());
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4, 6, 7, 8, 11 }, cxi.goodFrames());
			assertEquals("missing: the 9 of 12 frames that are there are used",
					finding(cxi, CxiItem.GOOD_FRAMES).value());
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			double[] values = hdf.dataset("/stack").orElseThrow().doubles();
			for (int n = 0; n < N; n++) {
				boolean missing = n == 5 || n == 9 || n == 10;
				assertEquals(missing ? 3.5 : n, values[n * 32]);
				assertEquals(missing || n == 2 ? 3.5 : n, values[n * 32 + 31]);
			}
		}
	}

	/** What the file says to use is used. */
	@Test
	void aSelectionInTheFileCounts() {
		write(true, true, true);
		try (NativeFixture hdf = NativeFixture.reopen(file)) {
			hdf.put("/mine", H5T_STD_U16LE_g(), Layout.contiguous(),
					NativeFixture.bytes(6, b -> b.putShort((short) 4).putShort((short) 5).putShort((short) 6)), 3);
		}
		try (CxiFile cxi = Fixture.open(file, Map.of(CxiItem.GOOD_FRAMES, "/mine"))) {
			assertArrayEquals(new int[] { 4, 5, 6 }, cxi.goodFrames());
		}
		try (CxiFile cxi = Fixture.open(file, Map.of(CxiItem.GOOD_FRAMES, "none"))) {
			assertEquals(9, cxi.goodFrames().length);
		}
	}

	@Test
	void allFramesAreThere() {
		new Fixture().write(file);
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals("uint16 (5, 6, 8)", finding(cxi, CxiItem.DATA).value());
			assertArrayEquals(new int[] { 0, 1, 2, 3, 4 }, cxi.goodFrames());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void nothingWasWritten(boolean chunked) {
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.create("/stack", H5T_STD_U16LE_g(), chunked ? Layout.chunked(2, 4, 8) : Layout.contiguous(), 5, 4, 8);
		}
		assertProblem(file, CxiItem.DATA, "/stack (5, 4, 8) holds no frames: none was ever written");
	}

	/** It takes the index of the chunks to know, and none of the chunks. */
	@Test
	void noDataAreRead() throws IOException {
		long address;
		try (NativeFixture hdf = new NativeFixture(file)) {
			hdf.create("/stack", H5T_STD_U16LE_g(), Layout.chunked(1, 512, 512), 5, 512, 512).fill("/stack",
					new long[] { 1, 0, 0 }, new long[] { 3, 512, 512 }, new byte[2 * 3 * 512 * 512]);
			address = hdf.chunkAddress("/stack", 1);
		}
		CountedBytes bytes = new CountedBytes(Hdf5Header.open(file));
		try (Hdf5File hdf = new Hdf5File(file, bytes)) {
			Gaps gaps = hdf.dataset("/stack").orElseThrow().gaps();
			assertEquals("0, 4", Gaps.text(gaps.whole()));
			assertEquals(0, bytes.readBetween(address, address + 2 * 512 * 512));
			assertTrue(bytes.read() < 100_000, bytes.read() + " bytes were read");
		}
		assertTrue(bytes.isClosed());
	}

	@Test
	void longListsAreCutShort() {
		BitSet indices = new BitSet();
		IntStream.range(0, 40).filter(n -> n % 3 == 0).forEach(indices::set);
		assertEquals("0, 3, 6, 9, 12, 15, 18, 21, ...", Gaps.text(indices));
		indices.set(0, 40);
		assertEquals("0-39", Gaps.text(indices));
		assertEquals("", Gaps.text(new BitSet()));
	}
}
