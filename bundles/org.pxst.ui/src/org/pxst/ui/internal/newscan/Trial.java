// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Sequence;

/**
 * What a step is tried on.
 *
 * @param file  the scan
 * @param texts what the user knows better about it, without a problem
 * @param good  frames to use, ascending
 */
record Trial(Path file, ItemTexts texts, int[] good) {
	/** Takes a copy. */
	Trial {
		good = good.clone();
	}

	/** The same on a few frames of all over the scan. */
	Trial thinned(int most) {
		if (good.length <= most)
			return this;
		int[] few = new int[most];
		for (int k = 0; k < most; k++)
			few[k] = good[(int) ((long) k * (good.length - 1) / (most - 1))];
		return new Trial(file, texts, few);
	}

	/** Frames as a literal. */
	static Literal frames(int[] frames) {
		return new Sequence(Arrays.stream(frames).mapToObj(n -> (Literal) new LongLiteral(n)).toList(), false);
	}

	/** All that is given, and this. */
	Map<String, Literal> with(Map<String, Literal> more) {
		Map<String, Literal> all = new LinkedHashMap<>(texts.given());
		all.put("good_frames", frames(good));
		all.putAll(more);
		return all;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Trial trial && file.equals(trial.file) && texts.equals(trial.texts) && Arrays.equals(good, trial.good);
	}

	@Override
	public int hashCode() {
		return Objects.hash(file, texts, Arrays.hashCode(good));
	}

	@Override
	public String toString() {
		return file + " " + texts + " " + Arrays.toString(good);
	}
}
