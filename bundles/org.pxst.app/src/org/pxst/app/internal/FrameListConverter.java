// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.steps.FrameList;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a list of frames on the command line. */
final class FrameListConverter implements ITypeConverter<FrameList> {
	@Override
	public FrameList convert(String text) {
		try {
			return FrameList.parse(text);
		} catch (InvalidDataException e) {
			throw new TypeConversionException(e.getMessage());
		}
	}
}
