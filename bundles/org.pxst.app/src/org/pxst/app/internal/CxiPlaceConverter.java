// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import picocli.CommandLine.ITypeConverter;

/** Reads where an item is: an absolute path inside a file, or "none" to do without it. */
final class CxiPlaceConverter implements ITypeConverter<String> {
	private static final String NONE = "none";

	@Override
	public String convert(String place) {
		return NONE.equals(place) ? place : new CxiPathConverter().convert(place);
	}
}
