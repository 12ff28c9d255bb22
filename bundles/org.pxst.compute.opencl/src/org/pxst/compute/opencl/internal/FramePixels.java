// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.nio.ByteBuffer;

import org.pxst.core.scan.PixelType;

/** Pixels of a frame in its own type, as numbers. */
final class FramePixels {
	private FramePixels() {
	}

	/** Value of pixel p. */
	static float value(ByteBuffer frame, PixelType type, int p) {
		return switch (type) {
		case UINT8 -> frame.get(p) & 0xff;
		case INT8 -> frame.get(p);
		case UINT16 -> frame.getShort(Short.BYTES * p) & 0xffff;
		case INT16 -> frame.getShort(Short.BYTES * p);
		case UINT32 -> frame.getInt(Integer.BYTES * p) & 0xffffffffL;
		case INT32 -> frame.getInt(Integer.BYTES * p);
		case FLOAT32 -> frame.getFloat(Float.BYTES * p);
		default -> throw new IllegalStateException(type + " is not kept");
		};
	}
}
