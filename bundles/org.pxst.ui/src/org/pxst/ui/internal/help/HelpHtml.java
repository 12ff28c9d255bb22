// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.List;

import org.pxst.ui.internal.help.HelpText.Block;
import org.pxst.ui.internal.help.HelpText.Span;
import org.pxst.ui.internal.help.HelpText.Style;

/** Writes a page of help as XHTML, for the help systems of other workbenches. */
final class HelpHtml {
	private final HelpText page;
	private final StringBuilder html = new StringBuilder();
	private String list = "";

	private HelpHtml(HelpText page) {
		this.page = page;
	}

	/** The page as a whole document; links to NAME.md lead to NAME.html. */
	static String of(HelpText page) {
		return new HelpHtml(page).document();
	}

	private String document() {
		html.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				+ "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n"
				+ "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>").append(escaped(page.title()))
				.append("</title></head><body>\n");
		int start = 0;
		List<Block> blocks = page.blocks();
		for (int line = 0; line < blocks.size(); line++) {
			int end = page.text().indexOf('\n', start);
			block(blocks.get(line), start, end);
			start = end + 1;
		}
		inList("");
		return html.append("</body></html>\n").toString();
	}

	private void block(Block block, int start, int end) {
		inList(switch (block) {
		case ITEM -> "ul";
		case STEP -> "ol";
		case VERBATIM -> "pre";
		case SINGLE, PARAGRAPH -> "";
		});
		switch (block) {
		case ITEM -> element("li", start + HelpText.BULLET.length(), end);
		case STEP -> element("li", page.text().indexOf(' ', start) + 1, end);
		case VERBATIM -> html.append(escaped(page.text().substring(start, end))).append('\n');
		case PARAGRAPH -> element("p", start, end);
		case SINGLE -> heading(start, end);
		}
	}

	private void inList(String other) {
		if (other.equals(list))
			return;
		if (!list.isEmpty())
			html.append("</").append(list).append(">\n");
		if (!other.isEmpty())
			html.append('<').append(other).append('>');
		list = other;
	}

	private void heading(int start, int end) {
		if (start < end)
			element(page.spans().stream().anyMatch(s -> s.start() == start && s.style() == Style.TITLE) ? "h1" : "h2", start, end);
	}

	private void element(String name, int start, int end) {
		html.append('<').append(name).append('>');
		int at = start;
		for (Span span : page.spans())
			if (span.start() >= start && span.end() <= end) {
				html.append(escaped(page.text().substring(at, span.start()))).append(marked(span));
				at = span.end();
			}
		html.append(escaped(page.text().substring(at, end))).append("</").append(name).append(">\n");
	}

	private String marked(Span span) {
		String text = escaped(page.text().substring(span.start(), span.end()));
		return switch (span.style()) {
		case BOLD -> "<b>" + text + "</b>";
		case CODE -> "<code>" + text + "</code>";
		case LINK -> "<a href=\"" + escaped(span.target().replaceFirst("\\.md$", ".html")) + "\">" + text + "</a>";
		case TITLE, HEADING -> text;
		};
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
