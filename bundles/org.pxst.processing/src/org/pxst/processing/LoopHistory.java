// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the main loop came to where it is, as far as it takes to do it again. Immutable.
 *
 * @param earlier settings that the last iteration of the run before followed, when this run goes on from it; else empty
 * @param legs    the iterations of this run, in order
 */
public record LoopHistory(Optional<LoopSettings> earlier, List<LoopLeg> legs) {
	/** Takes a copy. */
	public LoopHistory {
		legs = List.copyOf(legs);
	}

	/** Of a loop that begins. */
	public static LoopHistory none() {
		return new LoopHistory(Optional.empty(), List.of());
	}

	/** Of a loop that goes on from another run, whose last iteration followed these settings. */
	public static LoopHistory after(LoopSettings settings) {
		return new LoopHistory(Optional.of(settings), List.of());
	}

	/** Settings that the last iteration followed; empty before the first. */
	public Optional<LoopSettings> followed() {
		return legs.isEmpty() ? earlier : Optional.of(legs.get(legs.size() - 1).settings());
	}

	/** Number of iterations of this run. */
	public int iterations() {
		return legs.stream().mapToInt(LoopLeg::iterations).sum();
	}

	/**
	 * With another iteration.
	 *
	 * @param settings that it followed
	 * @param newLeg   whether a leg begins with it
	 */
	public LoopHistory with(LoopSettings settings, boolean newLeg) {
		List<LoopLeg> all = new ArrayList<>(legs);
		if (newLeg || all.isEmpty())
			all.add(new LoopLeg(settings, 1));
		else {
			LoopLeg last = all.remove(all.size() - 1);
			all.add(new LoopLeg(last.settings(), last.iterations() + 1));
		}
		return new LoopHistory(earlier, all);
	}
}
