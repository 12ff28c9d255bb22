// SPDX-License-Identifier: EPL-2.0
/** Reading CXI files with jhdf, writing them with the native HDF5 library. */
package org.pxst.io.cxi.internal;
