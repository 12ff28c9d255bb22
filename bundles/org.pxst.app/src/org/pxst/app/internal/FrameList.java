// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.core.InvalidDataException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Frames as typed: numbers and inclusive ranges, counted from 0, for example {@code 0-23,25,30-48}.
 *
 * @param indices ascending, each once, at least one
 */
record FrameList(int[] indices) {
	private static final Pattern PART = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");

	/** The indices, when the scan has them all. */
	int[] within(int frames, String file) {
		int last = indices[indices.length - 1];
		if (last >= frames)
			throw new InvalidDataException(file + ": --good-frames names frame " + last + ", but there are " + frames
					+ " frames, counted from 0");
		return indices.clone();
	}

	/** Reads the list. */
	static final class Converter implements ITypeConverter<FrameList> {
		@Override
		public FrameList convert(String text) {
			BitSet frames = new BitSet();
			for (String part : text.split(",", -1)) {
				Matcher m = PART.matcher(part.strip());
				if (!m.matches())
					throw new TypeConversionException(
							"'" + part + "' is no frame or range of frames; give for example 0-23,25,30-48");
				int first = Integer.parseInt(m.group(1));
				int last = m.group(2) == null ? first : Integer.parseInt(m.group(2));
				if (last < first)
					throw new TypeConversionException("'" + part + "' runs backwards; give the smaller frame first");
				frames.set(first, last + 1);
			}
			return new FrameList(frames.stream().toArray());
		}
	}
}
