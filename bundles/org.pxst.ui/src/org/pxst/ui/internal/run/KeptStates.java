// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * States of a loop that one can go back to, by their numbers. When they take more memory than they may, the older ones are
 * thinned out: every second one stays, then every fourth, and so on; the newest ones, the first two and the one before all are
 * always kept.
 *
 * @param <S> the states
 */
final class KeptStates<S> {
	/** So many of the newest states stay. */
	static final int NEWEST = 4;

	private final long budget;
	private final ToLongFunction<S> size;
	private final TreeMap<Integer, S> states = new TreeMap<>();
	private final int origin;

	/**
	 * @param budget bytes
	 * @param size   bytes of a state
	 * @param origin number of the state before the first
	 */
	KeptStates(long budget, ToLongFunction<S> size, int origin) {
		this.budget = budget;
		this.size = size;
		this.origin = origin;
	}

	/** Adds a state, or replaces one; those with greater numbers are dropped. */
	void add(int number, S state) {
		states.tailMap(number, false).clear();
		states.put(number, state);
		for (int stride = 2; bytes() > budget && thin(stride); stride *= 2)
			continue;
	}

	/** Drops all but the newest. */
	void dropAllButNewest() {
		if (!states.isEmpty())
			states.headMap(states.lastKey(), false).clear();
	}

	/** Numbers that are kept, ascending. */
	List<Integer> numbers() {
		return List.copyOf(states.keySet());
	}

	/**
	 * One of the states.
	 *
	 * @throws IllegalArgumentException when it is not kept
	 */
	S get(int number) {
		S state = states.get(number);
		if (state == null)
			throw new IllegalArgumentException("iteration " + number + " is not kept; there are " + numbers());
		return state;
	}

	private long bytes() {
		return states.values().stream().mapToLong(size).sum();
	}

	/** Drops the oldest ones that are not at a multiple of the stride until it fits; false when there is nothing left to drop. */
	private boolean thin(int stride) {
		List<Integer> numbers = numbers();
		List<Integer> older = numbers.subList(0, Math.max(0, numbers.size() - NEWEST)).stream().filter(n -> n > origin + 1)
				.toList();
		for (int number : older)
			if ((number - origin) % stride != 0 && bytes() > budget)
				states.remove(number);
		return !older.isEmpty();
	}
}
