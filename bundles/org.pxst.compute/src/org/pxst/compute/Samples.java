// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/**
 * Which samples (a pixel in a frame) take part in an operation: all, or one of two random halves, whose results differ only
 * by noise (the split-half test, paper, section 5.4). Every back end makes the same choice.
 *
 * @param part 0 for all, 1 or 2 for one of the halves
 * @param seed for the choice; halves 1 and 2 of the same seed have no sample in common, and together have all
 */
public record Samples(int part, int seed) {
	/** All samples. */
	public static final Samples ALL = new Samples(0, 0);

	/** Checks the range. */
	public Samples {
		if (part < 0 || part > 2)
			throw new IllegalArgumentException("part " + part + " of two");
	}

	/**
	 * One of two halves.
	 *
	 * @param part 1 or 2
	 * @param seed for the choice
	 */
	public static Samples half(int part, int seed) {
		if (part == 0)
			throw new IllegalArgumentException("half 0");
		return new Samples(part, seed);
	}

	/** Whether all samples take part. */
	public boolean areAll() {
		return part == 0;
	}

	/**
	 * Whether a sample takes part.
	 *
	 * @param n index of the frame in the scan
	 * @param p flat index (ss, fs) of the pixel in the whole frame
	 */
	public boolean contain(int n, int p) {
		return part == 0 || (part == 1) == (hash(n, p) < 0);
	}

	/** 32-bit finaliser of MurmurHash3 (public domain), twice. */
	private int hash(int n, int p) {
		return mixed(mixed(seed ^ n) ^ p);
	}

	private static int mixed(int value) {
		int h = value + 0x9E3779B9;
		h ^= h >>> 16;
		h *= 0x85EBCA6B;
		h ^= h >>> 13;
		h *= 0xC2B2AE35;
		return h ^ h >>> 16;
	}
}
