// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.pipeline.FakeRun;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;

class FollowedRunTest {
	private static final Path FIRST = Path.of("/scans/first.cxi");
	private static final Path SECOND = Path.of("/scans/second.cxi");

	private static Run run(Path file, State state) {
		return FakeRun.of(file, state, 0, "pixel_map_from_data");
	}

	private static Optional<Run> followed(Path current, Run... runs) {
		return FollowedRun.of(List.of(runs), run -> run.state() != State.WAITING, Optional.ofNullable(current));
	}

	@Test
	void whatGoesOnIsFollowed() {
		Run running = run(FIRST, State.RUNNING);
		assertEquals(Optional.of(running), followed(SECOND, run(SECOND, State.DONE), running, run(SECOND, State.WAITING)));
	}

	@Test
	void theNewestRunOfTheCurrentScanIsFollowedElse() {
		Run failed = run(FIRST, State.FAILED);
		assertEquals(Optional.of(failed), followed(FIRST, run(FIRST, State.DONE), failed, run(SECOND, State.DONE)));
	}

	@Test
	void withoutACurrentScanTheNewestOneIsFollowed() {
		Run newest = run(SECOND, State.CANCELLED);
		assertEquals(Optional.of(newest), followed(null, run(FIRST, State.DONE), newest));
		assertEquals(Optional.empty(), followed(FIRST));
		assertEquals(Optional.empty(), followed(FIRST, newest), "what ran elsewhere says nothing about this one");
	}
}
