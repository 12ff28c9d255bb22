// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts sections together to a page that needs nothing from elsewhere. */
final class Page {
	/** What the page begins with, so that it can be told from other files. */
	static final String BEGINNING = "<!DOCTYPE html>\n<!-- PXST Workbench: report -->\n";
	private static final String STYLE = "report.css";

	private final String title;
	private final String subtitle;
	private final List<Section> sections;

	/**
	 * @param title    what it is about
	 * @param subtitle more of that
	 * @param sections those without contents are left out
	 */
	Page(String title, String subtitle, List<Section> sections) {
		this.title = title;
		this.subtitle = subtitle;
		this.sections = sections.stream().filter(section -> !section.isEmpty()).toList();
	}

	String html() {
		Html html = new Html().add(BEGINNING).open("html", "lang", "en").open("head").open("meta", "charset", "utf-8")
				.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
				.open("meta", "http-equiv", "Content-Security-Policy", "content", "default-src 'none'; img-src data:; style-src 'unsafe-inline'")
				.element("title", title + " \u2013 PXST report").open("style").add(style()).close("style").close("head").open("body")
				.open("header").element("h1", title).element("p", subtitle).close("header").open("nav", "aria-label", "Contents");
		for (Section section : sections)
			html.element("a", section.title(), "href", "#" + section.id());
		html.close("nav").open("main");
		sections.forEach(section -> section.addTo(html));
		return html.close("main").close("body").close("html").toString();
	}

	private static String style() {
		try (InputStream stream = Page.class.getResourceAsStream(STYLE)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException("the program's own file " + STYLE + " cannot be read", e);
		}
	}
}
