// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds pages of help by words. Immutable. */
final class HelpSearch {
	private static final int TITLE_WEIGHT = 100;

	private final Map<String, HelpText> pages;

	/** @param pages by name, in the order of the contents */
	HelpSearch(Map<String, HelpText> pages) {
		this.pages = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(pages));
	}

	/**
	 * A page that was found.
	 *
	 * @param page  its name
	 * @param title its title
	 * @param score how often the words are on it; words in the title count more
	 */
	record Hit(String page, String title, int score) {
	}

	/** The pages that have all words or beginnings of words, best first; none for no words. */
	List<Hit> find(String words) {
		List<String> wanted = words(words);
		List<Hit> hits = new ArrayList<>();
		if (!wanted.isEmpty())
			pages.forEach((name, page) -> {
				int score = score(page, wanted);
				if (score > 0)
					hits.add(new Hit(name, page.title(), score));
			});
		// a stable sort: among equals, the order of the contents
		hits.sort(Comparator.comparingInt(Hit::score).reversed());
		return hits;
	}

	private static int score(HelpText page, List<String> wanted) {
		List<String> title = words(page.title());
		List<String> text = words(page.text());
		int score = 0;
		for (String word : wanted) {
			int found = count(text, word);
			if (found == 0)
				return 0;
			score += found + TITLE_WEIGHT * count(title, word);
		}
		return score;
	}

	private static int count(List<String> words, String beginning) {
		return (int) words.stream().filter(word -> word.startsWith(beginning)).count();
	}

	/** Names as calc_error count as one word, and as its parts. */
	private static List<String> words(String text) {
		List<String> words = new ArrayList<>();
		for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+")) {
			if (word.isEmpty())
				continue;
			words.add(word);
			for (int part = word.indexOf('_'); part >= 0; part = word.indexOf('_', part + 1))
				words.add(word.substring(part + 1));
		}
		return words;
	}
}
