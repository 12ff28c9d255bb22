// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.steps.FrameList;

/**
 * The frames that take part.
 *
 * @param leftOut frames that the user leaves out, as they are typed: "3,7-9"; "" for none
 */
record FrameSelection(String leftOut) {
	/** Fewer cannot be reconstructed. */
	private static final int FEWEST = 3;

	/**
	 * The frames that are left.
	 *
	 * @param look the scan
	 * @return empty when the user leaves none out, so that the scan's own choice stays
	 * @throws InvalidDataException when there are no such frames, or too few are left
	 */
	Optional<int[]> good(ScanLook look) {
		if (leftOut.isBlank())
			return Optional.empty();
		int[] out = FrameList.parse(leftOut, look.frames()).indices();
		int[] left = IntStream.of(look.good()).filter(n -> Arrays.binarySearch(out, n) < 0).toArray();
		if (left.length < FEWEST)
			throw new InvalidDataException("Only " + left.length + " frames are left; at least " + FEWEST + " are needed. Leave out fewer");
		return Optional.of(left);
	}

	/** What is wrong, in words for the user; empty when nothing is. */
	Optional<String> problem(ScanLook look) {
		try {
			good(look);
			return Optional.empty();
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
	}
}
