// SPDX-License-Identifier: EPL-2.0
/** What was measured: frames, detector geometry, sample positions, and which pixels and frames count. */
package org.pxst.core.scan;
