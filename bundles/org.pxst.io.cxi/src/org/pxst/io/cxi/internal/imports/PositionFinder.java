// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.NumberText;

/** Finds the sample positions: all axes in one place, or each in its own. */
final class PositionFinder {
	private static final List<String> AXES = List.of("x", "y", "z");
	private static final List<Key> KEYS = List.of(Key.X, Key.Y, Key.Z);

	private final NumberFinder numbers;
	private final Stack stack;

	/**
	 * @param numbers gets numbers from places
	 * @param stack   the frames
	 */
	PositionFinder(NumberFinder numbers, Stack stack) {
		this.numbers = numbers;
		this.stack = stack;
	}

	/**
	 * What was found.
	 *
	 * @param xyz   (frame, xyz) flat, in m, for the imported frames
	 * @param where the place or places
	 * @param text  what they say, in words
	 */
	record Found(double[] xyz, String where, String text) {
	}

	/**
	 * Looks for the positions.
	 *
	 * @return empty when they are nowhere
	 * @throws InvalidDataException when there is something that makes no sense
	 */
	Optional<Found> find(Mapping mapping) {
		double[] xyz = new double[3 * stack.frames()];
		List<String> where = new ArrayList<>();
		List<String> units = new ArrayList<>();
		Optional<Entry> together = mapping.entry(Key.TRANSLATIONS);
		Optional<NumberFinder.Found> all = together.flatMap(numbers::find);
		if (all.isPresent()) {
			table(together.get(), all.get(), xyz);
			where.add(all.get().numbers().where());
			units.add(SiNumbers.unitText(all.get(), Quantity.LENGTH));
		} else {
			boolean any = false;
			for (Key key : KEYS)
				any |= axis(mapping, key, xyz, where, units);
			if (!any)
				return Optional.empty();
		}
		check(xyz, where);
		return Optional.of(new Found(xyz, String.join(", ", where),
				stack.frames() + " positions, over " + extents(xyz) + " um, read in "
						+ String.join(", ", units.stream().distinct().toList())));
	}

	private void table(Entry entry, NumberFinder.Found found, double[] xyz) {
		Numbers n = found.numbers();
		double factor = SiNumbers.factor(Key.TRANSLATIONS, entry, found, Quantity.LENGTH);
		List<String> as = found.expression().as().isEmpty() ? AXES.subList(0, n.columns()) : found.expression().as();
		if (n.columns() < 2)
			throw new InvalidDataException(n.where()
					+ " has one column, but x and y are needed; name them one by one with --set x=PLACE --set y=PLACE");
		if (as.size() != n.columns() || as.stream().map(PositionFinder::bare).distinct().count() != as.size()
				|| !AXES.containsAll(as.stream().map(PositionFinder::bare).toList()))
			throw entry.line().wrong("it has " + n.columns() + " columns; name them with 'as', for example 'as y,-x"
					+ (n.columns() == 3 ? ",z" : "") + "'");
		for (int c = 0; c < as.size(); c++)
			put(n, n.column(c), as.get(c).startsWith("-") ? -factor : factor, AXES.indexOf(bare(as.get(c))), xyz);
	}

	private boolean axis(Mapping mapping, Key key, double[] xyz, List<String> where, List<String> units) {
		Optional<Entry> entry = mapping.entry(key);
		Optional<NumberFinder.Found> found = entry.flatMap(numbers::find);
		if (found.isEmpty()) {
			if (key == Key.Y && !where.isEmpty())
				throw new InvalidDataException("there is an x for the positions, " + where.get(0)
						+ ", but no y; give it with --set y=PLACE, or --set 'y=0 m' when it does not move");
			return false;
		}
		if (key == Key.Y && where.isEmpty())
			throw new InvalidDataException("there is a y for the positions, " + found.get().numbers().where()
					+ ", but no x; give it with --set x=PLACE, or --set 'x=0 m' when it does not move");
		Numbers n = found.get().numbers();
		if (n.columns() != 1)
			throw new InvalidDataException(n.where() + " has " + n.columns() + " columns, but " + key.text()
					+ " is one; use --set translations=PLACE for all at once");
		put(n, n.values(), SiNumbers.factor(key, entry.get(), found.get(), Quantity.LENGTH), KEYS.indexOf(key), xyz);
		where.add(n.where());
		units.add(SiNumbers.unitText(found.get(), Quantity.LENGTH));
		// a z alone is no position
		return key != Key.Z;
	}

	/** Puts the values of the imported frames in; a single value holds for all. */
	private void put(Numbers n, double[] values, double factor, int axis, double[] xyz) {
		int frames = stack.frames();
		boolean constant = values.length == 1;
		boolean selected = values.length == frames;
		if (!constant && !selected && values.length != stack.all())
			throw new InvalidDataException(n.where() + " has " + values.length + " positions, but there are " + stack.all()
					+ " frames" + (frames == stack.all() ? "" : ", of which " + frames + " are imported")
					+ "; choose the frames that have positions with --set frames=0-" + (values.length - 1)
					+ ", or name another place");
		for (int k = 0; k < frames; k++)
			xyz[3 * k + axis] = factor * values[constant ? 0 : selected ? k : stack.selection()[k]];
	}

	private static void check(double[] xyz, List<String> where) {
		for (int k = 0; k < xyz.length; k++)
			if (!Double.isFinite(xyz[k]))
				throw new InvalidDataException(String.join(", ", where) + " is " + xyz[k] + " for frame " + k / 3 + ", axis "
						+ AXES.get(k % 3) + "; leave the frame out with --set frames=..., or correct it");
		if (extent(xyz, 0) == 0 && extent(xyz, 1) == 0)
			throw new InvalidDataException(
					String.join(", ", where) + " has the same position for all frames; name another place");
		// a scan of a metre is one in another unit
		for (int axis = 0; axis < 2; axis++)
			if (extent(xyz, axis) > 1)
				throw new InvalidDataException(String.join(", ", where) + " moves by " + NumberText.of(extent(xyz, axis))
						+ " m along " + AXES.get(axis) + ", which makes no sense; say the unit with 'in UNIT' after the place");
	}

	private static String extents(double[] xyz) {
		return NumberText.of(extent(xyz, 0) * 1e6) + " x " + NumberText.of(extent(xyz, 1) * 1e6);
	}

	private static double extent(double[] xyz, int axis) {
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (int k = axis; k < xyz.length; k += 3) {
			min = Math.min(min, xyz[k]);
			max = Math.max(max, xyz[k]);
		}
		return max - min;
	}

	private static String bare(String axis) {
		return axis.replaceFirst("^[-+]", "");
	}
}
