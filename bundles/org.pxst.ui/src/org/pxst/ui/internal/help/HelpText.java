// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of help as plain text with the styles of its parts. It is made from a little Markdown: headings (# and ##), lists
 * (- and 1.), paragraphs that may go over several lines, blocks between lines of ```, **bold**, `code` and
 * [links](page.md); lines with a comment are left out.
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
		CODE,
		/** Leads to another page. */
		LINK
	}

	/** What a line is. */
	public enum Block {
		/** Title, heading or empty line. */
		SINGLE,
		/** A paragraph. */
		PARAGRAPH,
		/** An item of a list. */
		ITEM,
		/** An item of a list with numbers. */
		STEP,
		/** A line of a block that is as it is. */
		VERBATIM
	}

	/**
	 * A part of the text.
	 *
	 * @param start  index of its first character
	 * @param length number of characters
	 * @param style  how it looks
	 * @param target where a link leads, as the page has it; "" for other styles
	 */
	public record Span(int start, int length, Style style, String target) {
		/** A part that is no link. */
		public Span(int start, int length, Style style) {
			this(start, length, style, "");
		}

		/** Index of the first character behind it. */
		public int end() {
			return start + length;
		}
	}

	/** What items of a list begin with. */
	static final String BULLET = "\u2022 ";
	private static final String COMMENT = "<!--";
	private static final String FENCE = "```";
	private static final Pattern NUMBER = Pattern.compile("\\d+\\. .*");
	private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");

	/** Reads Markdown. */
	public static HelpText of(String markdown) {
		Maker maker = new Maker();
		for (String line : markdown.lines().toList())
			if (!line.startsWith(COMMENT))
				maker.add(line.stripTrailing());
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
		private boolean verbatim;

		private void add(String raw) {
			String line = raw.strip();
			if (line.startsWith(FENCE)) {
				end();
				verbatim = !verbatim;
				if (verbatim && !blocks.isEmpty())
					line("", Block.SINGLE);
			} else if (verbatim) {
				spans.add(new Span(text.length(), raw.length(), Style.CODE));
				line(raw, Block.VERBATIM);
			} else if (line.startsWith("# "))
				heading(line.substring(2), Style.TITLE);
			else if (line.startsWith("## "))
				heading(line.substring(3), Style.HEADING);
			else if (line.isEmpty())
				end();
			else if (line.startsWith("- "))
				item(Block.ITEM, BULLET + line.substring(2));
			else if (NUMBER.matcher(line).matches())
				item(Block.STEP, line);
			else
				block.append(block.isEmpty() ? "" : " ").append(line);
		}

		private void item(Block what, String line) {
			end();
			kind = what;
			block.append(line);
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

		/** Takes the marks out and notes what they enclosed. */
		private String inline(String marked) {
			StringBuilder plain = new StringBuilder();
			int at = 0;
			Matcher matcher = MARKED.matcher(marked);
			while (matcher.find()) {
				plain.append(marked, at, matcher.start());
				at = matcher.end();
				plain.append(noted(matcher, text.length() + plain.length()));
			}
			return plain.append(marked, at, marked.length()).toString();
		}

		private String noted(Matcher matcher, int start) {
			if (matcher.group(1) != null) {
				spans.add(new Span(start, matcher.group(1).length(), Style.BOLD));
				return matcher.group(1);
			}
			if (matcher.group(2) != null) {
				spans.add(new Span(start, matcher.group(2).length(), Style.CODE));
				return matcher.group(2);
			}
			spans.add(new Span(start, matcher.group(3).length(), Style.LINK, matcher.group(4)));
			return matcher.group(3);
		}

		private HelpText made() {
			end();
			return new HelpText(text.toString(), List.copyOf(spans), List.copyOf(blocks));
		}
	}
}
