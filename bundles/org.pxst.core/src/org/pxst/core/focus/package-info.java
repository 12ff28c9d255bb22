// SPDX-License-Identifier: EPL-2.0
/** The beam around the focus, from the wavefront on the detector. */
package org.pxst.core.focus;
