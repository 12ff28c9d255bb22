// SPDX-License-Identifier: EPL-2.0
/** The wizard that leads from a file to its reconstruction. */
package org.pxst.ui.internal.newscan;
