// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Where a data set is.
 *
 * @param file absolute path of the file
 * @param path absolute path inside it
 */
public record DataAddress(Path file, String path) {
	private static final String BETWEEN = "\n";

	/** As the command line takes it. */
	public String full() {
		return file + path;
	}

	/** The last part of the path. */
	public String name() {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	/** A name for a view of it that has none of the characters with a meaning to the workbench. */
	public String id() {
		return Base64.getUrlEncoder().withoutPadding()
				.encodeToString((file + BETWEEN + path).getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The data set of a view.
	 *
	 * @param id what {@link #id} returned
	 * @throws IllegalArgumentException when it is something else
	 */
	public static DataAddress of(String id) {
		String text = new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8);
		int between = text.lastIndexOf(BETWEEN);
		if (between < 0)
			throw new IllegalArgumentException(id + " names no data set");
		return new DataAddress(Path.of(text.substring(0, between)), text.substring(between + 1));
	}
}
