// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import java.io.IOException;

/**
 * The compressor of Blosc's own, a relative of FastLZ. A block is a row of instructions, each of which starts with a
 * control byte. Below 32: so many bytes and one follow and are to be copied. Otherwise: copy from what was written
 * before; the high three bits tell the length, the low five and a following byte the distance, and the largest value of
 * either goes on in further bytes. The high three bits of the first control byte have no meaning.
 */
final class BloscLz {
	private static final int LOW_BITS = 0x1f;
	private static final int LONG_LENGTH = 7;
	private static final int SHORTEST = 2;
	/** The distance that is too large for 13 bits; 16 more follow. */
	private static final int FAR = 8191;

	private BloscLz() {
	}

	/**
	 * Decodes a block.
	 *
	 * @return number of bytes written
	 * @throws IOException               when it holds more than there is room for, or refers to what was never written
	 * @throws IndexOutOfBoundsException when it is cut short at the end of {@code stored}
	 */
	static int decode(byte[] stored, int from, int length, byte[] target, int offset, int room) throws IOException {
		int end = from + length;
		int at = from;
		int to = offset;
		int limit = offset + room;
		boolean first = true;
		while (at < end) {
			int control = stored[at++] & (first ? LOW_BITS : 0xff);
			first = false;
			if (control <= LOW_BITS) {
				int run = control + 1;
				if (run > end - at || run > limit - to)
					throw damaged();
				System.arraycopy(stored, at, target, to, run);
				at += run;
				to += run;
				continue;
			}
			int run = (control >>> 5) + SHORTEST;
			if (control >>> 5 == LONG_LENGTH) {
				int more;
				do {
					more = stored[at++] & 0xff;
					run += more;
				} while (more == 0xff && run <= room);
			}
			int distance = ((control & LOW_BITS) << 8) + (stored[at++] & 0xff);
			if (distance == FAR) {
				distance += ((stored[at] & 0xff) << 8) + (stored[at + 1] & 0xff);
				at += 2;
			}
			distance++;
			if (at > end || run > limit - to || distance > to - offset)
				throw damaged();
			copy(target, to - distance, to, run);
			to += run;
		}
		return to - offset;
	}

	/** Copies forwards, byte by byte in effect: what was just copied may be copied again. */
	private static void copy(byte[] target, int from, int to, int run) {
		int distance = to - from;
		int copied = 0;
		while (copied < run) {
			int some = Math.min(run - copied, distance + copied);
			System.arraycopy(target, from, target, to + copied, some);
			copied += some;
		}
	}

	private static IOException damaged() {
		return new IOException("a block of blosclz is damaged");
	}
}
