// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiRecovery;
import org.pxst.io.cxi.CxiRecovery.Outcome;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.pxst.io.cxi.internal.journal.Recovery;
import org.pxst.io.cxi.internal.journal.SystemDisk;
import org.pxst.io.cxi.internal.journal.WriteLock.Locks;

/** What happens to a file with the journal of an interrupted write beside it. */
class RecoveryTest {
	private final NativeCxiWriter writer = new NativeCxiWriter(LocalSkeleton::start);
	@TempDir
	Path directory;
	private Path file;
	private Path journal;
	private byte[] before;
	private byte[] after;

	/** A file whose write was interrupted after the journal was there and nothing else. */
	@BeforeEach
	void interrupt() throws IOException {
		Path original = new Fixture().write(Files.createDirectory(directory.resolve("original")).resolve("scan.cxi"));
		long operations = PowerLossCase.operations(original, 1);
		for (long k = 1; k <= operations && journal == null; k++) {
			Path left = directory.resolve(Long.toString(k));
			PowerLossCase.run(original, 1, k, new Random(1) {
				@Override
				public int nextInt(int bound) {
					// everything that was written has happened
					return bound - 1;
				}
			}, left);
			if (Files.exists(left.resolve("scan.cxi.pxst-journal"))) {
				file = left.resolve("scan.cxi");
				journal = left.resolve("scan.cxi.pxst-journal");
			}
		}
		before = Files.readAllBytes(original);
		assertArrayEquals(before, Files.readAllBytes(file));
		writer.addTo(original, Stamped.GROUP, Stamped.results(1));
		after = Files.readAllBytes(original);
	}

	private void assertOutcome(Outcome expected, boolean force, String... parts) throws IOException {
		CxiRecovery recovery = writer.recover(file, force);
		assertEquals(expected, recovery.outcome(), recovery.text());
		for (String part : parts)
			assertTrue(recovery.text().contains(part), recovery.text());
		assertArrayEquals(expected == Outcome.COMPLETED ? after : null,
				expected == Outcome.COMPLETED ? Files.readAllBytes(file) : null);
		assertEquals(expected != Outcome.COMPLETED, Files.exists(journal));
	}

	@Test
	void isCompleted() throws IOException {
		assertOutcome(Outcome.COMPLETED, false, "completed");
		assertEquals(Outcome.NOTHING_TO_DO, writer.recover(file, false).outcome());
		assertEquals(List.of("scan.cxi"), Fixture.names(file.getParent()));
	}

	@Test
	void isCompletedByTheNextWriter() throws IOException {
		try (CxiClaim claim = writer.claim(file)) {
			assertArrayEquals(after, Files.readAllBytes(file));
			claim.add(Stamped.GROUP, Stamped.results(2));
		}
		assertEquals(List.of("scan.cxi"), Fixture.names(file.getParent()));
	}

	@Test
	void leftoversAreRemoved() throws IOException {
		Files.delete(journal);
		Files.writeString(file.resolveSibling(".scan.cxi.pxst-update-17.tmp"), "skeleton");
		Path others = Files.writeString(file.resolveSibling(".scan.cxi.pxst-18.tmp"), "somebody's output");
		assertEquals(Outcome.DISCARDED, writer.recover(file, false).outcome());
		assertEquals(List.of(others.getFileName().toString(), "scan.cxi"), Fixture.names(file.getParent()));
		assertArrayEquals(before, Files.readAllBytes(file));
	}

	/** Somebody wrote to it: only by force, and only if what matters is the same. */
	@Test
	void anotherTime() throws IOException {
		Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
		assertOutcome(Outcome.REFUSED, false, "2023-11-14", "--force");
		assertArrayEquals(before, Files.readAllBytes(file));
		assertThrows(InvalidDataException.class, () -> writer.claim(file));
		assertOutcome(Outcome.COMPLETED, true);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void otherBytes(boolean force) throws IOException {
		FileTime time = Files.getLastModifiedTime(file);
		try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
			// in the superblock
			bytes.seek(20);
			bytes.write(99);
		}
		Files.setLastModifiedTime(file, time);
		byte[] changed = Files.readAllBytes(file);
		assertOutcome(Outcome.REFUSED, force, "byte 20");
		assertArrayEquals(changed, Files.readAllBytes(file));
	}

	@Test
	void anotherLength() throws IOException {
		FileTime time = Files.getLastModifiedTime(file);
		Files.write(file, new byte[5], StandardOpenOption.APPEND);
		Files.setLastModifiedTime(file, time);
		assertOutcome(Outcome.REFUSED, true, "bytes long");
		assertEquals(before.length + 5, Files.size(file));
	}

	/** A journal that is not whole is never carried out. */
	@Test
	void damagedJournal() throws IOException {
		byte[] sound = Files.readAllBytes(journal);
		Random random = new Random(3);
		for (int round = 0; round < 200; round++) {
			byte[] damaged = sound.clone();
			if (round % 2 == 0)
				damaged = Arrays.copyOf(damaged, random.nextInt(damaged.length));
			else
				// the last two bytes are marks, which may change
				damaged[random.nextInt(damaged.length - 2)] ^= 1 << random.nextInt(8);
			Files.write(journal, damaged);
			CxiRecovery recovery = writer.recover(file, true);
			assertEquals(Outcome.REFUSED, recovery.outcome(), recovery.text());
			assertTrue(recovery.text().contains("remove " + journal), recovery.text());
			assertArrayEquals(before, Files.readAllBytes(file));
		}
	}

	/** Who may not complete the write sees the file as it will be. */
	@Test
	void isShownAsItWillBe() throws IOException {
		Locks busy = channel -> null;
		try (FileBytes shown = new Recovery(new SystemDisk(), busy).open(file)) {
			assertEquals(after.length, shown.length());
			Random random = new Random(5);
			for (int round = 0; round < 2000; round++) {
				int from = random.nextInt(after.length);
				int count = 1 + random.nextInt(Math.min(round < 1000 ? 50 : 30_000, after.length - from));
				ByteBuffer bytes = ByteBuffer.allocateDirect(count + 3).position(2).limit(count + 2);
				shown.read(from, bytes);
				assertFalse(bytes.hasRemaining());
				byte[] read = new byte[count];
				bytes.position(2).get(read);
				assertArrayEquals(Arrays.copyOfRange(after, from, from + count), read);
			}
			assertThrows(EOFException.class, () -> shown.read(after.length - 1, ByteBuffer.allocate(2)));
		}
		assertArrayEquals(before, Files.readAllBytes(file));
		assertTrue(Files.exists(journal));
	}

	@Test
	void aClaimedFileIsLeftToItsHolder() throws IOException {
		Path free = new Fixture().write(directory.resolve("free.cxi"));
		try (CxiClaim claim = writer.claim(free)) {
			assertThrows(FileInUseException.class, () -> writer.recover(free, false));
			assertThrows(FileInUseException.class, () -> writer.claim(free));
			claim.add(Stamped.GROUP, Stamped.results(1));
			claim.add(Stamped.GROUP, Stamped.results(2));
		}
		writer.claim(free).close();
	}
}
