// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import org.pxst.core.InvalidDataException;

/**
 * Where something was said about an item.
 *
 * @param origin mapping file with the number of the line, or the option of the command line
 * @param text   what was said
 */
record Line(String origin, String text) {
	/** What is wrong with it. */
	InvalidDataException wrong(String problem) {
		return new InvalidDataException(origin + ": " + text + ": " + problem);
	}
}
