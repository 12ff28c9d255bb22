// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

import org.pxst.processing.config.ProcessRecord;

/**
 * Finds what two groups of results were made with that is not the same. Of a step that was run several times, the last run
 * counts, as it replaced what those before it had found; where runs went on from those before them ({@code resume = True}),
 * the whole chain counts.
 */
public final class ParameterDifferences {
	/** The parameter of a run that goes on where the one before has ended. */
	private static final String RESUME = "resume";
	private static final String NOT_RUN = "not run";
	private static final String NUMBER = "[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?";

	private final List<ParameterDifference> found = new ArrayList<>();

	private ParameterDifferences() {
	}

	/**
	 * All differences, step by step in the order in which they were run.
	 *
	 * @param a runs of A
	 * @param b runs of B
	 */
	public static List<ParameterDifference> of(List<ProcessRecord> a, List<ProcessRecord> b) {
		ParameterDifferences differences = new ParameterDifferences();
		Map<String, List<ProcessRecord>> chainsA = chains(a);
		Map<String, List<ProcessRecord>> chainsB = chains(b);
		Set<String> steps = new LinkedHashSet<>(chainsA.keySet());
		steps.addAll(chainsB.keySet());
		for (String step : steps)
			differences.compare(step, chainsA.getOrDefault(step, List.of()), chainsB.getOrDefault(step, List.of()));
		return List.copyOf(differences.found);
	}

	/** The runs of each step that its results are from. */
	private static Map<String, List<ProcessRecord>> chains(List<ProcessRecord> records) {
		Map<String, List<ProcessRecord>> chains = new LinkedHashMap<>();
		for (ProcessRecord record : records) {
			List<ProcessRecord> chain = chains.computeIfAbsent(record.step(), step -> new ArrayList<>());
			if (!"True".equals(record.parameters().get(RESUME)))
				chain.clear();
			chain.add(record);
		}
		return chains;
	}

	private void compare(String step, List<ProcessRecord> a, List<ProcessRecord> b) {
		for (int k = 0; k < Math.max(a.size(), b.size()); k++) {
			String name = k == 0 ? step : step + " (" + (k + 1) + ")";
			if (k >= a.size())
				found.add(new ParameterDifference(name, "", NOT_RUN, b.get(k).date()));
			else if (k >= b.size())
				found.add(new ParameterDifference(name, "", a.get(k).date(), NOT_RUN));
			else
				compare(name, a.get(k), b.get(k));
		}
	}

	private void compare(String step, ProcessRecord a, ProcessRecord b) {
		Set<String> names = new LinkedHashSet<>(a.parameters().keySet());
		names.addAll(b.parameters().keySet());
		for (String name : names)
			add(step, name, a.parameters().getOrDefault(name, ""), b.parameters().getOrDefault(name, ""));
		add(step, "(input file)", a.input(), b.input());
		add(step, "(computed on)", a.computedOn(), b.computedOn());
		add(step, "(version)", a.version(), b.version());
	}

	private void add(String step, String name, String a, String b) {
		if (!isSame(a, b))
			found.add(new ParameterDifference(step, name, shown(a), shown(b)));
	}

	/** Not recorded is the same as nothing, and 2 the same as 2.0. */
	private static boolean isSame(String a, String b) {
		if (a.equals(b) || isNothing(a) && isNothing(b))
			return true;
		return number(a).isPresent() && number(a).equals(number(b));
	}

	private static boolean isNothing(String value) {
		return value.isEmpty() || value.equals("None");
	}

	private static OptionalDouble number(String value) {
		return value.matches(NUMBER) ? OptionalDouble.of(Double.parseDouble(value)) : OptionalDouble.empty();
	}

	private static String shown(String value) {
		return value.isEmpty() ? "not recorded" : value;
	}
}
