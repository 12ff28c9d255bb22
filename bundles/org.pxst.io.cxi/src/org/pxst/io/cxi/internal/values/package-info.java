// SPDX-License-Identifier: EPL-2.0
/** Arrays from files that are not HDF5. */
package org.pxst.io.cxi.internal.values;
