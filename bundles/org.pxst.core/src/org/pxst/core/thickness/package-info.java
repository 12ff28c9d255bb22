// SPDX-License-Identifier: EPL-2.0
/** From the reference image to the thickness of the sample. */
package org.pxst.core.thickness;
