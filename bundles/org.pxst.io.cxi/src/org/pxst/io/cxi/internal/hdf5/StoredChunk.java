// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.hdf5;

/**
 * A chunk that was written.
 *
 * @param number  its number in the grid of chunks that covers the data set, row-major
 * @param address where it is
 * @param size    stored bytes
 * @param mask    filters whose bit is set were not applied
 */
public record StoredChunk(long number, long address, long size, int mask) {
}
