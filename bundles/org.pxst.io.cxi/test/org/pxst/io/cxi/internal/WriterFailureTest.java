// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;

/** A write that fails leaves nothing of its own behind, and what was there as it was. */
class WriterFailureTest {
	private static final String GROUP = "/speckle_tracking";
	private final NativeCxiWriter writer = new NativeCxiWriter();
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void name() {
		file = directory.resolve("result.cxi");
	}

	private static List<CxiDataset> megabytes(int count) {
		return List.of(CxiDataset.of("small", new double[1000], "", 1000),
				CxiDataset.of("large", new float[count << 18], "", count, 512, 512));
	}

	@Test
	void noSuchDirectory() {
		Path away = directory.resolve("not/there/result.cxi");
		assertInvalid(away, () -> writer.write(away, GROUP, megabytes(1)), "no directory " + away.getParent(),
				"create it");
		assertFalse(Files.exists(away.getParent()));
	}

	@Test
	void aDirectory() {
		assertInvalid(directory, () -> writer.write(directory, GROUP, megabytes(1)), "is a directory");
	}

	@Test
	void aPipeIsNotReplaced() throws IOException, InterruptedException {
		Path pipe = directory.resolve("pipe.cxi");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		assertInvalid(pipe, () -> writer.write(pipe, GROUP, megabytes(1)), "no file that could be replaced");
		assertTrue(Files.readAttributes(pipe, BasicFileAttributes.class).isOther());
		assertEquals(List.of("pipe.cxi"), Fixture.names(directory));
	}

	@Test
	void aDirectoryThatIsAFile() throws IOException {
		Files.createFile(file);
		Path below = file.resolve("result.cxi");
		assertInvalid(below, () -> writer.write(below, GROUP, megabytes(1)), "no directory " + file);
	}

	@Test
	void withoutPermission() throws IOException {
		Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
		try {
			assumeFalse(Files.isWritable(directory), "this user may write everywhere");
			assertInvalid(file, () -> writer.write(file, GROUP, megabytes(1)), "no permission to write in " + directory);
		} finally {
			Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
		}
	}

	@Test
	void writeProtectedFile() throws IOException {
		new Fixture().write(file);
		String before = Fixture.checksum(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
		assumeFalse(Files.isWritable(file), "this user may write everything");
		assertInvalid(file, () -> writer.write(file, GROUP, megabytes(1)), "write-protected");
		assertInvalid(file, () -> writer.addTo(file, GROUP, megabytes(1)), "write-protected");
		assertEquals(before, Fixture.checksum(file));
	}

	@Test
	void anAttributeThatCannotBeWritten() throws IOException {
		new Fixture().write(file);
		String before = Fixture.checksum(file);
		String tooLong = "x".repeat(70000);
		CxiDataset dataset = new CxiDataset("x", new int[0], new int[1], Map.of(tooLong, 1));
		assertInvalid(file, () -> writer.write(file, GROUP, List.of(dataset)), "cannot be written");
		assertInvalid(file, () -> writer.addTo(file, GROUP, List.of(dataset)), "cannot be written");
		assertEquals(before, Fixture.checksum(file));
		assertEquals(List.of("result.cxi"), Fixture.names(directory));
		new Fixture().write(file);
		assertEquals(before, Fixture.checksum(file), "writing works after a failure");
	}

	/** The disk fills up at every stage: in the data, in a later data set, or when the last headers are written. */
	@ParameterizedTest
	@ValueSource(ints = { 4, 12, 64, 1024, 1044, 3000 })
	void diskFull(int kilobytes) throws IOException, InterruptedException {
		try (SmallDisk disk = new SmallDisk(directory.resolve("disk"), kilobytes)) {
			Path onDisk = disk.directory().resolve("result.cxi");
			long free = disk.free();
			long open = openFiles();
			for (int trial = 0; trial < 3; trial++) {
				assertInvalid(onDisk, () -> writer.write(onDisk, GROUP, megabytes(3)), "No space left on device",
						"free some");
				assertEquals(List.of(), Fixture.names(disk.directory()));
				assertEquals(free, disk.free(), "room taken by a file without name");
			}
			assertEquals(open, openFiles(), "files left open");
			assertTrue(file.equals(new Fixture().write(file)), "writing elsewhere works after a failure");
		}
	}

	private static long openFiles() throws IOException {
		Path open = Path.of("/proc/self/fd");
		assumeTrue(Files.isDirectory(open), "the system does not list open files");
		try (Stream<Path> list = Files.list(open)) {
			return list.filter(p -> {
				try {
					return Files.readSymbolicLink(p).toString().contains(".pxst-");
				} catch (IOException e) {
					return false;
				}
			}).count();
		}
	}

	@Test
	void diskFullWhileReplacing() throws IOException, InterruptedException {
		try (SmallDisk disk = new SmallDisk(directory.resolve("disk"), 2048)) {
			Path onDisk = new Fixture().write(disk.directory().resolve("result.cxi"));
			String before = Fixture.checksum(onDisk);
			assertInvalid(onDisk, () -> writer.write(onDisk, GROUP, megabytes(3)), "No space left on device");
			assertEquals(before, Fixture.checksum(onDisk));
			assertEquals(List.of("result.cxi"), Fixture.names(disk.directory()));
			writer.write(onDisk, GROUP, megabytes(1));
			try (CxiFile cxi = Fixture.open(onDisk)) {
				assertEquals(1 << 18, cxi.read(GROUP + "/large").getSize());
			}
		}
	}

	@Test
	void readOnlyDisk() throws IOException, InterruptedException {
		try (SmallDisk disk = new SmallDisk(directory.resolve("disk"), 2048)) {
			Path onDisk = new Fixture().write(disk.directory().resolve("result.cxi"));
			String before = Fixture.checksum(onDisk);
			disk.makeReadOnly();
			Path other = disk.directory().resolve("other.cxi");
			assertInvalid(other, () -> writer.write(other, GROUP, megabytes(1)), "cannot be written");
			assertInvalid(onDisk, () -> writer.addTo(onDisk, GROUP, megabytes(1)));
			assertEquals(before, Fixture.checksum(onDisk));
			assertEquals(List.of("result.cxi"), Fixture.names(disk.directory()));
		}
	}

	@Test
	void addingNeedsRoomForACopy() throws IOException, InterruptedException {
		try (SmallDisk disk = new SmallDisk(directory.resolve("disk"), 4096)) {
			Path onDisk = disk.directory().resolve("scan.cxi");
			writer.write(onDisk, "/entry_1/data_1", List.of(CxiDataset.of("data", new short[1 << 20], "", 16, 256, 256)));
			String before = Fixture.checksum(onDisk);
			assertInvalid(onDisk, () -> writer.addTo(onDisk, GROUP, megabytes(1)),
					"not enough space in " + disk.directory(), "4.2 MB", "2.1 MB");
			assertEquals(before, Fixture.checksum(onDisk));
			assertEquals(List.of("scan.cxi"), Fixture.names(disk.directory()));
			disk.resize(8192);
			writer.addTo(onDisk, GROUP, megabytes(1));
			assertEquals(List.of("scan.cxi"), Fixture.names(disk.directory()));
		}
	}

	@Test
	void aPendingInterruptDoesNotLoseResults() {
		Thread.currentThread().interrupt();
		writer.write(file, GROUP, megabytes(1));
		writer.addTo(file, GROUP, List.of(CxiDataset.of("x", new int[1], "")));
		assertTrue(Thread.interrupted(), "the interrupt is still pending");
		assertTrue(Files.exists(file));
	}
}
