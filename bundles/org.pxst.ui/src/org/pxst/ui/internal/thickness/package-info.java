// SPDX-License-Identifier: EPL-2.0
/** The thickness of the sample. */
package org.pxst.ui.internal.thickness;
