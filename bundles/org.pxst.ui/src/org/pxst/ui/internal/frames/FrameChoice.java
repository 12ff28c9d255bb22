// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.BitSet;

import org.pxst.processing.steps.FrameList;

/** Which frames of a scan are good: used by the steps. Immutable. */
public final class FrameChoice {
	private final int frames;
	private final BitSet good;

	private FrameChoice(int frames, BitSet good) {
		this.frames = frames;
		this.good = good;
	}

	/**
	 * A choice.
	 *
	 * @param frames number of frames of the scan
	 * @param good   indices of the good ones, 0 .. frames - 1
	 */
	public static FrameChoice of(int frames, int[] good) {
		BitSet bits = new BitSet(frames);
		for (int n : good) {
			if (n < 0 || n >= frames)
				throw new IllegalArgumentException("frame " + n + " of " + frames);
			bits.set(n);
		}
		return new FrameChoice(frames, bits);
	}

	/** Number of frames of the scan. */
	public int frames() {
		return frames;
	}

	/** Number of good frames. */
	public int count() {
		return good.cardinality();
	}

	/** Whether a frame is good. */
	public boolean isGood(int frame) {
		return good.get(frame);
	}

	/** The good frames, ascending. */
	public int[] indices() {
		return good.stream().toArray();
	}

	/** The good frames as numbers and ranges, see {@link FrameList}. */
	public String text() {
		return new FrameList(indices()).text();
	}

	/** The choice after frames were marked; those beyond the last one are not counted. */
	public FrameChoice with(BitSet marked, Mark mark) {
		BitSet inside = marked.get(0, frames);
		BitSet changed = (BitSet) good.clone();
		switch (mark) {
		case GOOD -> changed.or(inside);
		case BAD -> changed.andNot(inside);
		case TOGGLE -> changed.xor(inside);
		}
		return new FrameChoice(frames, changed);
	}

	/**
	 * The same choice for a scan that has another number of frames now, because it goes on. Frames that were not there
	 * before are good.
	 */
	public FrameChoice resized(int newFrames) {
		BitSet kept = good.get(0, newFrames);
		if (newFrames > frames)
			kept.set(frames, newFrames);
		return new FrameChoice(newFrames, kept);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof FrameChoice choice && choice.frames == frames && choice.good.equals(good);
	}

	@Override
	public int hashCode() {
		return 31 * frames + good.hashCode();
	}

	@Override
	public String toString() {
		return text() + " of " + frames;
	}
}
