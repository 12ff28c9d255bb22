// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;

/**
 * The region of interest as it is typed.
 *
 * @param text "ss0, ss1, fs0, fs1"; "" for automatic
 */
record RegionText(String text) {
	private static final Pattern EDGES = Pattern.compile("\\[?\\s*(\\d{1,8})\\s*[,:]\\s*(\\d{1,8})\\s*,\\s*(\\d{1,8})\\s*[,:]\\s*(\\d{1,8})\\s*]?");

	/** A region. */
	static RegionText of(Roi roi) {
		return new RegionText(roi.ss0() + ", " + roi.ss1() + ", " + roi.fs0() + ", " + roi.fs1());
	}

	/**
	 * The region.
	 *
	 * @param rows    of a frame
	 * @param columns of a frame
	 * @return empty for automatic
	 * @throws InvalidDataException when it is none, or not inside the frame
	 */
	Optional<Roi> roi(int rows, int columns) {
		if (text.isBlank())
			return Optional.empty();
		Matcher edges = EDGES.matcher(text.strip());
		if (!edges.matches())
			throw new InvalidDataException("'" + text.strip() + "' is no region; type four numbers: first row, row after the last, first"
					+ " column, column after the last");
		int ss0 = Integer.parseInt(edges.group(1));
		int ss1 = Integer.parseInt(edges.group(2));
		int fs0 = Integer.parseInt(edges.group(3));
		int fs1 = Integer.parseInt(edges.group(4));
		if (ss0 >= ss1 || fs0 >= fs1 || ss1 > rows || fs1 > columns)
			throw new InvalidDataException("The region " + text.strip() + " is not inside the frame of " + rows + " x " + columns
					+ " pixels, or empty");
		return Optional.of(new Roi(ss0, ss1, fs0, fs1));
	}

	/** What is wrong, in words for the user; empty when nothing is. */
	Optional<String> problem(int rows, int columns) {
		try {
			roi(rows, columns);
			return Optional.empty();
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
	}
}
