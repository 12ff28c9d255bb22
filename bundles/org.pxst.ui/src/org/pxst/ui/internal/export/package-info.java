// SPDX-License-Identifier: EPL-2.0
/** Reports about scans, and results for other programs. */
package org.pxst.ui.internal.export;
