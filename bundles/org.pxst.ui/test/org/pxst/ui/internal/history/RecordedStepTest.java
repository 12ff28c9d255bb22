// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.processing.config.ProcessRecord;

class RecordedStepTest {
	private static RecordedStep step(String configuration) {
		return new RecordedStep("/speckle_tracking", new ProcessRecord(3, "make_mask", "1", "2026-11-23T10:11:12+01:00",
				"pxst make_mask a.cxi", "a.cxi", "Java", configuration, Map.of("threshold", "2.5")));
	}

	@Test
	void givenIsWhatTheConfigurationSays() {
		assertEquals(Map.of("threshold", "2.5", "path", "'/a/b'"), step("[make_mask]\nthreshold = 2.5\npath = '/a/b'\n").given());
		assertEquals(Map.of(), step("this is none").given());
	}

	@Test
	void theDateIsThatOfTheClockThere() {
		assertEquals("2026-11-23 10:11:12", step("").date());
	}

	@Test
	void filtersLookEverywhere() {
		RecordedStep step = step("[make_mask]\n");
		for (String text : new String[] { "", "MASK", "11-23", " java ", "a.cxi", "2.5", "threshold" })
			assertTrue(step.contains(text), text);
		assertFalse(step.contains("phase"));
	}
}
