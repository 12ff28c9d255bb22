// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.focus;

/** Axis of the detector. */
enum Axis {
	SS, FS
}
