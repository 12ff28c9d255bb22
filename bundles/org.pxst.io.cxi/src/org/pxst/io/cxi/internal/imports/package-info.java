// SPDX-License-Identifier: EPL-2.0
/** Import by protocols: the language of the mapping files, the places items can be in, and the CXI file made from them. */
package org.pxst.io.cxi.internal.imports;
