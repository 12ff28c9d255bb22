// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import java.util.List;

import org.pxst.ui.image.Picture;

/**
 * Something that a preview has to show.
 *
 * @param label   what it is, for a list
 * @param content what is shown
 */
record PreviewItem(String label, Content content) {
	/** What can be shown. */
	sealed interface Content permits Image, Curves {
	}

	/** An image. */
	record Image(Picture picture) implements Content {
	}

	/**
	 * Curves over an index.
	 *
	 * @param quantity what the values are, with their unit
	 * @param names    of the curves
	 * @param values   of each curve
	 */
	record Curves(String quantity, List<String> names, List<double[]> values) implements Content {
	}
}
