// SPDX-License-Identifier: EPL-2.0
/** What was run on a scan, and what is kept of it. */
package org.pxst.ui.internal.history;
