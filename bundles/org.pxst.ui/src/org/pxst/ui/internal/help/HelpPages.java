// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.commands.Service;

/**
 * The pages of help: help/NAME.md in the bundle, for the view org.pxst.ui.NAME and for what is no view; and for each step
 * step/NAME, made from its declaration.
 */
public final class HelpPages {
	/** The page about what all views share. */
	public static final String GENERAL = "general";
	/** What names of pages on steps begin with. */
	static final String STEPS = "step/";
	private static final String VIEWS = "org.pxst.ui.";

	private HelpPages() {
	}

	/** Name of the page for a view or editor; {@link #GENERAL} for those that are not ours. */
	public static String nameFor(String partId) {
		return partId.startsWith(VIEWS) ? partId.substring(VIEWS.length()) : GENERAL;
	}

	/**
	 * Name of the page that a link leads to.
	 *
	 * @param page   name of the page that has the link
	 * @param target as it is in the page: NAME.md, relative to the page
	 * @return empty when it does not lead to a page
	 */
	static Optional<String> linked(String page, String target) {
		if (!target.endsWith(".md") || target.contains(":"))
			return Optional.empty();
		String folder = page.substring(0, page.lastIndexOf('/') + 1);
		String path = java.nio.file.Path.of("/" + folder).resolve(target).normalize().toString();
		return Optional.of(path.substring(1, path.length() - ".md".length()));
	}

	/**
	 * Reads a page; for a background thread.
	 *
	 * @return empty when there is none
	 * @throws IOException when it cannot be read
	 */
	public static Optional<HelpText> read(String name) throws IOException {
		if (name.startsWith(STEPS))
			return steps().stream().filter(step -> name.equals(STEPS + step.name())).findFirst()
					.map(step -> HelpText.of(new StepPage(step).markdown()));
		try (InputStream in = HelpPages.class.getResourceAsStream("/help/" + name + ".md")) {
			if (in == null)
				return Optional.empty();
			return Optional.of(HelpText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
		}
	}

	/** The steps that have a page. */
	static List<StepDescription> steps() {
		List<StepDescription> steps = new ArrayList<>();
		Service.call(StepCatalogue.class, catalogue -> steps.addAll(catalogue.steps()));
		return steps;
	}
}
