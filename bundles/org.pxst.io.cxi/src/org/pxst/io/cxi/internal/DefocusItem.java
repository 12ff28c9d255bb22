// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;
import java.util.OptionalDouble;

import org.pxst.io.cxi.CxiItem;

/** Finds the focus-to-sample distance to start from: what the user gave, or a place that the user named. */
final class DefocusItem {
	private static final CxiItem ITEM = CxiItem.DEFOCUS;

	private DefocusItem() {
	}

	/**
	 * Looks for the defocus.
	 *
	 * @param given  the user's own value, which wins
	 * @param reader the file's reader
	 * @return in m, empty when nobody knows
	 */
	static Found<Double> find(OptionalDouble given, ItemReader reader) {
		if (given.isPresent()) {
			double defocus = given.getAsDouble();
			if (!isUsable(defocus))
				return Found.missing(ITEM, defocus + " m, given", "the given defocus is " + NumberText.of(defocus)
						+ " m, but must be positive; correct it or leave it out");
			return Found.instead(ITEM, NumberText.of(defocus) + " m, given", defocus);
		}
		return reader.find(ITEM, Optional.empty(), DefocusItem::read)
				.orElseGet(() -> Found.none(ITEM, "missing: found from the frames"));
	}

	private static Found<Double> read(StoredDataset place) {
		if (place.size() != 1)
			return Found.wrong(ITEM, place.path(), ItemReader.describe(place), place.path() + " " + place.shapeText()
					+ " should be a single number; " + ItemReader.remedy(ITEM));
		double defocus = place.doubles()[0];
		String text = NumberText.of(defocus) + " m";
		if (!isUsable(defocus))
			return Found.wrong(ITEM, place.path(), text,
					place.path() + " is " + text + ", but must be positive; " + ItemReader.remedy(ITEM));
		return Found.of(ITEM, place.path(), text, defocus);
	}

	private static boolean isUsable(double defocus) {
		return defocus > 0 && Double.isFinite(defocus);
	}
}
