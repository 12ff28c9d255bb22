// SPDX-License-Identifier: EPL-2.0
/** The scans that are open in the workbench, and how views read them without ever holding up the screen. */
package org.pxst.ui.session;
