// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.pxst.io.cxi.CxiItem;

/** Finds the frames: the named path, the places of CXI, or the only stack in the file. */
final class FramesItem {
	private static final CxiItem ITEM = CxiItem.DATA;
	private static final int LEAST_FRAMES = 2;
	/** Where the file writer of DECTRIS detectors has its data sets, the new one and the old one. */
	private static final List<String> FRAME_GROUPS = List.of("/entry/data", "/entry");

	private FramesItem() {
	}

	/**
	 * Looks for the frames without reading any.
	 *
	 * @param locator where to look
	 * @param reader  the file's reader
	 */
	static Found<StoredDataset> find(ItemLocator locator, ItemReader reader) {
		Optional<String> named = locator.override(ITEM);
		if (named.isPresent()) {
			Optional<Found<StoredDataset>> group = reader.fromGroup(ITEM, named.get(), FramesItem::check);
			if (group.isPresent())
				return group.get();
		} else {
			List<StoredDataset> places = locator.candidates(ITEM, Optional.empty());
			for (StoredDataset place : places) {
				Found<StoredDataset> found = reader.guarded(ITEM, place, FramesItem::check);
				if (found.value().isPresent())
					return found;
			}
			for (String group : FRAME_GROUPS) {
				Optional<Found<StoredDataset>> found = reader.fromGroup(ITEM, group, FramesItem::check);
				if (found.isPresent())
					return found.get();
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
			return Optional.of(reader.guarded(ITEM, first, FramesItem::check)
					.with("a guess: the only stack of images in the file"));
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
		Gaps gaps = place.gaps();
		if (gaps.whole().cardinality() == place.extent(0))
			return Found.wrong(ITEM, place.path(), text, name + " holds no frames: " + (place.isVirtual()
					? "none of the files or data sets is there that it is made of"
					: "none was ever written") + "; " + ItemReader.remedy(ITEM));
		return Found.of(ITEM, place.path(), text + missing(gaps, place.isVirtual()), place);
	}

	private static String missing(Gaps gaps, boolean isVirtual) {
		StringBuilder text = new StringBuilder();
		if (!gaps.whole().isEmpty())
			text.append(", ").append(frames(gaps.whole()))
					.append(isVirtual ? " missing, their sources are not there: " : " never written: ")
					.append(Gaps.text(gaps.whole()));
		if (!gaps.partly().isEmpty())
			text.append(", ").append(frames(gaps.partly()))
					.append(isVirtual ? " missing in part: " : " written only in part: ").append(Gaps.text(gaps.partly()));
		return text.toString();
	}

	private static String frames(BitSet frames) {
		int count = frames.cardinality();
		return count == 1 ? "1 frame was" : count + " frames were";
	}
}
