// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an amount of memory in bytes: 1048576, 512m, 2g; k, m, g, t stand for powers of 1024, as with Java's -Xmx. */
final class MemorySizeConverter implements ITypeConverter<Long> {
	private static final Pattern SIZE = Pattern.compile("(\\d+)([kmgt]?)");
	private static final String UNITS = "kmgt";
	private static final int BITS = 10;

	@Override
	public Long convert(String text) {
		Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
		if (!size.matches())
			throw new TypeConversionException("'" + text + "' is no amount of memory; give bytes, or for example 512m or 2g");
		try {
			long bytes = Math.multiplyExact(Long.parseLong(size.group(1)),
					1L << BITS * (size.group(2).isEmpty() ? 0 : UNITS.indexOf(size.group(2)) + 1));
			if (bytes > 0)
				return bytes;
		} catch (NumberFormatException | ArithmeticException e) {
			throw new TypeConversionException("'" + text + "' is more memory than there can be");
		}
		throw new TypeConversionException("'" + text + "' is no memory at all");
	}
}
