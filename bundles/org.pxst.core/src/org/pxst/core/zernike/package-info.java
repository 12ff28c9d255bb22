// SPDX-License-Identifier: EPL-2.0
/** Zernike polynomials on the pupil that a detector sees, and the probe at the focus. */
package org.pxst.core.zernike;
