// SPDX-License-Identifier: EPL-2.0
/** The view of help on the active view. */
package org.pxst.ui.internal.help;
