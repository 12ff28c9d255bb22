// SPDX-License-Identifier: EPL-2.0
/** The mask editor. */
package org.pxst.ui.internal.mask;
