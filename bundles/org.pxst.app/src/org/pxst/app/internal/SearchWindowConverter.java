// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.pxst.compute.SearchWindow;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a search window: 10 for 10 x 10 shifts, 8x12 for 8 along the slow and 12 along the fast scan axis. */
final class SearchWindowConverter implements ITypeConverter<SearchWindow> {
	private static final Pattern WINDOW = Pattern.compile("(\\d{1,9})(?:x(\\d{1,9}))?");

	@Override
	public SearchWindow convert(String text) {
		Matcher window = WINDOW.matcher(text.strip());
		if (!window.matches())
			throw new TypeConversionException("'" + text + "' is no search window; give for example 10, or 8x12");
		int widthSs = Integer.parseInt(window.group(1));
		try {
			return new SearchWindow(widthSs, window.group(2) == null ? widthSs : Integer.parseInt(window.group(2)));
		} catch (IllegalArgumentException e) {
			throw new TypeConversionException(e.getMessage());
		}
	}
}
