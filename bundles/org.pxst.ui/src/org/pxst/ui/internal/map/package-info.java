// SPDX-License-Identifier: EPL-2.0
/** The pixel map: what the lens does to the image. */
package org.pxst.ui.internal.map;
