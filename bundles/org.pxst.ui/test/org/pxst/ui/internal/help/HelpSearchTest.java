// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class HelpSearchTest {
	private final HelpSearch search = search();

	private static HelpSearch search() {
		Map<String, HelpText> pages = new LinkedHashMap<>();
		pages.put("general", HelpText.of("# First steps\n\nOpen a scan. The phase is in another view; the phase, mind."));
		pages.put("phase", HelpText.of("# Phase\n\nThe wavefront, by `calculate_phase`."));
		pages.put("focus", HelpText.of("# Focus profile\n\nThe wavefront near the focus."));
		return new HelpSearch(pages);
	}

	private List<String> found(String words) {
		return search.find(words).stream().map(HelpSearch.Hit::page).toList();
	}

	@Test
	void aTitleCountsMoreThanTheText() {
		assertEquals(List.of("phase", "general"), found("phase"));
	}

	@Test
	void allWordsMustBeThere() {
		assertEquals(List.of("focus"), found("Wavefront FOCUS"));
		assertEquals(List.of(), found("wavefront zernike"));
	}

	@Test
	void beginningsOfWordsAndPartsOfNamesAreFound() {
		assertEquals(List.of("focus"), found("prof"));
		assertEquals(List.of("phase"), found("calculate_phase"));
		assertEquals(List.of("phase"), found("calc"));
		assertEquals(List.of(), found("rofile"));
	}

	@Test
	void nothingIsFoundForNothing() {
		assertEquals(List.of(), found(" ,. "));
	}

	@Test
	void amongEqualsTheOrderIsThatOfTheContents() {
		assertEquals(List.of("phase", "focus"), found("wavefront"));
	}
}
