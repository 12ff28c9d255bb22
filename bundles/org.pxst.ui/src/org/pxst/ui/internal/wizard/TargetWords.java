// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.wizard;

import org.pxst.processing.run.Target;

/** Where results go, in words. */
final class TargetWords {
	private TargetWords() {
	}

	/**
	 * A sentence.
	 *
	 * @param target where they go
	 * @param scan   name of the scan's file
	 * @param group  absolute path of their group
	 */
	static String of(Target target, String scan, String group) {
		return switch (target.kind()) {
		case AUTOMATIC -> "The result goes into " + scan + ", group " + group
				+ ", or into a file of its own beside it where that is not possible.";
		case IN_PLACE -> "The result goes into " + scan + ", group " + group + ".";
		case FILE -> "The result goes into " + target.file().orElseThrow() + ", group " + group + ".";
		};
	}
}
