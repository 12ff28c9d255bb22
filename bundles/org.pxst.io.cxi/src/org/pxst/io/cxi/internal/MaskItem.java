// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.ByteBuffer;
import java.util.Optional;

import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiItem;

/**
 * Finds the detector mask and turns it to true = good. A boolean mask is taken as it is. In an integer mask 0 is good,
 * as CXI has it; but some programs write ones for good pixels, which would leave no detector: a mask with ones nearly
 * everywhere is read that way.
 */
final class MaskItem {
	private static final CxiItem ITEM = CxiItem.MASK;
	/** Share of bad pixels from which on an integer mask is believed to mean the opposite. */
	private static final double HARDLY_A_DETECTOR = 0.95;

	private MaskItem() {
	}

	/**
	 * Looks for the mask and reads it.
	 *
	 * @param locator where to look
	 * @param reader  the file's reader
	 * @param frames  the frames, if they were found
	 */
	static Found<Mask> find(ItemLocator locator, ItemReader reader, Optional<StoredDataset> frames) {
		if (locator.override(ITEM).filter(ItemLocator.NONE::equals).isPresent())
			return Found.none(ITEM, "none wanted: all pixels are taken as good");
		return reader.find(ITEM, frames.map(StoredDataset::path), place -> read(place, frames))
				.orElseGet(() -> Found.none(ITEM, "missing: all pixels are taken as good"));
	}

	private static Found<Mask> read(StoredDataset place, Optional<StoredDataset> frames) {
		String text = ItemReader.describe(place);
		String name = place.path() + " " + place.shapeText();
		boolean fits = place.rank() == 2
				&& frames.map(f -> place.hasShape(f.extent(1), f.extent(2))).orElse(true);
		if (!fits)
			return Found.wrong(ITEM, place.path(), text,
					name + " does not have the shape of a frame"
							+ frames.map(f -> " of " + f.path() + " " + f.shapeText()).orElse("") + "; "
							+ ItemReader.remedy(ITEM) + ", or use --path mask=none");
		int rows = (int) place.extent(0);
		int columns = (int) place.extent(1);
		ElementType type = place.type().orElseThrow();
		ByteBuffer values = place.read(new long[2], new int[] { rows, columns });
		boolean[] good = new boolean[rows * columns];
		int set = 0;
		for (int k = 0; k < good.length; k++) {
			good[k] = type.get(values, k) != 0;
			set += good[k] ? 1 : 0;
		}
		String meaning = "true = good";
		if (type != ElementType.BOOLEAN && set <= HARDLY_A_DETECTOR * good.length) {
			for (int k = 0; k < good.length; k++)
				good[k] = !good[k];
			set = good.length - set;
			meaning = "0 = good";
		} else if (type != ElementType.BOOLEAN) {
			meaning = "non-zero taken as good, because " + share(set, good.length) + " of the pixels are";
		}
		text += ", " + meaning + ", " + (good.length - set) + " bad";
		if (set == 0)
			return Found.wrong(ITEM, place.path(), text, name
					+ " marks every pixel as bad; correct it, " + ItemReader.remedy(ITEM) + ", or use --path mask=none");
		return Found.of(ITEM, place.path(), text, new Mask(rows, columns, good));
	}

	private static String share(int part, int whole) {
		return part == whole ? "all" : NumberText.of(Math.floor(1000.0 * part / whole) / 10) + " %";
	}
}
