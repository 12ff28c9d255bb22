// SPDX-License-Identifier: EPL-2.0
/** Two-dimensional arrays of values. */
package org.pxst.core.image;
