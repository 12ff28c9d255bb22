// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;

/** The filters that can be undone. */
final class KnownFilters {
	private KnownFilters() {
	}

	/**
	 * The filter of a step.
	 *
	 * @param step        the step
	 * @param elementSize bytes an element, for filters that do not name it themselves
	 * @throws IOException when it is not known
	 */
	static Filter of(FilterStep step, int elementSize) throws IOException {
		return switch (step.id()) {
		case 1 -> new Deflate();
		case 2 -> new Shuffle(shuffled(step, elementSize));
		case 3 -> new Fletcher32();
		case 32000 -> new Lzf(step.value(2));
		case 32001 -> new Blosc();
		case 32004 -> new Lz4();
		case 32008 -> Bitshuffle.of(step, elementSize);
		case 32015 -> new Zstd();
		default -> throw new IOException("the chunks are encoded with filter " + step.id()
				+ (step.name().isEmpty() ? "" : " (" + step.name() + ")")
				+ ", which cannot be decoded here; repack the file: h5repack -f GZIP=4 IN OUT");
		};
	}

	private static int shuffled(FilterStep step, int elementSize) throws IOException {
		int size = step.value(0) == 0 ? elementSize : step.value(0);
		if (size < 1)
			throw new IOException("shuffle with elements of " + size + " bytes");
		return size;
	}
}
