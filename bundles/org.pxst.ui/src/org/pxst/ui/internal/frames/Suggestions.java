// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Frames that had better be left out, each once, with all reasons. Immutable. */
public final class Suggestions {
	private final SortedMap<Integer, Set<String>> reasons = new TreeMap<>();

	private Suggestions() {
	}

	/** Puts suggestions together; those of one frame become one. */
	public static Suggestions of(List<Suggestion> suggestions) {
		Suggestions merged = new Suggestions();
		for (Suggestion s : suggestions)
			merged.reasons.computeIfAbsent(s.frame(), n -> new LinkedHashSet<>()).add(s.reason());
		return merged;
	}

	/** None. */
	public static Suggestions none() {
		return new Suggestions();
	}

	/** Whether there is none. */
	public boolean isEmpty() {
		return reasons.isEmpty();
	}

	/** The frames. */
	public BitSet frames() {
		BitSet frames = new BitSet();
		reasons.keySet().forEach(frames::set);
		return frames;
	}

	/** Why a frame should be left out; empty when it should not. */
	public Optional<String> reason(int frame) {
		return Optional.ofNullable(reasons.get(frame)).map(all -> String.join("; ", all));
	}

	/** One for each frame, ascending, with all reasons. */
	public List<Suggestion> list() {
		return reasons.keySet().stream().map(n -> new Suggestion(n, reason(n).orElseThrow())).toList();
	}

	/** Those that a choice does not follow yet: its good frames. */
	public Suggestions open(FrameChoice choice) {
		Suggestions open = new Suggestions();
		reasons.forEach((n, why) -> {
			if (n < choice.frames() && choice.isGood(n))
				open.reasons.put(n, why);
		});
		return open;
	}

	/** The choice without the frames that had better be left out. */
	public FrameChoice accepted(FrameChoice choice) {
		return choice.with(frames(), Mark.BAD);
	}
}
