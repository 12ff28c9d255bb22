// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Instructions of all lengths and distances, against a decoder that copies byte by byte. */
class BloscLzTest {
	private static final int FAR = 8191;
	private static final int FARTHEST = FAR + 0xffff + 1;

	private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
	private final ByteArrayOutputStream expected = new ByteArrayOutputStream();

	private void literals(byte... bytes) {
		stored.write(bytes.length - 1);
		stored.writeBytes(bytes);
		expected.writeBytes(bytes);
	}

	private void match(int length, int distance) {
		int steps = distance - 1;
		int near = Math.min(steps, FAR);
		int shortLength = Math.min(length - 2, 7);
		stored.write(shortLength << 5 | near >>> 8);
		if (shortLength == 7) {
			int more = length - 9;
			for (; more >= 255; more -= 255)
				stored.write(255);
			stored.write(more);
		}
		stored.write(near & 0xff);
		if (near == FAR) {
			stored.write(steps - FAR >>> 8);
			stored.write(steps - FAR & 0xff);
		}
		for (int k = 0; k < length; k++) {
			byte[] all = expected.toByteArray();
			expected.write(all[all.length - distance]);
		}
	}

	private byte[] decode(int room) throws IOException {
		byte[] block = stored.toByteArray();
		byte[] target = new byte[room];
		int written = BloscLz.decode(block, 0, block.length, target, 0, room);
		return Arrays.copyOf(target, written);
	}

	private byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

	@Test
	void lengthsAndOverlaps() throws IOException {
		literals(random(32));
		for (int length : new int[] { 3, 4, 8, 9, 10, 263, 264, 265, 518, 519, 520, 1000 })
			for (int distance : new int[] { 1, 2, 3, 7, 31, 32 })
				match(length, distance);
		assertArrayEquals(expected.toByteArray(), decode(expected.size()));
	}

	@Test
	void distances() throws IOException {
		for (int k = 0; k <= FARTHEST / 32; k++)
			literals(random(32));
		for (int distance : new int[] { 255, 256, 257, 8190, 8191, 8192, 8193, 8447, 8448, 20_000, FARTHEST })
			match(5, distance);
		assertArrayEquals(expected.toByteArray(), decode(expected.size()));
	}

	@Test
	void highBitsOfTheFirstByteMeanNothing() throws IOException {
		literals(random(5));
		byte[] block = stored.toByteArray();
		block[0] |= 0x20;
		byte[] target = new byte[5];
		assertEquals(5, BloscLz.decode(block, 0, block.length, target, 0, 5));
		assertArrayEquals(expected.toByteArray(), target);
	}

	@Test
	void refusesWhatDoesNotFit() {
		literals(random(5));
		match(4, 5);
		assertThrows(IOException.class, () -> decode(8));
		stored.reset();
		stored.writeBytes(new byte[] { 0, 1, 0x20, 1 });
		assertThrows(IOException.class, () -> decode(100), "a distance before the beginning");
		stored.reset();
		stored.writeBytes(new byte[] { 4, 1, 2 });
		assertThrows(IOException.class, () -> decode(100), "literals cut short");
	}
}
