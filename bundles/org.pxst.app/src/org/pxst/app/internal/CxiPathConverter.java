// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an absolute path inside a CXI file. */
final class CxiPathConverter implements ITypeConverter<String> {
	@Override
	public String convert(String path) {
		// "." and ".." would be names like others in HDF5, but who writes them means something else
		if (!path.matches("(/(?!\\.{1,2}(/|$))[^/]+)+"))
			throw new TypeConversionException(
					"'" + path + "' is no path inside a file; it must look like /speckle_tracking");
		return path;
	}
}
