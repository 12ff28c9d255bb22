// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages of help in the bundle: help/NAME.md for the view org.pxst.ui.NAME, and one for all that they share. */
public final class HelpPages {
	/** The page about what all views share. */
	public static final String GENERAL = "general";
	private static final String VIEWS = "org.pxst.ui.";

	private HelpPages() {
	}

	/** Name of the page for a view or editor; {@link #GENERAL} for those that are not ours. */
	public static String nameFor(String partId) {
		return partId.startsWith(VIEWS) ? partId.substring(VIEWS.length()) : GENERAL;
	}

	/**
	 * Reads a page; for a background thread.
	 *
	 * @return empty when there is none
	 * @throws IOException when it cannot be read
	 */
	public static Optional<HelpText> read(String name) throws IOException {
		try (InputStream in = HelpPages.class.getResourceAsStream("/help/" + name + ".md")) {
			if (in == null)
				return Optional.empty();
			return Optional.of(HelpText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
		}
	}
}
