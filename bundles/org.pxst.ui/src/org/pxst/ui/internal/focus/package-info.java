// SPDX-License-Identifier: EPL-2.0
/** The view of the beam around its focus (focus_profile). */
package org.pxst.ui.internal.focus;
