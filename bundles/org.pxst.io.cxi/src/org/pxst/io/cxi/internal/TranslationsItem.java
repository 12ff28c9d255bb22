// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.CxiItem;

/** Finds the recorded sample positions, (N, 3) in m. */
final class TranslationsItem {
	private static final CxiItem ITEM = CxiItem.TRANSLATIONS;

	private TranslationsItem() {
	}

	/**
	 * Looks for the positions and reads them.
	 *
	 * @param reader the file's reader
	 * @param frames the frames, if they were found
	 * @return (frame, xyz) flat
	 */
	static Found<double[]> find(ItemReader reader, Optional<StoredDataset> frames) {
		return reader.find(ITEM, frames.map(StoredDataset::path), place -> read(place, frames))
				.orElseGet(() -> reader.missing(ITEM, "sample positions"));
	}

	private static Found<double[]> read(StoredDataset place, Optional<StoredDataset> frames) {
		String text = ItemReader.describe(place);
		String name = place.path() + " " + place.shapeText();
		if (place.rank() != 2 || place.extent(1) != 3)
			return Found.wrong(ITEM, place.path(), text,
					name + " should be (N, 3): x, y, z of the sample in m for each frame; " + ItemReader.remedy(ITEM));
		if (frames.isPresent() && place.extent(0) != frames.get().extent(0))
			return Found.wrong(ITEM, place.path(), text,
					name + " has " + place.extent(0) + " positions for the " + frames.get().extent(0) + " frames of "
							+ frames.get().path() + "; " + ItemReader.remedy(ITEM));
		double[] xyz = place.doubles();
		double[] min = { Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE };
		double[] max = { -Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE };
		for (int k = 0; k < xyz.length; k++) {
			if (!Double.isFinite(xyz[k]))
				return Found.wrong(ITEM, place.path(), text, name + " is " + xyz[k] + " for frame " + k / 3 + ", axis "
						+ "xyz".charAt(k % 3) + "; correct it, or " + ItemReader.remedy(ITEM));
			min[k % 3] = Math.min(min[k % 3], xyz[k]);
			max[k % 3] = Math.max(max[k % 3], xyz[k]);
		}
		boolean moves = max[0] > min[0] || max[1] > min[1] || max[2] > min[2];
		if (!moves)
			return Found.wrong(ITEM, place.path(), text,
					name + " has the same position for all frames; " + ItemReader.remedy(ITEM));
		return Found.of(ITEM, place.path(), text + ", over " + NumberText.of(max[0] - min[0]) + " x "
				+ NumberText.of(max[1] - min[1]) + " x " + NumberText.of(max[2] - min[2]) + " m", xyz);
	}
}
