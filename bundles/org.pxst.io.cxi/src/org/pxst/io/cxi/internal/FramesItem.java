// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.List;
import java.util.Optional;

import org.pxst.io.cxi.CxiItem;

/** Finds the frames: the named path, the places of CXI, or the only stack in the file. */
final class FramesItem {
	private static final CxiItem ITEM = CxiItem.DATA;
	private static final int LEAST_FRAMES = 2;

	private FramesItem() {
	}

	/**
	 * Looks for the frames without reading any.
	 *
	 * @param locator where to look
	 * @param reader  the file's reader
	 */
	static Found<StoredDataset> find(ItemLocator locator, ItemReader reader) {
		if (locator.override(ITEM).isEmpty()) {
			List<StoredDataset> places = locator.candidates(ITEM, Optional.empty());
			for (StoredDataset place : places) {
				Found<StoredDataset> found = reader.guarded(ITEM, place, FramesItem::check);
				if (found.value().isPresent())
					return found;
			}
			Optional<Found<StoredDataset>> guess = guess(locator, reader);
			if (guess.isPresent())
				return guess.get();
		}
		return reader.find(ITEM, Optional.empty(), FramesItem::check)
				.orElseGet(() -> reader.missing(ITEM, "frames"));
	}

	private static Optional<Found<StoredDataset>> guess(ItemLocator locator, ItemReader reader) {
		List<StoredDataset> stacks = locator.stacks();
		if (stacks.isEmpty())
			return Optional.empty();
		StoredDataset first = stacks.get(0);
		if (stacks.size() == 1)
			return Optional.of(Found.of(ITEM, first.path(),
					ItemReader.describe(first) + ", a guess: the only stack of images in the file", first));
		if (!locator.candidates(ITEM, Optional.empty()).isEmpty())
			return Optional.empty();
		String paths = String.join(", ", stacks.stream().limit(4).map(StoredDataset::path).toList());
		return Optional.of(Found.missing(ITEM, "missing",
				"no frames at " + locator.usualPlaces(ITEM) + ", and " + stacks.size() + " data sets could be them ("
						+ paths + (stacks.size() > 4 ? ", ..." : "") + "); " + ItemReader.remedy(ITEM)));
	}

	private static Found<StoredDataset> check(StoredDataset place) {
		String text = ItemReader.describe(place);
		String name = place.path() + " " + place.shapeText();
		if (place.rank() == 2)
			return Found.wrong(ITEM, place.path(), text, name
					+ " is one frame, but a scan needs at least " + LEAST_FRAMES + " frames, shape (N, M, L); "
					+ ItemReader.remedy(ITEM));
		if (place.rank() != 3)
			return Found.wrong(ITEM, place.path(), text, name + " has " + place.rank()
					+ (place.rank() == 1 ? " axis" : " axes")
					+ " instead of 3: frames, rows, columns; " + ItemReader.remedy(ITEM));
		if (place.size() == 0)
			return Found.wrong(ITEM, place.path(), text, name + " holds no frames; " + ItemReader.remedy(ITEM));
		if (place.extent(0) < LEAST_FRAMES)
			return Found.wrong(ITEM, place.path(), text, name + " has one frame, but a scan needs at least "
					+ LEAST_FRAMES + "; " + ItemReader.remedy(ITEM));
		if (place.extent(0) > Integer.MAX_VALUE || place.extent(1) * place.extent(2) > Integer.MAX_VALUE / 4)
			return Found.wrong(ITEM, place.path(), text, name + " is too large: at most " + Integer.MAX_VALUE / 4
					+ " pixels a frame can be read");
		return Found.of(ITEM, place.path(), text, place);
	}
}
