// SPDX-License-Identifier: EPL-2.0
/** How sure the pixel map is. */
package org.pxst.ui.internal.splithalf;
