// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.pxst.io.cxi.CxiItem;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of an item of a CXI file. */
final class CxiItemConverter implements ITypeConverter<CxiItem> {
	@Override
	public CxiItem convert(String key) {
		return Arrays.stream(CxiItem.values()).filter(item -> item.key().equals(key)).findFirst()
				.orElseThrow(() -> new TypeConversionException("'" + key + "' is no item of a CXI file; one of "
						+ Arrays.stream(CxiItem.values()).map(CxiItem::key).collect(Collectors.joining(", "))));
	}
}
