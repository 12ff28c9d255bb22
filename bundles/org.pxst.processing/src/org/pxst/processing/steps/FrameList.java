// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

/**
 * Frames as they are typed and shown: numbers and inclusive ranges, counted from 0, for example {@code 0-23,25,30-48}.
 *
 * @param indices ascending, each once; not copied, must not be changed afterwards
 */
public record FrameList(int[] indices) {
	private static final Pattern PART = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");
	/** From so many neighbours on a range is shorter than the numbers. */
	private static final int RANGE = 3;

	/**
	 * Reads a list.
	 *
	 * @param text numbers and ranges with commas between them, at least one, in any order
	 * @throws InvalidDataException when it is none; says which part is wrong
	 */
	public static FrameList parse(String text) {
		return new FrameList(bits(text).stream().toArray());
	}

	/**
	 * Reads a list of frames of a scan.
	 *
	 * @param text   numbers and ranges with commas between them, at least one, in any order
	 * @param frames number of frames of the scan
	 * @throws InvalidDataException when it is none, or names a frame that is not in the scan
	 */
	public static FrameList parse(String text, int frames) {
		BitSet named = bits(text);
		if (named.length() > frames)
			throw new InvalidDataException("There is no frame " + (named.length() - 1) + ": the scan has " + frames
					+ " frames, counted from 0");
		return new FrameList(named.stream().toArray());
	}

	private static BitSet bits(String text) {
		BitSet frames = new BitSet();
		for (String part : text.split(",", -1)) {
			Matcher m = PART.matcher(part.strip());
			if (!m.matches())
				throw new InvalidDataException(
						"'" + part + "' is no frame or range of frames; give for example 0-23,25,30-48");
			int first = Integer.parseInt(m.group(1));
			int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
			if (last < first)
				throw new InvalidDataException("'" + part + "' runs backwards; give the smaller frame first");
			frames.set(first, last + 1);
		}
		return frames;
	}

	/** The last frame, -1 when there is none. */
	public int last() {
		return indices.length == 0 ? -1 : indices[indices.length - 1];
	}

	/** The list as it is typed; "" when there is no frame. */
	public String text() {
		List<String> parts = new ArrayList<>();
		int from = 0;
		while (from < indices.length) {
			int to = from;
			while (to + 1 < indices.length && indices[to + 1] == indices[to] + 1)
				to++;
			if (to - from + 1 >= RANGE)
				parts.add(indices[from] + "-" + indices[to]);
			else
				for (int k = from; k <= to; k++)
					parts.add(Integer.toString(indices[k]));
			from = to + 1;
		}
		return String.join(",", parts);
	}
}
