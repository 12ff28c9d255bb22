// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Strings in native memory as UTF-8, with an array of pointers to them. */
final class NativeText implements AutoCloseable {
	private final BytePointer[] strings;
	private final PointerPointer<BytePointer> array;

	/** @param text the strings */
	NativeText(String... text) {
		strings = new BytePointer[text.length];
		for (int k = 0; k < text.length; k++)
			strings[k] = new BytePointer(text[k], StandardCharsets.UTF_8);
		array = new PointerPointer<>(strings);
	}

	/** The array of pointers. */
	PointerPointer<BytePointer> array() {
		return array;
	}

	@Override
	public void close() {
		array.close();
		for (BytePointer string : strings)
			string.close();
	}
}
