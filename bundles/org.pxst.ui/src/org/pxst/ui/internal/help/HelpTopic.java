// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IToc;
import org.eclipse.help.ITopic;

/**
 * An entry of the table of contents. Immutable.
 *
 * @param label  what it is called
 * @param page   name of its page; empty for one that only groups others
 * @param topics the entries below it
 */
record HelpTopic(String label, Optional<String> page, List<HelpTopic> topics) {
	/** Where our pages are in the bundle. */
	static final String FOLDER = "help/";
	private static final String BUNDLE = "/org.pxst.ui/";

	/** Reads our table of contents from the help system; for a background thread. */
	static List<HelpTopic> contents() {
		List<HelpTopic> ours = new ArrayList<>();
		for (IToc toc : HelpSystem.getTocs())
			if (toc.getHref().startsWith(BUNDLE))
				Arrays.stream(toc.getTopics()).map(HelpTopic::of).forEach(ours::add);
		return List.copyOf(ours);
	}

	private static HelpTopic of(ITopic topic) {
		return new HelpTopic(topic.getLabel(), page(topic.getHref()), Arrays.stream(topic.getSubtopics()).map(HelpTopic::of).toList());
	}

	/**
	 * Name of the page that an address in the help system stands for.
	 *
	 * @param href /org.pxst.ui/help/NAME.html, or null
	 */
	static Optional<String> page(String href) {
		String start = BUNDLE + FOLDER;
		if (href == null || !href.startsWith(start))
			return Optional.empty();
		return Optional.of(href.substring(start.length()).replaceFirst("\\.html.*", ""));
	}

	/** This one and all below it that have a page, in their order. */
	List<HelpTopic> pages() {
		List<HelpTopic> all = new ArrayList<>();
		if (page.isPresent())
			all.add(this);
		topics.forEach(topic -> all.addAll(topic.pages()));
		return all;
	}
}
