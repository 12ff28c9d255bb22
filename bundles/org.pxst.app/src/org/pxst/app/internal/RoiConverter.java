// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.pxst.core.scan.Roi;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a region of interest: ss0,ss1,fs0,fs1. */
final class RoiConverter implements ITypeConverter<Roi> {
	@Override
	public Roi convert(String text) {
		String[] parts = text.split(",", -1);
		if (parts.length != 4)
			throw new TypeConversionException("'" + text + "' is no region of interest; give ss0,ss1,fs0,fs1");
		int[] n = new int[4];
		for (int k = 0; k < n.length; k++)
			n[k] = integer(parts[k], text);
		try {
			return new Roi(n[0], n[1], n[2], n[3]);
		} catch (IllegalArgumentException e) {
			throw new TypeConversionException("'" + text + "': " + e.getMessage());
		}
	}

	private static int integer(String part, String text) {
		try {
			return Integer.parseInt(part.strip());
		} catch (NumberFormatException e) {
			throw new TypeConversionException("'" + text + "' is no region of interest: '" + part + "' is no integer");
		}
	}
}
