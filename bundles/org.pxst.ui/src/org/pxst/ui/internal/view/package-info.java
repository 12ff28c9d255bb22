// SPDX-License-Identifier: EPL-2.0
/** The parts of a view of a scan: when it is read, and what is on screen in place of its content. */
package org.pxst.ui.internal.view;
