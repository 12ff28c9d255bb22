// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pxst.processing.config.ProcessRecord;

class ParameterDifferencesTest {
	private static final String LOOP = "pixel_map_from_data";

	private static ProcessRecord run(int number, String step, Map<String, String> parameters) {
		return new ProcessRecord(number, step, "1", "2026-11-23T10:00:0" + number, "", "scan.cxi", "Java", "", parameters);
	}

	private static ParameterDifference difference(String step, String name, String a, String b) {
		return new ParameterDifference(step, name, a, b);
	}

	@Test
	void onlyParametersThatDifferAreListed() {
		List<ParameterDifference> found = ParameterDifferences.of(List.of(run(1, LOOP, Map.of("filter", "1.5", "iterations", "5"))),
				List.of(run(1, LOOP, Map.of("filter", "2", "iterations", "5.0"))));
		assertEquals(List.of(difference(LOOP, "filter", "1.5", "2")), found);
	}

	@Test
	void nothingAndNotRecordedAreTheSame() {
		assertEquals(List.of(),
				ParameterDifferences.of(List.of(run(1, LOOP, Map.of("roi", "None"))), List.of(run(1, LOOP, Map.of()))));
		assertEquals(List.of(difference(LOOP, "roi", "[1, 2]", "not recorded")),
				ParameterDifferences.of(List.of(run(1, LOOP, Map.of("roi", "[1, 2]"))), List.of(run(1, LOOP, Map.of()))));
	}

	@Test
	void stepsThatOnlyOneHasSaySo() {
		ProcessRecord mask = run(1, "make_mask", Map.of("x", "1"));
		assertEquals(List.of(difference("make_mask", "", mask.date(), "not run")),
				ParameterDifferences.of(List.of(mask), List.of()));
	}

	@Test
	void theLastRunOfAStepCounts() {
		List<ProcessRecord> kept = List.of(run(1, LOOP, Map.of("filter", "1")));
		List<ProcessRecord> again = List.of(run(1, LOOP, Map.of("filter", "1")), run(2, LOOP, Map.of("filter", "3")));
		assertEquals(List.of(difference(LOOP, "filter", "1", "3")), ParameterDifferences.of(kept, again));
	}

	@Test
	void runsThatWentOnFromEachOtherAreComparedOneByOne() {
		ProcessRecord first = run(1, LOOP, Map.of("filter", "1", "resume", "False"));
		ProcessRecord more = run(2, LOOP, Map.of("filter", "2", "resume", "True"));
		ProcessRecord other = run(2, LOOP, Map.of("filter", "4", "resume", "True"));
		assertEquals(List.of(difference(LOOP + " (2)", "filter", "2", "4")),
				ParameterDifferences.of(List.of(first, more), List.of(first, other)));
		assertEquals(List.of(difference(LOOP + " (2)", "", "not run", more.date())),
				ParameterDifferences.of(List.of(first), List.of(first, more)));
	}
}
