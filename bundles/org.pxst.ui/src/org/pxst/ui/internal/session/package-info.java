// SPDX-License-Identifier: EPL-2.0
/** Open scans: their files are watched, opened, read and written in the background. */
package org.pxst.ui.internal.session;
