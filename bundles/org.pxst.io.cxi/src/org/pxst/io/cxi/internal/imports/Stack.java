// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.List;

import org.pxst.core.scan.FrameSource;
import org.pxst.io.cxi.CxiStack;

/**
 * The frames of an import, not read.
 *
 * @param source     reads them
 * @param parts      where they are, when they can be linked; else empty
 * @param whyNot     why they cannot be linked, "" when they can
 * @param all        number of frames at the source, of which some may have been left out
 * @param selection  which of those they are, ascending
 * @param where      the place, for tables
 */
record Stack(FrameSource source, List<CxiStack.Part> parts, String whyNot, int all, int[] selection, String where) {
	/** Number of frames. */
	int frames() {
		return selection.length;
	}
}
