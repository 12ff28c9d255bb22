// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

/**
 * How much memory frames may take.
 *
 * @param held    bytes of the heap for the frames of a scan; those of larger scans go to a scratch file
 * @param near    bytes of intensities that a thread works on at a time, for frames in the heap; a row of all frames where
 *                that is more
 * @param fetched the same for frames in a scratch file
 */
record FrameRoom(long held, long near, long fetched) {
	/** Part of the heap that frames may take; the rest is for the images, and for those who use them. */
	private static final double HELD_PART = 0.6;
	/** Part of the heap for what all threads together fetch from a file. */
	private static final double FETCHED_PART = 0.1;
	/** About what a core keeps close to itself. */
	private static final long NEAR = 1 << 20;
	/** Longer pieces of a file do not come faster. */
	private static final long MOST_FETCHED = 1 << 25;

	/** What there is. */
	static FrameRoom here() {
		long heap = Runtime.getRuntime().maxMemory();
		double each = FETCHED_PART * heap / Runtime.getRuntime().availableProcessors();
		return new FrameRoom((long) (HELD_PART * heap), NEAR, Math.min(MOST_FETCHED, (long) each));
	}

	/** Whether so many bytes of frames can be held. */
	boolean holds(double bytes) {
		return bytes <= held;
	}
}
