// SPDX-License-Identifier: EPL-2.0
/** Tools for HDF5 files: looking at them, copying, renaming and removing what is in them, writing and exporting data sets. */
package org.pxst.io.cxi.tools;
