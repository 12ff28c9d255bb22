// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

/**
 * A text table of numbers: one row a line, columns separated by blanks, tabs, commas or semicolons. Lines that begin with
 * {@code #} are comments; names of the columns are in the last line before the numbers, a comment or not, when it has
 * as many names as there are columns. A name can have its unit in brackets: {@code x (um)} or {@code x[um]}. A column
 * may hold words, file names for example, as long as nobody asks for it.
 */
final class TextTable {
	private static final long LARGEST = 1L << 28;
	private static final Pattern WITH_UNIT = Pattern.compile("(.*?)\\s*[\\[(]([^\\])]*)[\\])]");

	private final Path file;
	private final List<double[]> rows = new ArrayList<>();
	private final List<Integer> lines = new ArrayList<>();
	private List<String> names = List.of();

	/**
	 * Reads a table.
	 *
	 * @throws InvalidDataException when it cannot be read or is no table; names the line
	 */
	TextTable(Path file) {
		this.file = file;
		try {
			if (!Files.isRegularFile(file))
				throw new InvalidDataException(file + ": there is no such table; check the name");
			if (Files.size(file) > LARGEST)
				throw new InvalidDataException(file + ": is too large for a table of positions");
			read();
		} catch (CharacterCodingException e) {
			throw new InvalidDataException(file + ": is no text table; numbers in columns are needed", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": this table cannot be read (" + e.getClass().getSimpleName() + ")", e);
		}
		if (rows.isEmpty())
			throw new InvalidDataException(file + ": there are no numbers in this table");
	}

	private void read() throws IOException {
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			String header = "";
			int number = 0;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				String text = line.strip();
				if (text.isEmpty())
					continue;
				Optional<double[]> row = text.startsWith("#") ? Optional.empty() : row(text);
				if (row.isPresent()) {
					add(row.get(), number);
				} else if (!rows.isEmpty() && !text.startsWith("#")) {
					throw new InvalidDataException(
							file + ":" + number + ": '" + shortened(text) + "' is no row of numbers; correct it, or put # before it");
				} else if (rows.isEmpty()) {
					header = text.replaceFirst("^#+", "").strip();
				}
			}
			if (!rows.isEmpty() && !header.isEmpty())
				names = names(header, rows.get(0).length);
		}
	}

	private void add(double[] row, int number) {
		if (!rows.isEmpty() && rows.get(0).length != row.length)
			throw new InvalidDataException(file + ":" + number + ": this row has " + row.length + " columns, those before have "
					+ rows.get(0).length);
		rows.add(row);
		lines.add(number);
	}

	/** The numbers in a line, NaN for words among them; empty when there is no number at all. */
	private static Optional<double[]> row(String text) {
		double[] row = Arrays.stream(cells(text)).mapToDouble(TextTable::number).toArray();
		return Arrays.stream(row).allMatch(Double::isNaN) ? Optional.empty() : Optional.of(row);
	}

	private static double number(String cell) {
		try {
			return Double.parseDouble(cell);
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private static String[] cells(String text) {
		if (text.indexOf(';') >= 0)
			return text.split("\\s*;\\s*", -1);
		return text.indexOf(',') >= 0 ? text.split("\\s*,\\s*", -1) : text.split("\\s+");
	}

	/** Names that go with the columns: separated as the numbers are, or by blanks; none when their number differs. */
	private static List<String> names(String header, int columns) {
		// a unit in brackets belongs to the name before it
		String joined = header.replaceAll("\\s+(?=[\\[(])", "");
		for (String[] cells : List.of(cells(joined), joined.split("\\s+"), joined.split("\t")))
			if (cells.length == columns)
				return Arrays.asList(cells);
		return List.of();
	}

	/** Number of rows. */
	int rows() {
		return rows.size();
	}

	/** Number of columns. */
	int columns() {
		return rows.get(0).length;
	}

	/** Names of the columns without units; empty when the table has none. */
	List<String> names() {
		return names.stream().map(TextTable::bare).toList();
	}

	/** Finds a column by its name, in any case, or by its number from 1 on; empty when there is none. */
	Optional<Integer> find(String column) {
		List<String> bare = names();
		for (int k = 0; k < bare.size(); k++)
			if (bare.get(k).equals(column))
				return Optional.of(k);
		for (int k = 0; k < bare.size(); k++)
			if (bare.get(k).equalsIgnoreCase(column))
				return Optional.of(k);
		if (column.matches("\\d{1,6}") && Integer.parseInt(column) >= 1 && Integer.parseInt(column) <= columns())
			return Optional.of(Integer.parseInt(column) - 1);
		return Optional.empty();
	}

	/** The unit in the name of a column. */
	Optional<String> unit(int column) {
		if (names.isEmpty())
			return Optional.empty();
		Matcher m = WITH_UNIT.matcher(names.get(column));
		return m.matches() ? Optional.of(m.group(2)) : Optional.empty();
	}

	/**
	 * The numbers of one column.
	 *
	 * @throws InvalidDataException when there is something else in it; names the line
	 */
	double[] values(int column) {
		for (int n = 0; n < rows.size(); n++)
			if (!Double.isFinite(rows.get(n)[column]))
				throw new InvalidDataException(
						file + ":" + lines.get(n) + ": there is no number in column " + (column + 1) + " of this line");
		return rows.stream().mapToDouble(row -> row[column]).toArray();
	}

	/** What columns there are, for messages. */
	String describe() {
		return names.isEmpty() ? columns() + " columns without names" : "columns " + String.join(", ", names());
	}

	private static String bare(String name) {
		Matcher m = WITH_UNIT.matcher(name);
		return (m.matches() ? m.group(1) : name).replace("\"", "").strip();
	}

	private static String shortened(String text) {
		return text.length() <= 40 ? text : text.substring(0, 40) + "...";
	}
}
