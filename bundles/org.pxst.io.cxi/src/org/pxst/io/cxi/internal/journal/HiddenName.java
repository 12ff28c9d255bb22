// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.journal;

import java.nio.file.Path;
import java.security.SecureRandom;

/** Names of the files that a file is made of, or changed with, before it is whole. */
public final class HiddenName {
	private static final int LONGEST_NAME = 100;
	private static final String UPDATE = "update-";

	private HiddenName() {
	}

	/**
	 * A new name for something that is to take a file's place.
	 *
	 * @param target the file
	 * @return in the same directory, used by nothing
	 */
	public static Path replacing(Path target) {
		return fresh(target, "");
	}

	/**
	 * A new name for something that a file is to be changed with. Whoever may write into the file may remove it.
	 *
	 * @param target the file
	 * @return in the same directory, used by nothing
	 */
	public static Path updating(Path target) {
		return fresh(target, UPDATE);
	}

	/** Whether a name is from {@link #updating} for this file. */
	static boolean isUpdateOf(Path target, Path path) {
		String name = path.getFileName().toString();
		return name.startsWith(prefix(target) + UPDATE) && name.endsWith(".tmp");
	}

	private static Path fresh(Path target, String kind) {
		return target.resolveSibling(prefix(target) + kind + Long.toHexString(new SecureRandom().nextLong()) + ".tmp");
	}

	private static String prefix(Path target) {
		String name = target.getFileName().toString();
		return "." + (name.length() <= LONGEST_NAME ? name
				: name.substring(0, LONGEST_NAME) + Integer.toHexString(name.hashCode())) + ".pxst-";
	}
}
