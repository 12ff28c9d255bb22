// SPDX-License-Identifier: EPL-2.0
/** What a main loop does just now: its pictures, its error, and the controls. */
package org.pxst.ui.internal.live;
