// SPDX-License-Identifier: EPL-2.0
/** How sharp the reference image is at one defocus after the other. */
package org.pxst.ui.internal.sweep;
