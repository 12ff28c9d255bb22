// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.BitSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.pxst.io.cxi.CxiItem;

/** Finds the frames to use: their indices, or true for each one that counts. */
final class GoodFramesItem {
	private static final CxiItem ITEM = CxiItem.GOOD_FRAMES;

	private GoodFramesItem() {
	}

	/**
	 * Looks for the selection and reads it.
	 *
	 * @param locator where to look
	 * @param reader  the file's reader
	 * @param frames  the frames, if they were found
	 * @return ascending indices; empty when the file says nothing and all frames are there
	 */
	static Found<int[]> find(ItemLocator locator, ItemReader reader, Optional<StoredDataset> frames) {
		if (locator.override(ITEM).filter(ItemLocator.NONE::equals).isPresent())
			return everything("no selection wanted", frames);
		return reader.find(ITEM, Optional.empty(), place -> read(place, frames))
				.orElseGet(() -> everything("missing", frames));
	}

	/**
	 * All frames. Those of which nothing was ever written are left out: they would count as dark. A frame of which only a
	 * part is missing is used, and named with the frames.
	 */
	private static Found<int[]> everything(String why, Optional<StoredDataset> frames) {
		BitSet absent = frames.map(stack -> stack.gaps().whole()).orElseGet(BitSet::new);
		if (absent.isEmpty())
			return Found.none(ITEM, why + ": all frames are used");
		int count = (int) frames.orElseThrow().extent(0);
		int[] there = IntStream.range(0, count).filter(n -> !absent.get(n)).toArray();
		return Found.instead(ITEM, why + ": the " + there.length + " of " + count + " frames that are there are used", there);
	}

	private static Found<int[]> read(StoredDataset place, Optional<StoredDataset> frames) {
		String text = ItemReader.describe(place);
		String name = place.path() + " " + place.shapeText();
		String remedy = ItemReader.remedy(ITEM) + ", or use --path good_frames=none";
		if (place.rank() > 1)
			return Found.wrong(ITEM, place.path(), text, name + " should be a list of frame numbers; " + remedy);
		long count = frames.map(f -> f.extent(0)).orElse((long) Integer.MAX_VALUE);
		double[] values = place.doubles();
		TreeSet<Integer> indices = new TreeSet<>();
		if (place.type().orElseThrow() == ElementType.BOOLEAN) {
			if (frames.isPresent() && values.length != count)
				return Found.wrong(ITEM, place.path(), text,
						name + " has another length than the " + count + " frames; " + remedy);
			IntStream.range(0, values.length).filter(n -> values[n] != 0).forEach(indices::add);
		} else {
			for (double v : values) {
				if (!(v >= 0 && v < count && v == Math.rint(v)))
					return Found.wrong(ITEM, place.path(), text, name + " names frame " + NumberText.of(v)
							+ ", but frames go from 0 to " + (count - 1) + "; " + remedy);
				indices.add((int) v);
			}
		}
		if (indices.isEmpty())
			return Found.wrong(ITEM, place.path(), text, name + " selects no frame; " + remedy);
		return Found.of(ITEM, place.path(), indices.size() + " of " + frames.map(f -> f.extent(0) + " ").orElse("")
				+ "frames", indices.stream().mapToInt(Integer::intValue).toArray());
	}
}
