// SPDX-License-Identifier: EPL-2.0
/** Reading and writing CXI (HDF5) files. */
package org.pxst.io.cxi;
