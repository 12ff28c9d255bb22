// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of help as plain text with the styles of its parts. It is made from a little Markdown: headings (# and ##), lists
 * (-), paragraphs that may go over several lines, **bold** and `code`; lines with a comment are left out.
 *
 * @param text   the text, lines ending with \n
 * @param spans  which parts are not plain, in the order of the text, not overlapping
 * @param blocks what each line is
 */
public record HelpText(String text, List<Span> spans, List<Block> blocks) {
	/** How a part of the text looks. */
	public enum Style {
		/** Title of the page. */
		TITLE,
		/** Heading of a part of it. */
		HEADING,
		/** In bold. */
		BOLD,
		/** In a font of constant width: commands, names in files. */
		CODE
	}

	/** What a line is. */
	public enum Block {
		/** Title, heading or empty line. */
		SINGLE,
		/** A paragraph. */
		PARAGRAPH,
		/** An item of a list. */
		ITEM
	}

	/**
	 * A part of the text.
	 *
	 * @param start  index of its first character
	 * @param length number of characters
	 * @param style  how it looks
	 */
	public record Span(int start, int length, Style style) {
	}

	private static final String COMMENT = "<!--";
	private static final String BULLET = "\u2022 ";

	/** Reads Markdown. */
	public static HelpText of(String markdown) {
		Maker maker = new Maker();
		for (String line : markdown.lines().toList())
			if (!line.startsWith(COMMENT))
				maker.add(line.strip());
		return maker.made();
	}

	/** The title of the page, "" when it has none. */
	public String title() {
		return spans.stream().filter(s -> s.style == Style.TITLE).findFirst()
				.map(s -> text.substring(s.start, s.start + s.length)).orElse("");
	}

	/** Makes a text line by line. */
	private static final class Maker {
		private final StringBuilder text = new StringBuilder();
		private final List<Span> spans = new ArrayList<>();
		private final List<Block> blocks = new ArrayList<>();
		private final StringBuilder block = new StringBuilder();
		private Block kind = Block.PARAGRAPH;

		private void add(String line) {
			if (line.startsWith("# "))
				heading(line.substring(2), Style.TITLE);
			else if (line.startsWith("## "))
				heading(line.substring(3), Style.HEADING);
			else if (line.isEmpty())
				end();
			else if (line.startsWith("- ")) {
				end();
				kind = Block.ITEM;
				block.append(BULLET).append(line.substring(2));
			} else
				block.append(block.isEmpty() ? "" : " ").append(line);
		}

		private void heading(String line, Style style) {
			end();
			if (!text.isEmpty())
				line("", Block.SINGLE);
			spans.add(new Span(text.length(), line.length(), style));
			line(line, Block.SINGLE);
		}

		private void end() {
			if (block.isEmpty())
				return;
			// a paragraph keeps a distance to the one before, but not to its heading
			if (kind == Block.PARAGRAPH && !blocks.isEmpty() && blocks.get(blocks.size() - 1) != Block.SINGLE)
				line("", Block.SINGLE);
			line(inline(block.toString()), kind);
			block.setLength(0);
			kind = Block.PARAGRAPH;
		}

		private void line(String line, Block what) {
			text.append(line).append('\n');
			blocks.add(what);
		}

		/** Takes ** and ` out and notes what they enclosed. */
		private String inline(String marked) {
			StringBuilder plain = new StringBuilder();
			int at = 0;
			while (at < marked.length()) {
				String mark = marked.startsWith("**", at) ? "**" : marked.charAt(at) == '`' ? "`" : "";
				int end = mark.isEmpty() ? -1 : marked.indexOf(mark, at + mark.length());
				if (end < 0) {
					plain.append(marked.charAt(at++));
					continue;
				}
				String inside = marked.substring(at + mark.length(), end);
				spans.add(new Span(text.length() + plain.length(), inside.length(), mark.equals("`") ? Style.CODE : Style.BOLD));
				plain.append(inside);
				at = end + mark.length();
			}
			return plain.toString();
		}

		private HelpText made() {
			end();
			return new HelpText(text.toString(), List.copyOf(spans), List.copyOf(blocks));
		}
	}
}
