// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Acreate2;
import static org.bytedeco.hdf5.global.hdf5.H5Awrite;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5S_SCALAR;
import static org.bytedeco.hdf5.global.hdf5.H5Screate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;

/** Writes the attributes of an object, each a single value. */
final class AttributeOutput {
	private final Handle target;

	/** @param target an open object */
	AttributeOutput(Handle target) {
		this.target = target;
	}

	/**
	 * Writes them, sorted by name: an immutable map has another order in every run.
	 *
	 * @param attributes values String, Double, Integer or Boolean
	 * @throws IOException when they cannot be written
	 */
	void write(Map<String, Object> attributes) throws IOException {
		for (Map.Entry<String, Object> a : new TreeMap<>(attributes).entrySet())
			write(a.getKey(), new Elements(array(a.getKey(), a.getValue())));
	}

	private void write(String name, Elements elements) throws IOException {
		try (Handle type = elements.type();
				Handle space = Handle.of(H5Screate(H5S_SCALAR), hdf5::H5Sclose, "scalar");
				Handle attribute = Handle.of(
						H5Acreate2(target.id(), name, type.id(), space.id(), H5P_DEFAULT, H5P_DEFAULT),
						hdf5::H5Aclose, "attribute " + name)) {
			if (elements.isText()) {
				try (NativeText pointers = new NativeText(elements.text())) {
					NativeHdf5.check(H5Awrite(attribute.id(), type.id(), pointers.array()), attribute.what());
				}
				return;
			}
			ByteBuffer one = ByteBuffer.allocateDirect(elements.bytes()).order(ByteOrder.LITTLE_ENDIAN);
			elements.put(0, 1, one);
			try (BytePointer pointer = new BytePointer(one)) {
				NativeHdf5.check(H5Awrite(attribute.id(), type.id(), pointer), attribute.what());
			}
		}
	}

	/**
	 * An array of one value.
	 *
	 * @param name  the attribute's, for the message
	 * @param value String, Double, Integer or Boolean
	 * @throws IllegalArgumentException for anything else
	 */
	static Object array(String name, Object value) {
		if (value instanceof String text)
			return new String[] { text };
		if (value instanceof Double number)
			return new double[] { number };
		if (value instanceof Integer number)
			return new int[] { number };
		if (value instanceof Boolean truth)
			return new boolean[] { truth };
		throw new IllegalArgumentException(
				"attribute " + name + " is a " + value.getClass() + "; String, Double, Integer or Boolean can be written");
	}
}
