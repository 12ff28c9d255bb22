// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.core.literal.Text;

/** Reads the lines of a configuration file. */
final class ConfigReader {
	private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)\\]\\s*(?:[;#].*)?");
	/** What some editors put in front of a text in UTF-8. */
	private static final String BYTE_ORDER_MARK = "\uFEFF";
	private static final Pattern VALUE = Pattern.compile("([^=:]+?)\\s*[=:]\\s*(.*)");

	private final String name;
	private final List<ConfigSection> sections = new ArrayList<>();
	private final List<ConfigEntry> entries = new ArrayList<>();
	private String section;
	private int sectionLine;
	private String key;
	private int keyLine;
	private final StringBuilder value = new StringBuilder();

	ConfigReader(String name) {
		this.name = name;
	}

	List<ConfigSection> read(String text) {
		int number = 0;
		String lines = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
		for (String line : lines.split("\\R", -1))
			take(line, ++number);
		endSection();
		return sections;
	}

	private void take(String line, int number) {
		String stripped = line.strip();
		if (stripped.isEmpty() || stripped.startsWith("#") || stripped.startsWith(";"))
			return;
		if (Character.isWhitespace(line.charAt(0)) && key != null) {
			// as Python has it, an indented line goes on with the value
			value.append(' ').append(withoutComment(stripped));
			return;
		}
		Matcher heading = SECTION.matcher(stripped);
		if (heading.matches()) {
			endSection();
			section = heading.group(1).strip();
			sectionLine = number;
			return;
		}
		Matcher pair = VALUE.matcher(stripped);
		if (!pair.matches())
			throw new InvalidDataException(
					name + ", line " + number + ": '" + stripped + "' is neither [step] nor key = value");
		if (section == null)
			throw new InvalidDataException(name + ", line " + number + ": '" + stripped + "' comes before the first [step]");
		endEntry();
		key = pair.group(1).toLowerCase(Locale.ROOT);
		keyLine = number;
		value.append(withoutComment(pair.group(2)));
	}

	private void endEntry() {
		if (key == null)
			return;
		// Python's notation for a percent sign in an ini file
		String text = value.toString().strip().replace("%%", "%");
		entries.add(new ConfigEntry(key, literal(text), keyLine));
		key = null;
		value.setLength(0);
	}

	private void endSection() {
		endEntry();
		if (section != null)
			sections.add(new ConfigSection(section, sectionLine, entries));
		section = null;
		entries.clear();
	}

	private static Literal literal(String text) {
		try {
			return Literal.parse(text);
		} catch (LiteralSyntaxException e) {
			return new Text(text);
		}
	}

	/** What comes before the first semicolon that is not inside quotes. */
	private static String withoutComment(String text) {
		for (int k = 0; k < text.length(); k++) {
			char c = text.charAt(k);
			if (c == ';')
				return text.substring(0, k).strip();
			if (c == '\'' || c == '"')
				k = Math.max(k, closing(text, k));
		}
		return text.strip();
	}

	/** Where the quote ends that begins somewhere; -1 when it does not. */
	private static int closing(String text, int start) {
		for (int k = start + 1; k < text.length(); k++)
			if (text.charAt(k) == '\\')
				k++;
			else if (text.charAt(k) == text.charAt(start))
				return k;
		return -1;
	}
}
