// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiItem;

/** Finds and reads single items of one file. */
final class ItemReader {
	/** Values that differ by less than this from each other count as one value (float32 against float64, jitter). */
	static final double SAME = 1e-3;

	private final Hdf5File file;
	private final ItemLocator locator;

	/**
	 * @param file    the file
	 * @param locator where to look
	 */
	ItemReader(Hdf5File file, ItemLocator locator) {
		this.file = file;
		this.locator = locator;
	}

	/** Turns a data set into a value. */
	@FunctionalInterface
	interface Reading<T> {
		/**
		 * @param dataset a data set of numbers
		 * @return the value, or what is wrong
		 */
		Found<T> read(StoredDataset dataset);
	}

	/**
	 * Looks for an item and reads it from the first place that has it.
	 *
	 * @param item      the item
	 * @param preferred path of the frames, whose entry comes first
	 * @param reading   how to read it
	 * @return empty when it is nowhere
	 */
	<T> Optional<Found<T>> find(CxiItem item, Optional<String> preferred, Reading<T> reading) {
		Optional<String> named = locator.override(item);
		List<StoredDataset> places;
		if (named.isPresent()) {
			Optional<StoredDataset> place = file.dataset(named.get());
			if (place.isEmpty())
				return Optional.of(noSuchPath(item, named.get()));
			places = List.of(place.get());
		} else {
			places = locator.candidates(item, preferred);
		}
		return places.stream().findFirst().map(place -> guarded(item, place, reading));
	}

	/** Reads from one place; what cannot be read at all becomes a problem of the item. */
	<T> Found<T> guarded(CxiItem item, StoredDataset place, Reading<T> reading) {
		if (place.type().isEmpty())
			return Found.wrong(item, place.path(), place.typeText() + " " + place.shapeText(), place.path() + " holds "
					+ place.typeText() + " instead of numbers; " + remedy(item));
		try {
			return reading.read(place);
		} catch (InvalidDataException e) {
			return Found.wrong(item, place.path(), describe(place), withoutFile(e));
		}
	}

	/**
	 * Reads from the data sets of a group that are seen as one.
	 *
	 * @return empty when the group has none
	 */
	<T> Optional<Found<T>> fromGroup(CxiItem item, String group, Reading<T> reading) {
		try {
			return FrameGroup.find(file, group)
					.map(frames -> guarded(item, frames.stack(), reading).with(frames.text()));
		} catch (InvalidDataException e) {
			return Optional.of(Found.wrong(item, group, "a group of data sets", withoutFile(e)));
		}
	}

	private String withoutFile(InvalidDataException e) {
		String prefix = file.path() + ": ";
		String line = e.getMessage();
		return line.startsWith(prefix) ? line.substring(prefix.length()) : line;
	}

	/** The user's path leads nowhere. */
	<T> Found<T> noSuchPath(CxiItem item, String path) {
		String what = file.isGroup(path) ? path + " is a group, not a data set"
				: "there is no data set " + path + locator.unreadable();
		return Found.wrong(item, path, "not found", what + "; correct --path " + item.key() + "=" + path);
	}

	/** A needed item is nowhere. */
	<T> Found<T> missing(CxiItem item, String what) {
		return Found.missing(item, "missing", "no " + what + " at " + locator.usualPlaces(item) + locator.unreadable()
				+ "; " + remedy(item));
	}

	/**
	 * Looks for a positive number. What the user gives as a number is that; an array counts when all its values are the same.
	 *
	 * @param item      the item
	 * @param preferred path of the frames, whose entry comes first
	 * @param unit      its unit
	 * @return empty when it is nowhere
	 */
	Optional<Found<Double>> positive(CxiItem item, Optional<String> preferred, String unit) {
		Optional<String> given = locator.number(item);
		if (given.isPresent())
			return Optional.of(positive(item, given.get(), unit));
		return find(item, preferred, place -> {
			double[] values = place.doubles();
			if (values.length == 0)
				return Found.wrong(item, place.path(), describe(place),
						place.path() + " is empty; " + remedy(item));
			double mean = 0;
			for (double v : values)
				mean += v / values.length;
			String text = NumberText.of(mean) + " " + unit;
			for (double v : values)
				if (!(v > 0) || Double.isInfinite(v))
					return Found.wrong(item, place.path(), text, place.path() + " is " + NumberText.of(v) + " " + unit
							+ ", but must be positive; " + remedy(item));
			for (double v : values)
				if (Math.abs(v - mean) > SAME * mean)
					return Found.wrong(item, place.path(), describe(place), place.path() + " " + place.shapeText()
							+ " has values from " + NumberText.of(v) + " " + unit + " on, but one value is needed; "
							+ remedy(item));
			return Found.of(item, place.path(), text, mean);
		});
	}

	private static Found<Double> positive(CxiItem item, String given, String unit) {
		double value = Double.parseDouble(given);
		String text = NumberText.of(value) + " " + unit;
		return value > 0 && !Double.isInfinite(value) ? Found.of(item, given, text + ", as given", value)
				: Found.wrong(item, given, text, item.key() + " is " + text + ", but must be positive");
	}

	/** Whether the user gives an item as a number. */
	boolean isGiven(CxiItem item) {
		return locator.number(item).isPresent();
	}

	/** What the user can do about an item that is missing or wrong. */
	static String remedy(CxiItem item) {
		return "name the right one with --path " + item.key() + "=PATH";
	}

	/** Type and shape. */
	static String describe(StoredDataset place) {
		return place.typeText() + " " + place.shapeText();
	}
}
