// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline in a configuration file, with the real services. */
class PipelineTest {
	private static final String STEPS = """
			[make_mask]
			threshold = 4.5
			[make_whitefield]
			[guess_roi]
			[make_mask-advanced]
			""";

	@TempDir
	Path directory;

	@Test
	void itGivesWhatItsStepsGiveOneByOne() throws Exception {
		Path scan = directory.resolve("scan.cxi");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		Path single = Files.copy(scan, directory.resolve("single.cxi"));
		Path config = Files.writeString(directory.resolve("pipeline.ini"), STEPS);
		Run run = Run.pxst("run", scan, "-c", config, "--backend", "java").succeeds();
		assertTrue(run.out().startsWith("pxst: 1 of 3: make_mask\n"), run.out());
		Run.pxst("make_mask", single, "--threshold", "4.5", "--backend", "java").succeeds();
		Run.pxst("make_whitefield", single, "--backend", "java").succeeds();
		Run.pxst("guess_roi", single, "--backend", "java").succeeds();
		String compared = Run.pxst("compare", scan, single).succeeds().out();
		assertTrue(compared.contains(" 0 differ"), compared);
		// what is recorded makes it again
		String again = Run.pxst("rerun", scan, "--backend", "java").succeeds().out();
		assertTrue(again.contains(" 0 differ"), again);
	}

	@Test
	void aMistakeInALaterStepIsToldBeforeTheFirstIsRun() throws Exception {
		Path scan = new TinyScan().write(directory.resolve("scan.cxi"));
		byte[] before = Files.readAllBytes(scan);
		Path config = Files.writeString(directory.resolve("pipeline.ini"), "[make_mask]\n[make_whitefield]\nthreshold = 3\n");
		Run.pxst("run", scan, "-c", config).isBadInput("pipeline.ini, line 3", "threshold");
		assertEquals(before.length, Files.size(scan));
	}
}
