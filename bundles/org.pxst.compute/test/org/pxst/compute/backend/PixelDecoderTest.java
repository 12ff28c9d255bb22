// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pxst.compute.TypedFrames;
import org.pxst.core.scan.PixelType;

class PixelDecoderTest {
	@ParameterizedTest
	@EnumSource(names = { "UINT8", "INT8", "UINT16", "INT16", "UINT32", "INT32", "FLOAT32" })
	void decodesPartOfAFrame(PixelType type) {
		double negative = type.name().startsWith("U") ? Math.pow(2, 8 * type.bytes() - 1) : -3;
		double[] frame = { 1, 2, 100, negative, 5, 6 };
		ByteBuffer stored = ByteBuffer.allocate(6 * type.bytes()).order(ByteOrder.nativeOrder());
		new TypedFrames(type, 2, 3, new double[][] { frame }).readStored(0, 1, stored);
		float[] target = { 9, 9, 9, 9 };
		new PixelDecoder(type).decode(stored.array(), 2, 3, target);
		assertArrayEquals(new float[] { 100, (float) negative, 5, 9 }, target);
	}

	@ParameterizedTest
	@EnumSource(names = { "UINT64", "INT64", "FLOAT64" })
	void typesThatFramesAreNotKeptInAreRefused(PixelType type) {
		PixelDecoder decoder = new PixelDecoder(type);
		assertThrows(IllegalArgumentException.class, () -> decoder.decode(new byte[64], 0, 1, new float[1]));
	}
}
