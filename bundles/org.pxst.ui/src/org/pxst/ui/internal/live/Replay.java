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
import org.pxst.core.literal.NumberLiteral;
import org.pxst.processing.LoopSettings;

/**
 * How a main loop gets again to where it was after some iteration: the runs that led to its result, as they are recorded, up to
 * there. The same parameters give the same result, so nothing has to be kept of the iterations themselves.
 */
final class Replay {
	private static final String ITERATIONS = "iterations";
	private static final String RESUME = "resume";
	private static final String TOLERANCE = "tolerance";

	private final List<Map<String, Literal>> chain;
	private final Optional<List<Integer>> sizes;

	/**
	 * @param runs  what was given for each recorded run of the main loop, in order
	 * @param total iterations that the result has
	 */
	Replay(List<Map<String, Literal>> runs, int total) {
		chain = lastChain(runs);
		sizes = sizes(chain, total);
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

	/** Iterations of each run; empty when they cannot be known because more than one run may have converged early. */
	private static Optional<List<Integer>> sizes(List<Map<String, Literal>> chain, int total) {
		List<Integer> sizes = new ArrayList<>(chain.stream().map(Replay::most).toList());
		int sum = sizes.stream().mapToInt(Integer::intValue).sum();
		List<Integer> early = new ArrayList<>();
		for (int k = 0; k < chain.size(); k++)
			if (mayEndEarly(chain.get(k)))
				early.add(k);
		if (sum > total && early.size() == 1)
			sizes.set(early.get(0), sizes.get(early.get(0)) + total - sum);
		boolean isKnown = !chain.isEmpty() && (sum == total || early.size() == 1) && sizes.stream().allMatch(size -> size > 0)
				&& sizes.stream().mapToInt(Integer::intValue).sum() == total;
		return isKnown ? Optional.of(sizes) : Optional.empty();
	}

	private static int most(Map<String, Literal> given) {
		return given.get(ITERATIONS) instanceof NumberLiteral number ? (int) number.asDouble() : LoopSettings.defaults().iterations();
	}

	private static boolean mayEndEarly(Map<String, Literal> given) {
		return !(given.get(TOLERANCE) instanceof NumberLiteral number && number.asDouble() == 0);
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
