// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import org.pxst.ui.session.OpenScan;

/**
 * A group of results of an open scan.
 *
 * @param scan  the scan
 * @param group absolute path of the group
 */
public record RunResults(OpenScan scan, String group) {
	/** For a list to choose from. */
	String text() {
		return scan.name() + "  " + group;
	}
}
