// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.DoublePointer;

/** Adds attributes to objects of a file that is there. */
final class AttributeFixture implements AutoCloseable {
	private final long file;

	AttributeFixture(Path path) {
		file = ok(H5Fopen(path.toString(), H5F_ACC_RDWR, H5P_DEFAULT));
	}

	private static long ok(long result) {
		assertTrue(result >= 0, "HDF5 call failed");
		return result;
	}

	AttributeFixture put(String object, String name, Object value) throws Exception {
		try (Handle target = Handle.of(H5Oopen(file, object, H5P_DEFAULT), hdf5::H5Oclose, object)) {
			if (value instanceof double[] numbers) {
				long space = ok(H5Screate_simple(1, new long[] { numbers.length }, new long[] { numbers.length }));
				long attribute = ok(H5Acreate2(target.id(), name, H5T_IEEE_F64LE_g(), space, H5P_DEFAULT, H5P_DEFAULT));
				try (DoublePointer pointer = new DoublePointer(numbers)) {
					ok(H5Awrite(attribute, H5T_NATIVE_DOUBLE_g(), pointer));
				}
				ok(H5Aclose(attribute));
				ok(H5Sclose(space));
			} else {
				new AttributeOutput(target).write(Map.of(name, value));
			}
		}
		return this;
	}

	/** NeXus classes: path and class in turn. */
	AttributeFixture classes(String... pairs) throws Exception {
		for (int k = 0; k < pairs.length; k += 2)
			put(pairs[k], "NX_class", pairs[k + 1]);
		return this;
	}

	@Override
	public void close() {
		ok(H5Fclose(file));
	}
}
