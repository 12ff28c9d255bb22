// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5S_UNLIMITED;
import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.internal.NativeFixture.Layout;
import org.pxst.io.cxi.internal.NativeFixture.Mapping;
import org.pxst.io.cxi.internal.NativeFixture.Slab;

import io.jhdf.checksum.ChecksumUtils;

/** Whatever the bytes of a file are: one clear line or a result, soon, and in little memory. */
class HostileFilesTest {
	/** A file takes a few milliseconds; only a reader that is caught in it for ever takes this long. */
	private static final Duration LONGEST = Duration.ofMinutes(2);
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	/** A file with every kind of layout, index and link. */
	private byte[] specimen(int superblock) throws IOException {
		Path specimen = directory.resolve("specimen.h5");
		byte[] frames = NativeFixture.bytes(2 * 5 * 4 * 6, b -> {
			while (b.hasRemaining())
				b.putShort((short) b.position());
		});
		long[] frame = { 1, 4, 6 };
		long[] growing = { H5S_UNLIMITED, 4, 6 };
		try (NativeFixture hdf = new NativeFixture(specimen, superblock, 0)) {
			hdf.put("/entry/contiguous", H5T_STD_U16LE_g(), Layout.contiguous(), frames, 5, 4, 6);
			hdf.put("/entry/header", H5T_STD_U16LE_g(), Layout.contiguous().inHeader(), frames, 5, 4, 6);
			hdf.put("/entry/fixed", H5T_STD_U16LE_g(), Layout.chunked(frame), frames, 5, 4, 6);
			hdf.put("/entry/single", H5T_STD_U16LE_g(), Layout.chunked(5, 4, 6).deflated(), frames, 5, 4, 6);
			hdf.createGrowing("/entry/growing", H5T_STD_U16LE_g(), Layout.chunked(frame).deflated(), growing, 5, 4, 6)
					.fill("/entry/growing", new long[3], new long[] { 5, 4, 6 }, frames);
			hdf.createGrowing("/entry/tree", H5T_STD_U16LE_g(), Layout.chunked(frame),
					new long[] { H5S_UNLIMITED, H5S_UNLIMITED, 6 }, 5, 4, 6)
					.fill("/entry/tree", new long[3], new long[] { 5, 4, 6 }, frames);
			hdf.virtual("/entry/virtual", 9, Slab.all(5, 4, 6),
					new Mapping(".", "/entry/fixed", Slab.from(0, 3, 5, 4, 6), Slab.from(2, 3, 5, 4, 6)));
			hdf.soft("/entry/fixed", "/soft").external("scan.cxi", "/entry/tree", "/external").hard("/entry", "/again");
			for (int k = 0; k < 12; k++)
				hdf.soft("nowhere", "/entry/link_" + k);
		}
		return Files.readAllBytes(specimen);
	}

	/** Reads all there is; gives the number of data sets that could be read. */
	private int readAll() {
		return Assertions.assertTimeoutPreemptively(LONGEST, () -> {
			int read = 0;
			try (CxiFile cxi = Fixture.open(file)) {
				assertFalse(cxi.findings().isEmpty());
			} catch (InvalidDataException e) {
				assertLine(e);
				return 0;
			}
			try (Hdf5File hdf = new Hdf5File(file)) {
				for (String name : new String[] { "/entry/contiguous", "/entry/header", "/entry/fixed", "/entry/single",
						"/entry/growing", "/entry/tree", "/entry/virtual", "/soft", "/external", "/again/fixed" })
					try {
						if (hdf.dataset(name).isPresent()) {
							StoredDataset dataset = hdf.dataset(name).get();
							dataset.gaps();
							if (dataset.type().isPresent())
								dataset.doubles();
							else
								dataset.toDataset();
							read++;
						}
					} catch (InvalidDataException e) {
						assertLine(e);
					}
				for (String line : hdf.unreadable())
					assertEquals(1, line.lines().count(), line);
			}
			return read;
		});
	}

