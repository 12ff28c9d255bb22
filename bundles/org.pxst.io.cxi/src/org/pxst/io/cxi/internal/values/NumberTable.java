// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.values;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.ArrayValues;

/**
 * Numbers in rows and columns, separated by commas, semicolons, tabs or blanks. Lines that begin with # are comments; a
 * first line of words is taken for names of columns.
 */
final class NumberTable {
	private final Path file;
	private final List<double[]> rows = new ArrayList<>();

	NumberTable(Path file) {
		this.file = file;
	}

	/** Reads it: (rows, columns), or one axis when there is only one row or column. */
	ArrayValues read() {
		try (BufferedReader reader = Files.newBufferedReader(file)) {
			int number = 0;
			boolean first = true;
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				number++;
				String text = line.strip();
				if (text.isEmpty() || text.startsWith("#"))
					continue;
				if (!first || !isHeader(text))
					add(text, number);
				first = false;
			}
		} catch (CharacterCodingException e) {
			throw new InvalidDataException(file + ": is no text; numbers in rows and columns are needed", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be read (" + e.getMessage() + ")", e);
		}
		if (rows.isEmpty())
			throw new InvalidDataException(file + ": there are no numbers in it");
		return values();
	}

	private static String[] cells(String text) {
		for (String separator : List.of(";", ",", "\t"))
			if (text.contains(separator))
				return text.split("\\s*" + separator + "\\s*", -1);
		return text.split("\\s+");
	}

	private static boolean isHeader(String text) {
		for (String cell : cells(text))
			if (!Double.isNaN(number(cell)) || "nan".equalsIgnoreCase(cell))
				return false;
		return true;
	}

	/** NaN when it is no number. */
	private static double number(String cell) {
		try {
			return switch (cell.toLowerCase(Locale.ROOT)) {
			case "inf", "+inf" -> Double.POSITIVE_INFINITY;
			case "-inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(cell);
			};
		} catch (NumberFormatException e) {
			return Double.NaN;
		}
	}

	private void add(String text, int number) {
		String[] cells = cells(text);
		if (!rows.isEmpty() && rows.get(0).length != cells.length)
			throw new InvalidDataException(file + ":" + number + ": this row has " + cells.length
					+ " columns, those before have " + rows.get(0).length);
		double[] row = new double[cells.length];
		for (int k = 0; k < row.length; k++) {
			row[k] = number(cells[k]);
			if (Double.isNaN(row[k]) && !"nan".equalsIgnoreCase(cells[k]))
				throw new InvalidDataException(file + ":" + number + ": column " + (k + 1)
						+ " holds no number; correct it, or write nan");
		}
		rows.add(row);
	}

	private ArrayValues values() {
		int columns = rows.get(0).length;
		double[] values = new double[Math.multiplyExact(rows.size(), columns)];
		for (int i = 0; i < rows.size(); i++)
			System.arraycopy(rows.get(i), 0, values, i * columns, columns);
		return new ArrayValues(values,
				rows.size() == 1 || columns == 1 ? List.of(values.length) : List.of(rows.size(), columns));
	}
}
