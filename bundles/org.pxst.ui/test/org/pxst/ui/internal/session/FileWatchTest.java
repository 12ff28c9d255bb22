// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.session.FileWatch.Action;

class FileWatchTest {
	private final FileWatch watch = new FileWatch();
	private long now = 1;

	private static Optional<FileStamp> stamp(long size) {
		return Optional.of(new FileStamp(size, FileTime.fromMillis(1000), "inode 1", true, false));
	}

	private static Optional<FileStamp> journal(long size) {
		return Optional.of(new FileStamp(size, FileTime.fromMillis(1000), "inode 1", true, true));
	}

	private Action after(Duration time, Optional<FileStamp> stamp) {
		now += time.toNanos();
		return watch.look(stamp, now);
	}

	@Test
	void opensAChangedFileWhenItIsQuiet() {
		watch.opened(stamp(1));
		assertEquals(Action.NOTHING, after(Duration.ofSeconds(1), stamp(1)));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), stamp(2)));
		assertEquals(Action.WAIT, after(FileWatch.QUIET.minusMillis(1), stamp(2)));
		assertEquals(Action.OPEN, after(Duration.ofMillis(1), stamp(2)));
		watch.opened(stamp(2));
		assertEquals(Action.NOTHING, after(Duration.ofSeconds(1), stamp(2)));
	}

	@Test
	void opensAFileNowAndThenThatNeverIsQuiet() {
		watch.opened(stamp(1));
		int opened = 0;
		for (int k = 0; k < 100; k++)
			if (after(Duration.ofMillis(100), stamp(2 + k)) == Action.OPEN)
				opened++;
		assertEquals(3, opened);
	}

	@Test
	void waitsForTheEndOfAWriteByPxst() {
		watch.opened(stamp(1));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), journal(1)));
		assertEquals(Action.WAIT, after(FileWatch.JOURNAL.minusMillis(1), journal(1)));
		assertEquals(Action.WAIT, after(Duration.ofMillis(1), stamp(2)));
		assertEquals(Action.OPEN, after(FileWatch.QUIET, stamp(2)));
	}

	@Test
	void doesNotWaitForAWriteThatWasInterrupted() {
		watch.opened(stamp(1));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), journal(1)));
		assertEquals(Action.OPEN, after(FileWatch.JOURNAL, journal(1)));
		watch.opened(journal(1));
		assertEquals(Action.NOTHING, after(Duration.ofSeconds(1), journal(1)));
	}

	@Test
	void aShortGapIsNoLoss() {
		watch.opened(stamp(1));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), Optional.empty()));
		assertEquals(Action.WAIT, after(Duration.ofMillis(100), stamp(2)));
		assertEquals(Action.OPEN, after(FileWatch.QUIET, stamp(2)));
	}

	@Test
	void tellsOnceThatAFileIsGoneAndOpensItWhenItIsBackUnchanged() {
		watch.opened(stamp(1));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), Optional.empty()));
		assertEquals(Action.GONE, after(FileWatch.GONE, Optional.empty()));
		assertEquals(Action.NOTHING, after(FileWatch.GONE, Optional.empty()));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), stamp(1)));
		assertEquals(Action.OPEN, after(FileWatch.QUIET, stamp(1)));
	}

	@Test
	void aFileThatFailsWhileItIsWrittenIsNotBroken() {
		long justNow = 1500;
		assertFalse(watch.failed(stamp(1), now, justNow));
		now += FileWatch.PATIENCE.toNanos() - 1;
		assertFalse(watch.failed(stamp(1), now, justNow));
		assertEquals(Action.OPEN, watch.look(stamp(1), now), "it is tried again");
		now += 1;
		assertTrue(watch.failed(stamp(1), now, justNow));
		assertEquals(Action.NOTHING, watch.look(stamp(1), now));
	}

	@Test
	void anOldFileThatFailsIsBrokenAtOnceAndTriedAgainLater() {
		assertTrue(watch.failed(stamp(1), now, 1000 + FileWatch.PATIENCE.toMillis()));
		assertEquals(Action.NOTHING, after(Duration.ofSeconds(1), stamp(1)));
		assertEquals(Action.OPEN, after(FileWatch.RETRY, stamp(1)));
	}

	@Test
	void aFileThatNeverWasIsOpenedWhenItAppears() {
		assertTrue(watch.failed(Optional.empty(), now, 0));
		assertEquals(Action.NOTHING, after(Duration.ofSeconds(5), Optional.empty()));
		assertEquals(Action.WAIT, after(Duration.ofSeconds(1), stamp(1)));
		assertEquals(Action.OPEN, after(FileWatch.QUIET, stamp(1)));
	}
}
