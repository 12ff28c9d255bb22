// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a mapping says about a key: alternatives separated by {@code |}, each a place followed by any of
 * {@code in UNIT}, {@code * FACTOR} and {@code as AXES}. Names with blanks stand in double quotes.
 */
final class ExpressionParser {
	/** Stands for the files named on the command line. */
	static final String SOURCES = "{sources}";

	/** Stands for leaving an item out. */
	private static final String NONE = "none";
	private static final Pattern NUMBER = Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)(.*)");
	private static final Pattern TIFF = Pattern.compile("(?i).*\\.tiff?");
	/** Names that are those of files even when they begin with /. */
	private static final Pattern FILE = Pattern.compile("(?i).*\\.(tiff?|txt|dat|csv|tsv|asc)");
	private static final Pattern COLUMNS = Pattern.compile("(.*)\\[([^\\[\\]]*)\\]");
	private static final Pattern RANGE = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");
	private static final int MOST_FRAMES = 10_000_000;
	private static final List<String> DIRECTIONS = List.of("x", "y", "z");

	private final Key key;
	private final Line line;
	private final boolean onlyFiles;

	/**
	 * @param key  what is spoken of
	 * @param line where, for messages
	 */
	ExpressionParser(Key key, Line line) {
		this(key, line, false);
	}

	private ExpressionParser(Key key, Line line, boolean onlyFiles) {
		this.key = key;
		this.line = line;
		this.onlyFiles = onlyFiles;
	}

	/** One for positions in a file: a name that begins with / is that of a file, not of a place in the sources. */
	static ExpressionParser forPositions(Line line) {
		return new ExpressionParser(Key.TRANSLATIONS, line, true);
	}

	/**
	 * Reads all alternatives; none for the word {@code none}.
	 *
	 * @param text what comes after "KEY ="
	 * @throws org.pxst.core.InvalidDataException when it makes no sense
	 */
	List<Expression> parse(String text) {
		List<Expression> alternatives = new ArrayList<>();
		if (text.strip().equals(NONE))
			return alternatives;
		List<String> words = new ArrayList<>();
		for (String word : words(text)) {
			if (word.equals("|")) {
				alternatives.add(expression(words));
				words.clear();
			} else {
				words.add(word);
			}
		}
		alternatives.add(expression(words));
		return alternatives;
	}

	/** Splits at blanks and at bars outside quotes and brackets; quotes stay, so that a quoted "in" is no keyword. */
	private List<String> words(String text) {
		List<String> words = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean quoted = false;
		int brackets = 0;
		for (char c : text.toCharArray()) {
			if (c == '"')
				quoted = !quoted;
			else if (!quoted && (c == '[' || c == ']'))
				brackets += c == '[' ? 1 : -1;
			boolean plain = !quoted && brackets == 0;
			if (plain && (Character.isWhitespace(c) || c == '|')) {
				if (word.length() > 0)
					words.add(word.toString());
				word.setLength(0);
				if (c == '|')
					words.add("|");
			} else {
				word.append(c);
			}
		}
		if (quoted)
			throw line.wrong("a double quote is not closed");
		if (brackets != 0)
			throw line.wrong("a bracket is not closed");
		if (word.length() > 0)
			words.add(word.toString());
		return words;
	}

	private Expression expression(List<String> words) {
		if (words.isEmpty())
			throw line.wrong("nothing is said here; name a place, for example scan.h5:/entry/data, or a value with its unit");
		Optional<Unit> unit = Optional.empty();
		double factor = 1;
		List<String> as = List.of();
		int next = 1;
		Place place;
		Matcher number = NUMBER.matcher(words.get(0));
		Optional<double[]> frames = key == Key.GOOD_FRAMES || key == Key.FRAMES ? frames(words.get(0)) : Optional.empty();
		if (frames.isPresent()) {
			place = new Place.Constant(frames.get());
		} else if (number.matches() && (number.group(2).isEmpty() || Unit.of(number.group(2)).isPresent())) {
			place = new Place.Constant(new double[] { Double.parseDouble(number.group(1)) });
			if (!number.group(2).isEmpty())
				unit = Unit.of(number.group(2));
			else if (words.size() > 1 && !isKeyword(words.get(1)))
				unit = Optional.of(unit(words.get(next++)));
		} else {
			place = place(words.get(0));
		}
		for (; next < words.size(); next += 2) {
			String keyword = words.get(next);
			if (!isKeyword(keyword))
				throw line.wrong("'" + keyword + "' makes no sense here; after the place come 'in UNIT', '* FACTOR' or 'as AXES'; "
						+ "a name with blanks stands in double quotes");
			if (next + 1 == words.size())
				throw line.wrong("something is missing after '" + keyword + "'");
			String value = words.get(next + 1);
			switch (keyword) {
			case "in" -> unit = Optional.of(unit(value));
			case "*" -> factor *= factor(value);
			default -> as = Arrays.stream(value.split(",")).map(String::strip).toList();
			}
		}
		return new Expression(place, unit, factor, as);
	}

	private static boolean isKeyword(String word) {
		return word.equals("in") || word.equals("*") || word.equals("as");
	}

	private Unit unit(String name) {
		return Unit.of(unquoted(name))
				.orElseThrow(() -> line.wrong("'" + name + "' is no unit that is known; one of " + Unit.KNOWN));
	}

	private double factor(String text) {
		Matcher number = NUMBER.matcher(text);
		if (!number.matches() || !number.group(2).isEmpty())
			throw line.wrong("'" + text + "' is no factor; write a number after *");
		return Double.parseDouble(text);
	}

	private Place place(String word) {
		if (key == Key.SLOW || key == Key.FAST) {
			Optional<double[]> direction = direction(word);
			if (direction.isPresent())
				return new Place.Constant(direction.get());
		}
		if (word.equals(SOURCES))
			return new Place.InTiff(Optional.empty());
		Matcher columns = COLUMNS.matcher(word);
		if (columns.matches() && !columns.group(1).contains(":/"))
			return new Place.InTable(unquoted(columns.group(1)),
					Arrays.stream(columns.group(2).split(",")).map(c -> unquoted(c.strip())).toList());
		String name = unquoted(word);
		if (name.startsWith("/") && !onlyFiles && !FILE.matcher(name).matches() && !name.contains(":/"))
			return new Place.InHdf5(Optional.empty(), pattern(name));
		int colon = name.indexOf(":/");
		if (colon > 0) {
			String file = name.substring(0, colon);
			return new Place.InHdf5(file.equals(SOURCES) ? Optional.empty() : Optional.of(file),
					pattern(name.substring(colon + 1)));
		}
		if (TIFF.matcher(name).matches())
			return new Place.InTiff(Optional.of(name));
		if (!onlyFiles && !name.contains(".") && !name.contains("/"))
			throw line.wrong("'" + name + "' is no place; write FILE.h5:/path, /path in the sources, TABLE.txt[column], FILES*.tif,"
					+ " or a value with its unit");
		return new Place.InTable(name, List.of());
	}

	private PathPattern pattern(String path) {
		return PathPattern.of(path).orElseThrow(() -> line
				.wrong("'" + path + "' is no path inside a file; it must look like /entry/data, /entry*/data or /:NXentry/data"));
	}

	/** A direction by name, such as {@code -y}, or by its three components. */
	private static Optional<double[]> direction(String word) {
		String name = word.replaceFirst("^[-+]", "");
		if (DIRECTIONS.contains(name)) {
			double[] vector = new double[3];
			vector[DIRECTIONS.indexOf(name)] = word.startsWith("-") ? -1 : 1;
			return Optional.of(vector);
		}
		String[] parts = word.split(",");
		if (parts.length != 3)
			return Optional.empty();
		double[] vector = new double[3];
		for (int k = 0; k < 3; k++) {
			Matcher number = NUMBER.matcher(parts[k]);
			if (!number.matches() || !number.group(2).isEmpty())
				return Optional.empty();
			vector[k] = Double.parseDouble(parts[k]);
		}
		return Optional.of(vector);
	}

	/** Frames by number, such as {@code 0-23,25,30-48}. */
	private Optional<double[]> frames(String word) {
		if (!word.matches("[\\d,-]+"))
			return Optional.empty();
		List<Double> frames = new ArrayList<>();
		for (String part : word.split(",", -1)) {
			Matcher m = RANGE.matcher(part);
			if (!m.matches())
				throw line.wrong("'" + part + "' is no frame or range of frames; write for example 0-23,25,30-48");
			int first = Integer.parseInt(m.group(1));
			int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
			if (last < first || !frames.isEmpty() && first <= frames.get(frames.size() - 1))
				throw line.wrong("'" + part + "' does not ascend; write the frames from the smallest to the largest, each once");
			if (last - first > MOST_FRAMES)
				throw line.wrong("'" + part + "' are more than " + MOST_FRAMES + " frames");
			for (int n = first; n <= last; n++)
				frames.add((double) n);
		}
		return Optional.of(frames.stream().mapToDouble(Double::doubleValue).toArray());
	}

	private static String unquoted(String word) {
		return word.replace("\"", "");
	}
}
