// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names of parameters in words. */
final class ParameterLabel {
	/** What is short in the names. */
	private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("roi", "region of interest"),
			Map.entry("dss", "reference pixel (slow scan)"), Map.entry("dfs", "reference pixel (fast scan)"),
			Map.entry("n0", "reference origin (slow scan)"), Map.entry("m0", "reference origin (fast scan)"),
			Map.entry("ss", "(slow scan)"), Map.entry("fs", "(fast scan)"), Map.entry("bd", "beta/delta"),
			Map.entry("rad", "radius"), Map.entry("tol", "tolerance"), Map.entry("maxiters", "iterations"),
			Map.entry("pix", "pixels"));

	private ParameterLabel() {
	}

	/** "search_window" is "Search window". */
	static String of(String name) {
		String words = Arrays.stream(name.split("_")).map(word -> WORDS.getOrDefault(word, word)).collect(Collectors.joining(" "));
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}
}
