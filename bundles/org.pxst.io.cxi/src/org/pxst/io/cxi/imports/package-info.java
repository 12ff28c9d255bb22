// SPDX-License-Identifier: EPL-2.0
/** Making CXI files from what beamlines write in other layouts: NeXus, Eiger, TIFF, text tables. */
package org.pxst.io.cxi.imports;
