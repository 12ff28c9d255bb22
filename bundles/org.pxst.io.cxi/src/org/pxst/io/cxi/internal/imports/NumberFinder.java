// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.SourceDataset;
import org.pxst.io.cxi.internal.SourceFile;

/** Gets numbers from the places that a mapping names. */
final class NumberFinder {
	private final Sources sources;

	/** @param sources the files */
	NumberFinder(Sources sources) {
		this.sources = sources;
	}

	/**
	 * Numbers from the first alternative that leads somewhere, multiplied with its factor.
	 *
	 * @return empty when none does
	 * @throws InvalidDataException when one leads to something that is no use
	 */
	Optional<Found> find(Entry entry) {
		for (Expression expression : entry.alternatives()) {
			Optional<Numbers> numbers = find(expression, entry);
			if (numbers.isPresent())
				return Optional.of(new Found(scaled(numbers.get(), expression), expression));
		}
		return Optional.empty();
	}

	/**
	 * What was found.
	 *
	 * @param numbers    in the unit of the place, or the one that the mapping says
	 * @param expression the alternative that led there
	 */
	record Found(Numbers numbers, Expression expression) {
	}

	private static Numbers scaled(Numbers n, Expression expression) {
		double[] values = n.values().clone();
		for (int k = 0; k < values.length; k++)
			values[k] *= expression.factor();
		Optional<Unit> unit = expression.unit().or(n::unit);
		return new Numbers(values, n.columns(), unit, n.where());
	}

	private Optional<Numbers> find(Expression expression, Entry entry) {
		Place place = expression.place();
		if (place instanceof Place.Constant constant)
			return Optional.of(new Numbers(constant.values(), 1, Optional.empty(), entry.line().origin()));
		if (place instanceof Place.InTable table)
			return Optional.of(columns(table, expression, entry));
		if (place instanceof Place.InHdf5 inFile)
			return inFile(inFile, expression, entry);
		throw entry.line().wrong("numbers cannot be taken from images here; name an HDF5 place, a table or a value");
	}

	private Optional<Numbers> inFile(Place.InHdf5 place, Expression expression, Entry entry) {
		for (SourceFile file : sources.hdf5(place.file(), entry.directory(), entry.line())) {
			List<SourceDataset> found = datasets(file, place.path());
			if (found.size() > 1)
				throw entry.line().wrong("there are " + found.size() + " such places in " + file.path() + ": "
						+ String.join(", ", found.stream().map(SourceDataset::path).limit(4).toList())
						+ "; name one of them");
			if (found.size() == 1 && !TranslationChain.isEmpty(found.get(0)))
				return Optional.of(numbers(file, found.get(0), expression));
		}
		return Optional.empty();
	}

	/** The data sets of a place, each once however many links lead to it. */
	static List<SourceDataset> datasets(SourceFile file, PathPattern pattern) {
		List<SourceDataset> datasets = new ArrayList<>();
		for (String path : pattern.resolve(file)) {
			Optional<SourceDataset> dataset = file.dataset(path);
			if (dataset.isPresent() && datasets.stream().noneMatch(d -> d.isSame(dataset.get())))
				datasets.add(dataset.get());
		}
		return datasets;
	}

	private static Numbers numbers(SourceFile file, SourceDataset dataset, Expression expression) {
		if (TranslationChain.startsAt(dataset))
			return new TranslationChain(file).follow(dataset);
		Map<String, Object> attributes = file.attributes(dataset.path());
		Optional<double[]> vector = Attributes.numbers(attributes, "vector").filter(v -> v.length == 3);
		if (expression.as().equals(List.of("vector")))
			return new Numbers(vector.orElseThrow(() -> new InvalidDataException(
					file.path() + ": " + dataset.path() + " has no attribute vector with three numbers")), 1, Optional.empty(),
					dataset.place() + "@vector");
		if (!dataset.isNumeric())
			throw new InvalidDataException(
					file.path() + ": " + dataset.path() + " holds " + dataset.description() + " instead of numbers");
		return new Numbers(dataset.doubles(), columns(dataset), unit(file, dataset, attributes, expression), dataset.place());
	}

	private static int columns(SourceDataset dataset) {
		long[] shape = dataset.shape();
		long last = shape.length < 2 ? 1 : shape[shape.length - 1];
		return last > 0 && last <= 3 ? (int) last : 1;
	}

	private static Optional<Unit> unit(SourceFile file, SourceDataset dataset, Map<String, Object> attributes,
			Expression expression) {
		Optional<String> text = Attributes.text(attributes, "units").or(() -> Attributes.text(attributes, "unit"));
		if (text.isEmpty() || expression.unit().isPresent())
			return Optional.empty();
		return Optional.of(Unit.of(text.get())
				.orElseThrow(() -> new InvalidDataException(file.path() + ": " + dataset.path() + " is in '" + text.get()
						+ "', a unit that is not known (one of " + Unit.KNOWN + "); say it with 'in UNIT' after the place")));
	}

	private Numbers columns(Place.InTable place, Expression expression, Entry entry) {
		TextTable table = sources.table(place.file(), entry.directory(), entry.line());
		List<Integer> columns = place.columns().isEmpty() ? usual(table, entry.line())
				: place.columns().stream().map(name -> column(table, name, entry.line())).toList();
		double[] values = new double[table.rows() * columns.size()];
		for (int k = 0; k < columns.size(); k++) {
			double[] column = table.values(columns.get(k));
			for (int row = 0; row < column.length; row++)
				values[row * columns.size() + k] = column[row];
		}
		String names = String.join(",", columns.stream()
				.map(c -> table.names().isEmpty() ? Integer.toString(c + 1) : table.names().get(c)).toList());
		return new Numbers(values, columns.size(), unit(table, columns, expression, entry.line()),
				place.file() + "[" + names + "]");
	}

	/** The columns named x, y and z, or all of a table of two or three. */
	private static List<Integer> usual(TextTable table, Line line) {
		List<Integer> named = Stream.of("x", "y", "z").map(table::find).flatMap(Optional::stream).toList();
		if (named.size() >= 2 && table.find("x").isPresent() && table.find("y").isPresent())
			return named;
		if (table.names().isEmpty() && (table.columns() == 2 || table.columns() == 3))
			return Stream.iterate(0, k -> k + 1).limit(table.columns()).toList();
		throw line.wrong("it has " + table.describe() + "; say which are x and y, for example TABLE.txt[2,3]");
	}

	private static int column(TextTable table, String name, Line line) {
		return table.find(name)
				.orElseThrow(() -> line.wrong("there is no column '" + name + "' in this table; it has " + table.describe()));
	}

	private static Optional<Unit> unit(TextTable table, List<Integer> columns, Expression expression, Line line) {
		if (expression.unit().isPresent())
			return Optional.empty();
		List<String> units = columns.stream().map(table::unit).flatMap(Optional::stream).toList();
		if (units.isEmpty())
			return Optional.empty();
		if (units.size() < columns.size() || units.stream().distinct().count() > 1)
			throw line.wrong("its columns have different units; name them one by one: x = TABLE[...], y = TABLE[...]");
		return Optional.of(Unit.of(units.get(0)).orElseThrow(() -> line.wrong("'" + units.get(0)
				+ "', the unit in this table, is not known (one of " + Unit.KNOWN + "); say it with 'in UNIT' after the table")));
	}
}
