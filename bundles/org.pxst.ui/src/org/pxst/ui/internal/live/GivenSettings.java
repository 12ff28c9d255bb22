// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.Map;

import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.NumberLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.processing.LoopSettings;

/**
 * The settings of a main loop among what was given to a run of it.
 *
 * @param given by the parameter's name; what is missing has its default
 */
record GivenSettings(Map<String, Literal> given) {
	private static final LoopSettings USUAL = LoopSettings.defaults();

	/** Iterations of the run at most. */
	int iterations() {
		return (int) number("iterations", USUAL.iterations());
	}

	/** Whether the run goes on from another. */
	boolean resumes() {
		return flag("resume", false);
	}

	/** All of them. */
	LoopSettings settings() {
		return new LoopSettings(iterations(), number("tolerance", USUAL.tolerance()), window(given.get("search_window")),
				number("filter", USUAL.filter()), flag("refine_pixel_map", USUAL.refinePixelMap()),
				flag("refine_whitefield", USUAL.refineWhitefield()), flag("refine_positions", USUAL.refinePositions()),
				flag("irrotational", USUAL.irrotational()));
	}

	private double number(String name, double usual) {
		return given.get(name) instanceof NumberLiteral number ? number.asDouble() : usual;
	}

	private boolean flag(String name, boolean usual) {
		return given.get(name) instanceof Flag flag ? flag.value() : usual;
	}

	/** The larger extent counts. */
	private static int window(Literal literal) {
		if (literal instanceof NumberLiteral number)
			return (int) number.asDouble();
		return literal instanceof Sequence both ? both.items().stream().mapToInt(GivenSettings::window).max().orElse(0) : 0;
	}
}
