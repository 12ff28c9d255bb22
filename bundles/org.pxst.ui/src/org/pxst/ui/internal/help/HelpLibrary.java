// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of contents and what can be searched. Immutable.
 *
 * @param topics the entries of the first level
 * @param search finds pages by words
 */
record HelpLibrary(List<HelpTopic> topics, HelpSearch search) {
	private static final Logger LOG = LoggerFactory.getLogger(HelpLibrary.class);

	/** Reads everything; for a background thread. */
	static HelpLibrary read() throws IOException {
		List<HelpTopic> topics = HelpTopic.contents();
		Map<String, HelpText> pages = new LinkedHashMap<>();
		for (HelpTopic topic : topics.stream().flatMap(t -> t.pages().stream()).toList()) {
			String name = topic.page().orElseThrow();
			HelpPages.read(name).ifPresentOrElse(text -> pages.put(name, text),
					() -> LOG.error("the table of contents names the page {}, which is not there", name));
		}
		return new HelpLibrary(topics, new HelpSearch(pages));
	}
}
