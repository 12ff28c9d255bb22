// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.ui.internal.pipeline.StepStatus.Kind;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Run.State;

class StepStatusesTest {
	private static final Path FILE = Path.of("/scans/scan.cxi");
	private static final Map<String, StepStatus> STORED = Map.of("make_mask", new StepStatus(Kind.DONE, "Made."), "zernike",
			new StepStatus(Kind.STALE, "Phase is newer."));
	private static final String[] STEPS = { "make_mask", "pixel_map_from_data", "zernike" };

	private static Kind kind(String step, Run... runs) {
		return new StepStatuses(STORED, FILE, List.of(runs)).of(step).kind();
	}

	@Test
	void withoutRunsTheFileSays() {
		assertEquals(Kind.DONE, kind("make_mask"));
		assertEquals(Kind.MISSING, kind("pixel_map_from_data"));
		assertEquals(Kind.STALE, kind("zernike"));
	}

	@Test
	void aRunningStepIsBetweenThoseDoneAndThoseThatWait() {
		Run run = FakeRun.of(FILE, State.RUNNING, 1, STEPS);
		assertEquals(Kind.DONE, kind("make_mask", run));
		assertEquals(Kind.RUNNING, kind("pixel_map_from_data", run));
		assertEquals(Kind.WAITING, kind("zernike", run));
		assertEquals("iteration 3", new StepStatuses(STORED, FILE, List.of(run)).of("pixel_map_from_data").detail());
	}

	@Test
	void aFailureIsShownUntilTheStepIsRunAgain() {
		Run failed = FakeRun.of(FILE, State.FAILED, 1, STEPS);
		assertEquals(Kind.FAILED, kind("pixel_map_from_data", failed));
		assertEquals(Kind.STALE, kind("zernike", failed));
		assertEquals(Kind.MISSING, kind("pixel_map_from_data", failed, FakeRun.of(FILE, State.DONE, 0, "pixel_map_from_data")));
		assertEquals(Kind.WAITING, kind("pixel_map_from_data", failed, FakeRun.of(FILE, State.WAITING, -1, "pixel_map_from_data")));
	}

	@Test
	void runsOfOtherScansDoNotMatter() {
		assertEquals(Kind.DONE, kind("make_mask", FakeRun.of(Path.of("/scans/other.cxi"), State.RUNNING, 0, STEPS)));
	}

	@Test
	void aStepThatComesTwiceRuns() {
		Run run = FakeRun.of(FILE, State.RUNNING, 0, "pixel_map_from_data", "pixel_map_from_data");
		assertEquals(Kind.RUNNING, kind("pixel_map_from_data", run));
	}
}
