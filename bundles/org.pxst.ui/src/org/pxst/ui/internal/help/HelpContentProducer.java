// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.eclipse.help.IHelpContentProducer;

/** Gives the pages of help to the Eclipse help system, as XHTML: help/NAME.html is made from the page NAME. */
public final class HelpContentProducer implements IHelpContentProducer {
	private static final String HTML = ".html";

	@Override
	public InputStream getInputStream(String plugin, String href, Locale locale) {
		String path = href.replaceFirst("[?#].*", "");
		if (!path.startsWith(HelpTopic.FOLDER) || !path.endsWith(HTML))
			return null;
		try {
			return HelpPages.read(path.substring(HelpTopic.FOLDER.length(), path.length() - HTML.length()))
					.map(page -> new ByteArrayInputStream(HelpHtml.of(page).getBytes(StandardCharsets.UTF_8))).orElse(null);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
