// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

/** {@code pxst bench} with the real services. */
class BenchTest {
	private static final String NUMBER = "[0-9.]+(e[+-][0-9]+)?";

	@Test
	void everyStepOnEveryBackEndHasALine() throws Exception {
		Run run = Run.pxst("bench", "--json", "--frames", 9, "--rows", 24, "--columns", 32, "--window", "6x4", "--repeats", 1).succeeds();
		List<String> lines = run.out().lines().toList();
		assertEquals("[", lines.get(0));
		assertEquals("]", lines.get(lines.size() - 1));
		assertEquals(1, lines.stream().filter(line -> line.contains("\"step\": \"baseline\", \"backend\": \"opencl\"")).count());
		for (String backEnd : List.of("opencl", "java")) {
			for (String step : List.of("open", "make_mask", "make_whitefield", "make_reference", "fit_whitefield", "calc_error"))
				assertLine(lines, step, backEnd, "null", "null", "null");
			assertLine(lines, "search_pixel_map", backEnd, "\\[6, 4\\]", NUMBER, NUMBER);
			assertLine(lines, "split_half", backEnd, "\\[6, 4\\]", NUMBER, NUMBER);
			assertLine(lines, "search_between_pixels", backEnd, "\\[3, 3\\]", NUMBER, NUMBER);
			assertLine(lines, "refine_pixel_map", backEnd, "null", NUMBER, NUMBER);
			assertLine(lines, "update_translations", backEnd, "null", NUMBER, NUMBER);
			assertLine(lines, "iteration", backEnd, "\\[6, 4\\]", "null", "null");
		}
	}

	private static void assertLine(List<String> lines, String step, String backEnd, String window, String candidates, String ratio) {
		String object = " *\\{\"step\": \"" + step + "\", \"backend\": \"" + backEnd
				+ "\", \"device\": \"[^\"]+\", \"frames\": 9, \"rows\": 24, \"columns\": 32, \"window\": " + window + ", \"seconds\": " + NUMBER
				+ ", \"device_seconds\": (null|" + NUMBER + "), \"gcandidates_per_s\": " + candidates + ", \"ratio_to_baseline\": " + ratio
				+ "\\},?";
		assertTrue(lines.stream().anyMatch(line -> line.matches(object)), () -> object + " is not among " + lines);
	}

	@Test
	void aTableForOneDeviceWithTheBaselineOfTheProcessor() throws Exception {
		Run run = Run.pxst("bench", "--backend", "java", "--frames", 4, "--rows", 16, "--columns", 20, "--repeats", 1).succeeds();
		assertEquals(3 + 2 + 13, run.out().lines().count(), run.out());
		assertTrue(run.out().contains("\njava: Java, ") && run.out().contains("\nbaseline  "), run.out());
	}
}
