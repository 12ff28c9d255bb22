// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.util.Locale;

/** Element types that data sets can be written with. */
public enum ArrayType {
	/** True or false, as h5py writes them. */
	BOOL,
	/** Unsigned, 1 byte. */
	UINT8,
	/** Unsigned, 2 bytes. */
	UINT16,
	/** Signed, 4 bytes. */
	INT32,
	/** Signed, 8 bytes. */
	INT64,
	/** IEEE 754, 4 bytes. */
	FLOAT32,
	/** IEEE 754, 8 bytes. */
	FLOAT64,
	/** Text, UTF-8. */
	STRING;

	/** Name as numpy has it. */
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
