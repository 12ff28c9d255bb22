// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.regex.Pattern;

/** HTML under construction. Text and attributes are escaped: they may come from anybody's file. */
final class Html {
	/** Control characters, and those that turn the direction of writing. */
	private static final Pattern INVISIBLE = Pattern
			.compile("[\\p{Cntrl}&&[^\\n]]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff\\p{Cs}]");

	private final StringBuilder page = new StringBuilder();

	/**
	 * Begins an element.
	 *
	 * @param name       of the element
	 * @param attributes names and values in turn
	 */
	Html open(String name, String... attributes) {
		page.append('<').append(name);
		for (int k = 0; k < attributes.length; k += 2)
			page.append(' ').append(attributes[k]).append("=\"").append(escaped(attributes[k + 1])).append('"');
		page.append('>');
		return this;
	}

	/** Ends an element. */
	Html close(String name) {
		page.append("</").append(name).append(">\n");
		return this;
	}

	/** Adds text. */
	Html text(String text) {
		page.append(escaped(text));
		return this;
	}

	/** An element that holds nothing but text. */
	Html element(String name, String text, String... attributes) {
		return open(name, attributes).text(text).close(name);
	}

	/** Adds what was made by another one of this class, or is our own: it is not escaped. */
	Html add(CharSequence html) {
		page.append(html);
		return this;
	}

	private static String escaped(String text) {
		return INVISIBLE.matcher(text).replaceAll("\ufffd").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
				.replace("\"", "&quot;").replace("'", "&#39;");
	}

	boolean isEmpty() {
		return page.isEmpty();
	}

	@Override
	public String toString() {
		return page.toString();
	}
}
