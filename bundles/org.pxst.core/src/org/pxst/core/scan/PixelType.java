// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

/** How a detector's pixels are stored. */
public enum PixelType {
	/** Unsigned integer, 1 byte. */
	UINT8(1),
	/** Signed integer, 1 byte. */
	INT8(1),
	/** Unsigned integer, 2 bytes. */
	UINT16(2),
	/** Signed integer, 2 bytes. */
	INT16(2),
	/** Unsigned integer, 4 bytes. */
	UINT32(4),
	/** Signed integer, 4 bytes. */
	INT32(4),
	/** Unsigned integer, 8 bytes. */
	UINT64(8),
	/** Signed integer, 8 bytes. */
	INT64(8),
	/** IEEE 754, 4 bytes. */
	FLOAT32(4),
	/** IEEE 754, 8 bytes. */
	FLOAT64(8);

	private final int bytes;

	PixelType(int bytes) {
		this.bytes = bytes;
	}

	/** Bytes a pixel. */
	public int bytes() {
		return bytes;
	}
}