	private void assertLine(InvalidDataException e) {
		assertEquals(1, e.getMessage().lines().count(), e.getMessage());
		assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
		assertFalse(e.getMessage().contains("Exception"), e.getMessage());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 3 })
	void soundFilesAreReadWhole(int superblock) throws IOException {
		Files.write(file, specimen(superblock));
		assertEquals(10, readAll());
	}

	/** Files that are cut short, whose header does not know their length. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 3 })
	void cutShort(int superblock) throws IOException {
		byte[] whole = specimen(superblock);
		for (int length = 0; length < whole.length; length += 64) {
			Files.write(file, Arrays.copyOf(whole, length));
			readAll();
		}
		int at = superblock == 0 ? 40 : 28;
		byte[] endless = whole.clone();
		Arrays.fill(endless, at, at + 8, (byte) -1);
		if (superblock > 0)
			putChecksum(endless, 0, 44);
		int most = 0;
		for (int length = 64; length < whole.length; length += 64) {
			Files.write(file, Arrays.copyOf(endless, length));
			most = Math.max(most, readAll());
		}
		assertTrue(most > 0, "nothing could be read of any of them");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3 })
	void damagedBytes(int superblock) throws IOException {
		byte[] whole = specimen(superblock);
		Random random = new Random(17);
		int sound = 0;
		for (int trial = 0; trial < 400; trial++) {
			byte[] damaged = whole.clone();
			for (int k = 0; k <= trial % 8; k++) {
				int at = 8 + random.nextInt(damaged.length - 8);
				// sizes and addresses like these are the worst
				int[] values = { 0, 255, 127, 128, 1, random.nextInt(256) };
				int length = 1 << random.nextInt(4);
				Arrays.fill(damaged, at, Math.min(damaged.length, at + length), (byte) values[random.nextInt(6)]);
			}
			Files.write(file, damaged);
			sound += readAll();
		}
		assertTrue(sound > 400, sound + " data sets could be read");
	}

	/** Damage that the checksums of the newer format do not show, as somebody would make it who means harm. */
	@Test
	void damagedBytesWithTheRightChecksums() throws IOException {
		byte[] whole = specimen(3);
		Random random = new Random(23);
		int sound = 0;
		for (int trial = 0; trial < 400; trial++) {
			byte[] damaged = whole.clone();
			int[] header = headers(whole);
			int k = 2 * random.nextInt(header.length / 2);
			int at = header[k] + 5 + random.nextInt(header[k + 1] - header[k] - 5);
			damaged[at] = (byte) (trial % 3 == 0 ? 255 : random.nextInt(256));
			putChecksum(damaged, header[k], header[k + 1]);
			Files.write(file, damaged);
			sound += readAll();
		}
		assertTrue(sound > 400, sound + " data sets could be read");
	}

	/** Beginning of each object header of version 2 and of its checksum. */
	private static int[] headers(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		int[] found = new int[0];
		for (int at = 0; at + 40 < bytes.length; at++)
			if (buffer.getInt(at) == 0x5244484f) {
				int flags = bytes[at + 5];
				int sizeAt = at + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
				int sizeBytes = 1 << (flags & 3);
				int size = sizeBytes == 1 ? bytes[sizeAt] & 0xff : buffer.getShort(sizeAt) & 0xffff;
				found = Arrays.copyOf(found, found.length + 2);
				found[found.length - 2] = at;
				found[found.length - 1] = sizeAt + sizeBytes + size;
			}
		return found;
	}

	private static void putChecksum(byte[] bytes, int from, int to) {
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(to,
				ChecksumUtils.checksum(Arrays.copyOfRange(bytes, from, to)));
	}

	/** Shapes and chunks that no memory could hold are refused before any memory is asked for. */
	@Test
	void enormousSizes() {
		byte[] fill = NativeFixture.bytes(2, b -> b.putShort((short) 3));
		try (NativeFixture hdf = new NativeFixture(file, true, 0)) {
			hdf.create("/sparse", H5T_STD_U16LE_g(), Layout.chunked(1, 1 << 15, 1 << 15).filledWith(fill), 1L << 30, 1 << 15,
					1 << 15);
			hdf.create("/chunk", H5T_STD_U16LE_g(), Layout.chunked(1, 1 << 15, 1 << 15).deflated(), 4, 1 << 15, 1 << 15);
		}
		try (Hdf5File hdf = new Hdf5File(file)) {
			StoredDataset sparse = hdf.dataset("/sparse").orElseThrow();
			Fixture.assertInvalid(file, sparse::doubles, "/sparse", "too large to be read in one piece");
			Fixture.assertInvalid(file, sparse::gaps, "/sparse", "more than");
			assertEquals(3, sparse.read(new long[] { (1L << 30) - 1, 7, 7 }, new int[] { 1, 1, 1 }).getShort());
			StoredDataset chunk = hdf.dataset("/chunk").orElseThrow();
			Fixture.assertInvalid(file, () -> chunk.read(new long[3], new int[] { 1, 1, 1 }), "/chunk",
					"chunks of 2147483648 bytes are too large");
		}
		try (CxiFile cxi = Fixture.open(file)) {
			Fixture.assertInvalid(file, cxi::scan);
		}
	}
}
