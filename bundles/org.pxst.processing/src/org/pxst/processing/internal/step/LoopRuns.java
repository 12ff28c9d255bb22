// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.DoubleLiteral;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.None;
import org.pxst.processing.LoopLeg;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.ReconstructionResult;

/**
 * What runs of pixel_map_from_data have to be given so that they, one after the other, do again what a run has done that was
 * changed on the way or did not go to its end.
 *
 * @param given     the settings that the run was given
 * @param resumes   whether the run itself has gone on from another
 * @param beginning names of what the user gave that only a run from the beginning takes
 */
record LoopRuns(LoopSettings given, boolean resumes, List<String> beginning) {
	/** Name of the parameter that makes a run go on. */
	static final String RESUME = "resume";
	/** Name of the parameter for the number of iterations. */
	static final String ITERATIONS = "iterations";

	/**
	 * What to give instead of what the user gave.
	 *
	 * @return one for each leg; none, when the run has done what anybody's would do who gives the same
	 */
	List<Map<String, Literal>> of(ReconstructionResult result) {
		List<LoopLeg> legs = result.history().legs();
		int done = result.history().iterations();
		boolean toItsEnd = result.memory().hasConverged() ? done <= given.iterations() : done == given.iterations();
		if (legs.size() == 1 && legs.get(0).settings().isLike(given) && toItsEnd)
			return List.of();
		List<Map<String, Literal>> runs = new ArrayList<>();
		for (LoopLeg leg : legs)
			runs.add(run(leg, resumes || !runs.isEmpty()));
		return List.copyOf(runs);
	}

	private Map<String, Literal> run(LoopLeg leg, boolean goesOn) {
		Map<String, Literal> instead = new LinkedHashMap<>();
		if (goesOn && !resumes) {
			instead.put(RESUME, new Flag(true));
			beginning.forEach(name -> instead.put(name, new None()));
		}
		instead.put(ITERATIONS, new LongLiteral(leg.iterations()));
		Map<String, Literal> before = literals(given);
		literals(leg.settings()).forEach((name, value) -> {
			if (!value.equals(before.get(name)))
				instead.put(name, value);
		});
		return instead;
	}

	private static Map<String, Literal> literals(LoopSettings settings) {
		Map<String, Literal> literals = new LinkedHashMap<>();
		literals.put("tolerance", new DoubleLiteral(settings.tolerance()));
		literals.put("search_window", settings.searchWindow() == 0 ? new None() : new LongLiteral(settings.searchWindow()));
		literals.put("filter", new DoubleLiteral(settings.filter()));
		literals.put("refine_pixel_map", new Flag(settings.refinePixelMap()));
		literals.put("refine_whitefield", new Flag(settings.refineWhitefield()));
		literals.put("refine_positions", new Flag(settings.refinePositions()));
		literals.put("irrotational", new Flag(settings.irrotational()));
		return literals;
	}
}
