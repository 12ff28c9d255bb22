// SPDX-License-Identifier: EPL-2.0
/** Numerical methods that know nothing of speckle tracking: filters, fits, integration of gradients. */
package org.pxst.core.numerics;
