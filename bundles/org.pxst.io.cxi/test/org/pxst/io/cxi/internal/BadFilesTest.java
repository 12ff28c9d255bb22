// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5T_STD_U16LE_g;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;
import static org.pxst.io.cxi.internal.Fixture.open;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.Slice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiFile;

/** Files that are no CXI files, or no longer, end with one clear line; and no file is changed by reading it. */
class BadFilesTest {
	@TempDir
	Path directory;
	private Path file;
	/** What {@link #readEverything} read. */
	private float[] last;

	@BeforeEach
	void name() {
		file = directory.resolve("scan.cxi");
	}

	@Test
	void missing() {
		assertInvalid(file, () -> open(file), "no such file");
	}

	@Test
	void directory() {
		assertInvalid(directory, () -> open(directory), "is a directory");
	}

	@Test
	void unreadable() throws IOException {
		new Fixture().write(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
		assumeFalse(Files.isReadable(file), "this user may read everything");
		assertInvalid(file, () -> open(file), "permission");
	}

	@Test
	void empty() throws IOException {
		Files.createFile(file);
		assertInvalid(file, () -> open(file), "is not an HDF5 file", "empty");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 8, 100, 511, 600, 5000 })
	void somethingElse(int length) throws IOException {
		Files.write(file, "I am a text, not a scan. ".repeat(400).substring(0, length).getBytes(StandardCharsets.UTF_8));
		assertInvalid(file, () -> open(file), "is not an HDF5 file");
	}

	@Test
	void cutShortAtEveryLength() throws IOException {
		byte[] whole = Files.readAllBytes(new Fixture().write(file));
		for (int length = 8; length < whole.length; length += length < 2100 ? 1 : 97) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertInvalid(file, () -> open(file), "is cut short", "copy the file again");
		}
	}

	/** A file whose header does not know its length (a writer is still at it) ends in the middle of the frames. */
	@Test
	void framesCutShort() throws IOException {
		new Fixture().write(file);
		byte[] whole = Files.readAllBytes(file);
		for (int k = 40; k < 48; k++)
			whole[k] = -1;
		int failed = 0;
		int trials = 0;
		for (int length = 96; length < whole.length; length += 53) {
			Files.write(file, Arrays.copyOf(whole, length));
			trials++;
			if (readEverything())
				failed++;
			else
				for (int k = 0; k < last.length; k++)
					assertEquals((60000 + k) & 0xffff, last[k], "cut at " + length);
		}
		// the last bytes of the file may be unused, all others are needed
		assertTrue(failed > 0.8 * trials, failed + " of " + trials);
	}

	/** Reads all there is; true when that failed with the right exception. */
	private boolean readEverything() {
		try (CxiFile cxi = open(file)) {
			FrameSource frames = cxi.scan().frames();
			float[] values = new float[frames.frames() * frames.rows() * frames.columns()];
			frames.read(0, frames.frames(), values);
			last = values;
			return false;
		} catch (InvalidDataException e) {
			assertEquals(1, e.getMessage().lines().count(), e.getMessage());
			assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
			return true;
		}
	}

	@Test
	void theLastFramesAreMissing() throws IOException {
		Path raw = directory.resolve("raw.h5");
		byte[] frames = new byte[2 * 5 * 64 * 64];
		try (NativeFixture hdf = new NativeFixture(raw)) {
			hdf.put("/stack", H5T_STD_U16LE_g(), NativeFixture.Layout.contiguous(), frames, 5, 64, 64);
		}
		try (RandomAccessFile bytes = new RandomAccessFile(raw.toFile(), "rw")) {
			bytes.seek(40);
			bytes.writeLong(-1);
			bytes.setLength(bytes.length() - 3 * 64 * 64);
		}
		try (CxiFile cxi = open(raw)) {
			assertEquals(64 * 64, cxi.frames().getSlice(new Slice(2, 3)).getSize());
			assertInvalid(raw, () -> cxi.frames().getSlice(), "/stack (5, 64, 64)", "the file ends at byte");
		} catch (DatasetException e) {
			fail(e);
		}
	}

	/** Whatever bytes are damaged: a clear exception or some numbers, never anything else. */
	@Test
	void damagedBytes() throws IOException {
		byte[] whole = Files.readAllBytes(new Fixture().write(file));
		Random random = new Random(3);
		for (int trial = 0; trial < 120; trial++) {
			byte[] damaged = whole.clone();
			for (int k = 0; k < 20; k++)
				damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt(256);
			Files.write(file, damaged);
			readEverything();
		}
		assertEquals(whole.length, Files.size(file));
	}

	@Test
	void readingChangesNothing() throws IOException {
		String before = Fixture.checksum(new Fixture().write(file));
		FileTime time = Files.getLastModifiedTime(file);
		readEverything();
		assertEquals(before, Fixture.checksum(file));
		assertEquals(time, Files.getLastModifiedTime(file));
	}
}
