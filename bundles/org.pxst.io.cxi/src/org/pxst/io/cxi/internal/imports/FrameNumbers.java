// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.NumberText;

/** Reads which frames are meant: their numbers from 0 on, or for each frame whether it counts. */
final class FrameNumbers {
	private final NumberFinder numbers;

	/** @param numbers gets numbers from places */
	FrameNumbers(NumberFinder numbers) {
		this.numbers = numbers;
	}

	/**
	 * The frames that an entry names.
	 *
	 * @param entry  the entry, if there is one
	 * @param frames number of frames there are
	 * @return ascending; empty when nothing is said
	 * @throws InvalidDataException when it names frames that are not there, or none
	 */
	Optional<int[]> find(Optional<Entry> entry, int frames) {
		Optional<NumberFinder.Found> found = entry.flatMap(numbers::find);
		return found.map(f -> read(f.numbers(), f.expression(), frames));
	}

	private static int[] read(Numbers n, Expression expression, int frames) {
		double[] values = n.values();
		boolean flags = !(expression.place() instanceof Place.Constant) && values.length == frames && frames > 2
				&& Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
		int[] wanted = flags ? IntStream.range(0, frames).filter(k -> values[k] != 0).toArray()
				: Arrays.stream(values).mapToInt(v -> index(v, n, frames)).sorted().distinct().toArray();
		if (wanted.length == 0)
			throw new InvalidDataException(n.where() + " names no frame");
		return wanted;
	}

	private static int index(double value, Numbers n, int frames) {
		if (!(value >= 0 && value < frames && value == Math.rint(value)))
			throw new InvalidDataException(n.where() + " names frame " + NumberText.of(value) + ", but the " + frames
					+ " frames go from 0 to " + (frames - 1));
		return (int) value;
	}
}
