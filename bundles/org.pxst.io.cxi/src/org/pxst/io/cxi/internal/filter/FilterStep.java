// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

/**
 * One step of a data set's filter pipeline (HDF5 File Format Specification 3.0, section IV.A.2.l).
 *
 * @param id     number of the filter, as registered with the HDF Group
 * @param name   name that the file gives it, may be empty
 * @param values the filter's parameters
 */
public record FilterStep(int id, String name, int[] values) {
	/** The parameter of this index, or 0 when the file has fewer. */
	int value(int index) {
		return index < values.length ? values[index] : 0;
	}
}
