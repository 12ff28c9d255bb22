// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.NumberText;

/** Turns numbers from anywhere into SI units, and single numbers out of them. */
final class SiNumbers {
	/** Values that differ by less than this from each other count as one value. */
	private static final double SAME = 1e-3;
	private static final List<String> AXES = List.of("x", "y", "z");

	private SiNumbers() {
	}

	/**
	 * What a single number may be.
	 *
	 * @param what     its name in messages
	 * @param quantity what it measures
	 * @param least    smallest that makes sense, in the SI unit
	 * @param most     largest that makes sense, in the SI unit
	 */
	record Range(String what, Quantity quantity, double least, double most) {
	}

	/**
	 * A number in SI units.
	 *
	 * @param value the number
	 * @param text  for tables: number and unit as they were found
	 */
	record Value(double value, String text) {
	}

	/**
	 * The factor that turns numbers into SI units.
	 *
	 * @throws InvalidDataException when their unit measures something else, or is needed and not there
	 */
	static double factor(Key key, Entry entry, NumberFinder.Found found, Quantity quantity) {
		Optional<Unit> unit = found.numbers().unit();
		if (unit.isEmpty()) {
			if (found.expression().place() instanceof Place.InHdf5)
				return 1;
			throw entry.line().wrong("it has no unit; say it, for example "
					+ (found.expression().place() instanceof Place.Constant ? "'1.2 mm'" : "'in um' after the table")
					+ " (" + Unit.KNOWN + ")");
		}
		if (unit.get().quantity() != quantity)
			throw new InvalidDataException(found.numbers().where() + " is in '" + unit.get().symbol() + "', but " + key.text()
					+ " is a " + quantity.label() + "; name another place with --set " + key.text() + "=PLACE");
		return unit.get().factor();
	}

	/** What is said about the unit in a table of findings. */
	static String unitText(NumberFinder.Found found, Quantity quantity) {
		return found.numbers().unit().map(Unit::symbol)
				.orElse(quantity.si() + " (no unit there, taken as " + quantity.si() + ")");
	}

	/**
	 * A single positive number. Many count when all are the same.
	 *
	 * @throws InvalidDataException when it is none, or makes no sense
	 */
	static Value single(Key key, Entry entry, NumberFinder.Found found, Range range) {
		double factor = factor(key, entry, found, range.quantity);
		double[] values = values(entry, found);
		String where = found.numbers().where();
		if (values.length == 0)
			throw new InvalidDataException(where + " is empty; name another place with --set " + key.text() + "=PLACE");
		for (double v : values) {
			if (!(Math.abs(v - values[0]) <= SAME * Math.abs(values[0])))
				throw new InvalidDataException(where + " has values from " + NumberText.of(values[0]) + " to " + NumberText.of(v)
						+ ", but one " + range.what + " is needed; say it with --set " + key.text() + "='VALUE UNIT'");
			double si = v * factor;
			if (!(si >= range.least && si <= range.most))
				throw new InvalidDataException(where + " is " + NumberText.of(v) + " " + unitText(found, range.quantity)
						+ ", which makes no sense as " + range.what + "; say the right value with --set " + key.text()
						+ "='VALUE UNIT', or the right unit with --set " + key.text() + "='PLACE in UNIT'");
		}
		double mean = 0;
		boolean same = true;
		for (double v : values) {
			mean += v / values.length;
			same &= v == values[0];
		}
		double value = same ? values[0] : mean;
		return new Value(value * factor, NumberText.of(value) + " " + unitText(found, range.quantity));
	}

	/** The numbers, or one column of them where the mapping asks for it with 'as z'. */
	private static double[] values(Entry entry, NumberFinder.Found found) {
		Numbers n = found.numbers();
		if (found.expression().as().isEmpty())
			return n.values();
		int column = found.expression().as().size() == 1 ? AXES.indexOf(found.expression().as().get(0)) : -1;
		if (column < 0 || column >= n.columns())
			throw entry.line().wrong("'as' chooses one of the columns here, x, y or z; there are " + n.columns());
		return n.column(column);
	}
}
