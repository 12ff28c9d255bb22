// SPDX-License-Identifier: EPL-2.0
/** The one viewer of all images. */
package org.pxst.ui.image;
