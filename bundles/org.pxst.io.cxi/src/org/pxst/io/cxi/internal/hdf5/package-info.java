// SPDX-License-Identifier: EPL-2.0
/** The HDF5 file format, as far as reading needs it: groups, links, object headers, storage layouts. */
package org.pxst.io.cxi.internal.hdf5;
