// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.values;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.osgi.service.component.annotations.Component;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.imports.TiffArray;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.ArrayValues;

/** Reads arrays by the extension of the file. */
@Component
public final class ArrayFileReader implements ArrayFiles {
	@Override
	public ArrayValues read(Path file) {
		if (!Files.isRegularFile(file))
			throw new InvalidDataException(file + ": there is no such file; check the name");
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
		case "npy" -> new NpyFile(file).read();
		case "csv", "txt", "dat" -> new NumberTable(file).read();
		case "tif", "tiff" -> new TiffArray(file).read();
		default -> throw new InvalidDataException(
				file + ": values can be taken from files .npy, .csv, .txt, .dat, .tif and .tiff; write it as one of these");
		};
	}
}
