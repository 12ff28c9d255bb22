// SPDX-License-Identifier: EPL-2.0
/** Decodes the storage chunks of HDF5 data sets. */
package org.pxst.io.cxi.internal.filter;
