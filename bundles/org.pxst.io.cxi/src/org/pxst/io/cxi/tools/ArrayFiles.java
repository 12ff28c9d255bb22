// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.nio.file.Path;

/** Reads arrays from files that are not HDF5. A Declarative Service; stateless, callable from any thread. */
public interface ArrayFiles {
	/**
	 * Reads a file by its extension: {@code npy} (versions 1 to 3, any byte order, C order), {@code csv}, {@code txt} and
	 * {@code dat} (numbers in rows and columns, # for comments; a single row or column gives one axis), {@code tif} and
	 * {@code tiff} (grey; several images give three axes). Whole numbers keep their type where {@link ArrayType} has it,
	 * and get the next larger one otherwise.
	 *
	 * @throws org.pxst.core.InvalidDataException when it cannot be read, or is something else; says what and where
	 */
	ArrayValues read(Path file);
}
