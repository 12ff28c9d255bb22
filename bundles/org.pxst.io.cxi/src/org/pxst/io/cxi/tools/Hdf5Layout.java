// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.util.List;

/**
 * Type, shape and storage of a data set.
 *
 * @param type     element type as numpy names it, or in words when there is no such name
 * @param numeric  whether the elements are numbers or booleans
 * @param shape    extents, empty for a scalar
 * @param bytes    size of all elements before compression; for strings of variable length that of what points to them
 * @param chunk    extents of the storage chunks, empty when there are none
 * @param filters  what was done to the chunks, such as "gzip 4", in order
 * @param isVirtual whether the elements are in other data sets
 */
public record Hdf5Layout(String type, boolean numeric, List<Long> shape, long bytes, List<Integer> chunk,
		List<String> filters, boolean isVirtual) {
	/** Takes copies. */
	public Hdf5Layout {
		shape = List.copyOf(shape);
		chunk = List.copyOf(chunk);
		filters = List.copyOf(filters);
	}

	/** Number of elements. */
	public long size() {
		return shape.stream().reduce(1L, Math::multiplyExact);
	}
}
