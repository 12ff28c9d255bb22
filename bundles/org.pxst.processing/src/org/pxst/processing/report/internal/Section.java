// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.List;

/** A part of the page under a heading. */
final class Section {
	private final String id;
	private final String title;
	private final Html body = new Html();

	/**
	 * @param id    to link to
	 * @param title heading
	 */
	Section(String id, String title) {
		this.id = id;
		this.title = title;
	}

	String id() {
		return id;
	}

	String title() {
		return title;
	}

	/** Whether there is nothing under the heading. */
	boolean isEmpty() {
		return body.isEmpty();
	}

	Section paragraph(String text) {
		body.element("p", text);
		return this;
	}

	/** Figures in large print, for what counts most. */
	Section cards(List<Fact> facts) {
		return list("cards", facts);
	}

	/** Figures in small print. */
	Section facts(List<Fact> facts) {
		return list("facts", facts);
	}

	private Section list(String style, List<Fact> facts) {
		if (facts.isEmpty())
			return this;
		body.open("dl", "class", style);
		for (Fact fact : facts) {
			body.open("div").element("dt", fact.name()).element("dd", fact.value());
			if (!fact.note().isEmpty())
				body.element("dd", fact.note(), "class", "note");
			body.close("div");
		}
		body.close("dl");
		return this;
	}

	/** Pictures beside each other where there is room. */
	Section figures(List<Figure> figures) {
		if (figures.isEmpty())
			return this;
		body.open("div", "class", "figures");
		figures.forEach(figure -> figure.addTo(body));
		body.close("div");
		return this;
	}

	/**
	 * A table.
	 *
	 * @param head titles of the columns
	 * @param rows cells
	 */
	Section table(List<String> head, List<List<String>> rows) {
		body.open("div", "class", "scroll").open("table").open("thead").open("tr");
		head.forEach(cell -> body.element("th", cell));
		body.close("tr").close("thead").open("tbody");
		for (List<String> row : rows) {
			body.open("tr");
			row.forEach(cell -> body.element("td", cell));
			body.close("tr");
		}
		body.close("tbody").close("table").close("div");
		return this;
	}

	/** A heading inside the section. */
	Section heading(String text) {
		body.element("h3", text);
		return this;
	}

	/** Anything else. */
	Section add(Html html) {
		body.add(html.toString());
		return this;
	}

	void addTo(Html html) {
		html.open("section", "id", id).element("h2", title).add(body.toString()).close("section");
	}
}
