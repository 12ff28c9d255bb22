// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.util.Map;

/**
 * A data set to be written.
 *
 * @param path       path inside the file; one that does not start with '/' is relative to the group it is written to
 * @param shape      extents, empty for a scalar
 * @param values     flat row-major array: float[], double[], int[], long[], byte[] (written as unsigned 8 bit), short[]
 *                   (written as unsigned 16 bit), boolean[] (written as the enum {FALSE, TRUE} of h5py), or String[]
 *                   (UTF-8)
 * @param attributes attributes by name, values String, Double, Integer or Boolean; "units" where the values have a unit
 */
public record CxiDataset(String path, int[] shape, Object values, Map<String, Object> attributes) implements CxiContent {
	/** Takes a copy of the attributes. */
	public CxiDataset {
		attributes = Map.copyOf(attributes);
	}

	/** A data set with a unit; SI symbol, "" for dimensionless numbers. */
	public static CxiDataset of(String path, Object values, String units, int... shape) {
		return new CxiDataset(path, shape, values, units.isEmpty() ? Map.of() : Map.of("units", units));
	}
}
