// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopSettings;

/**
 * How a main loop gets again to where it was after some iteration: the runs that led to its result, as they are recorded, up to
 * there. The same parameters give the same result, so nothing has to be kept of the iterations themselves.
 */
final class Replay {
	private static final String ITERATIONS = "iterations";
	private static final String RESUME = "resume";

	private final List<Map<String, Literal>> chain;
	private final Optional<List<Integer>> sizes;

	/**
	 * @param runs       what was given for each recorded run of the main loop, in order
	 * @param iterations that the result has: they say where a run ended before its time because it had converged
	 */
	Replay(List<Map<String, Literal>> runs, List<Iteration> iterations) {
		chain = lastChain(runs);
		sizes = iterations.isEmpty() ? Optional.empty() : sizes(chain, iterations);
	}

	/** The last run that began anew, and those that went on from it. */
	private static List<Map<String, Literal>> lastChain(List<Map<String, Literal>> runs) {
		int first = runs.size();
		for (int k = runs.size() - 1; k >= 0; k--) {
			first = k;
			if (!(runs.get(k).get(RESUME) instanceof Flag flag && flag.value()))
				return runs.subList(k, runs.size());
		}
		// the beginning is not recorded
		return runs.subList(0, first).subList(0, 0);
	}

	/** Iterations of each run; empty when the runs do not lead to what there is. */
	private static Optional<List<Integer>> sizes(List<Map<String, Literal>> chain, List<Iteration> iterations) {
		List<Integer> sizes = new ArrayList<>();
		Optional<LoopSettings> followed = Optional.empty();
		int smallFalls = 0;
		int at = 0;
		for (Map<String, Literal> given : chain) {
			LoopSettings settings = new GivenSettings(given).settings();
			int begin = at;
			LoopMemory memory = memory(iterations, at, followed.filter(settings::isLike).isPresent() ? smallFalls : 0);
			if (memory.hasConverged())
				memory = memory(iterations, at, 0);
			while (at < iterations.size() && at - begin < settings.iterations() && !memory.hasConverged()) {
				int falls = memory.smallFallsAfter(settings, iterations.get(at).error());
				at++;
				memory = memory(iterations, at, falls);
			}
			smallFalls = memory.smallFalls();
			followed = Optional.of(settings);
			sizes.add(at - begin);
		}
		boolean isKnown = at > 0 && at == iterations.size() && sizes.stream().allMatch(size -> size > 0);
		return isKnown ? Optional.of(sizes) : Optional.empty();
	}

	/** What the loop carried on to its next iteration, as far as it takes to know whether it had converged after that. */
	private static LoopMemory memory(List<Iteration> iterations, int done, int smallFalls) {
		Iteration next = iterations.get(Math.min(done, iterations.size() - 1));
		double error = done == 0 ? Double.POSITIVE_INFINITY : iterations.get(done - 1).error();
		return new LoopMemory(next.windowSs() / 2, next.filter(), done, error, smallFalls, Double.NaN);
	}

	/** Whether it is known how the result came about. */
	boolean isPossible() {
		return sizes.isPresent();
	}

	/**
	 * What to give for the runs that lead to the state after an iteration.
	 *
	 * @param iteration from 1 on; the last one there is at most
	 * @throws IllegalStateException when it is not possible
	 */
	List<Map<String, Literal>> upTo(int iteration) {
		List<Integer> known = sizes.orElseThrow(() -> new IllegalStateException("the iterations of each run are not known"));
		List<Map<String, Literal>> runs = new ArrayList<>();
		int left = iteration;
		for (int k = 0; k < chain.size() && left > 0; k++) {
			Map<String, Literal> given = new LinkedHashMap<>(chain.get(k));
			if (left < known.get(k))
				given.put(ITERATIONS, new LongLiteral(left));
			runs.add(given);
			left -= known.get(k);
		}
		return runs;
	}
}
