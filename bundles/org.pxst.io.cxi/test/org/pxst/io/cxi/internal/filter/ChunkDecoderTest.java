// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Chunks that HDF5 and its plugins encoded are decoded to the byte, and damaged ones give a reason or some bytes. */
class ChunkDecoderTest {
	private static final int SHUFFLE = 2;
	private static final int BITSHUFFLE = 32008;

	static Stream<EncodedChunk> chunks() {
		return EncodedChunks.all();
	}

	private static FilterStep step(int id, int... values) {
		return new FilterStep(id, "", values);
	}

	private static byte[] random(int length, long seed) {
		byte[] bytes = new byte[length];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

	private static byte[] deflated(byte[] data) throws IOException {
		ByteArrayOutputStream stored = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflate = new DeflaterOutputStream(stored)) {
			deflate.write(data);
		}
		return stored.toByteArray();
	}

	@ParameterizedTest
	@MethodSource("chunks")
	void decodesWhatHdf5Encoded(EncodedChunk chunk) throws IOException {
		byte[] stored = chunk.stored();
		byte[] longer = Arrays.copyOf(stored, stored.length + 100);
		byte[] target = new byte[chunk.bytes() + 20];
		Arrays.fill(target, (byte) 77);
		ChunkDecoder decoder = chunk.decoder();
		for (int round = 0; round < 2; round++)
			decoder.decode(longer, stored.length, 0, target, 10);
		assertArrayEquals(chunk.expected(), Arrays.copyOfRange(target, 10, 10 + chunk.bytes()));
		for (int k = 0; k < 10; k++) {
			assertEquals(77, target[k], "written in front of the chunk");
			assertEquals(77, target[10 + chunk.bytes() + k], "written behind the chunk");
		}
	}

	@ParameterizedTest
	@MethodSource("chunks")
	void decodesBetweenBuffersOfAllKinds(EncodedChunk chunk) throws IOException {
		byte[] bytes = chunk.stored();
		ChunkDecoder decoder = chunk.decoder();
		for (int kind = 0; kind < 4; kind++) {
			ByteBuffer stored = buffer(bytes.length + 9, kind % 2 == 0).position(5).put(bytes).flip().position(5);
			ByteBuffer target = buffer(chunk.bytes() + 20, kind / 2 == 0).position(10);
			for (int round = 0; round < 2; round++)
				decoder.decode(stored, 0, target);
			assertEquals(5, stored.position());
			assertEquals(10, target.position());
			byte[] decoded = new byte[chunk.bytes() + 20];
			target.get(0, decoded);
			assertArrayEquals(chunk.expected(), Arrays.copyOfRange(decoded, 10, 10 + chunk.bytes()));
			for (int k = 0; k < 10; k++)
				assertTrue(decoded[k] == 0 && decoded[10 + chunk.bytes() + k] == 0, "written outside");
			stored.limit(stored.limit() - 5);
			assertThrows(IOException.class, () -> decoder.decode(stored, 0, target));
		}
	}

	private static ByteBuffer buffer(int length, boolean direct) {
		return direct ? ByteBuffer.allocateDirect(length) : ByteBuffer.allocate(length);
	}

	@ParameterizedTest
	@MethodSource("chunks")
	void aChunkThatIsCutShortIsRefused(EncodedChunk chunk) throws IOException {
		byte[] stored = chunk.stored();
		ChunkDecoder decoder = chunk.decoder();
		byte[] target = new byte[chunk.bytes()];
		for (int length : new int[] { 0, 1, stored.length / 4, stored.length / 2, stored.length - 5 }) {
			// what lies behind the end must not be taken for the rest of the chunk
			IOException e = assertThrows(IOException.class, () -> decoder.decode(stored, length, 0, target, 0),
					() -> length + " of " + stored.length + " bytes");
			assertTrue(e.getMessage().lines().count() == 1 && e.getMessage().length() > 10, e.getMessage());
		}
	}

	@ParameterizedTest
	@MethodSource("chunks")
	void damagedChunksGiveAReasonOrSomeBytes(EncodedChunk chunk) throws IOException {
		byte[] sound = chunk.stored();
		ChunkDecoder decoder = chunk.decoder();
		byte[] target = new byte[chunk.bytes() + 2];
		ByteBuffer direct = ByteBuffer.allocateDirect(chunk.bytes());
		Random random = new Random(42);
		for (int round = 0; round < 400; round++) {
			byte[] stored = sound.clone();
			int length = random.nextInt(8) == 0 ? random.nextInt(stored.length) : stored.length;
			int changes = 1 + random.nextInt(4);
			// half of the damage in front, where the sizes are
			for (int k = 0; k < changes; k++)
				stored[random.nextInt(random.nextBoolean() ? Math.min(24, stored.length) : stored.length)] = (byte) (random
						.nextInt(3) == 0 ? 0xff : random.nextInt(256));
			try {
				if (round % 2 == 0)
					decoder.decode(stored, length, 0, target, 1);
				else
					decoder.decode(ByteBuffer.allocateDirect(length).put(stored, 0, length).flip(), 0, direct);
			} catch (IOException e) {
				assertTrue(e.getMessage() != null && e.getMessage().lines().count() == 1, () -> "no reason: " + e);
			} catch (RuntimeException | Error e) {
				fail("round " + round, e);
			}
			assertTrue(target[0] == 0 && target[chunk.bytes() + 1] == 0, "written outside");
		}
	}

	@Test
	void aWrongChecksumIsFound() throws IOException {
		EncodedChunk chunk = chunks().filter(c -> c.name().equals("fletcher32")).findFirst().orElseThrow();
		byte[] stored = chunk.stored();
		stored[17] ^= 4;
		byte[] target = new byte[chunk.bytes()];
		IOException e = assertThrows(IOException.class, () -> chunk.decoder().decode(stored, stored.length, 0, target, 0));
		assertTrue(e.getMessage().contains("checksum"), e.getMessage());
	}

	@Test
	void checksumWithSwappedHalvesIsRight() throws IOException {
		EncodedChunk chunk = chunks().filter(c -> c.name().equals("fletcher32")).findFirst().orElseThrow();
		byte[] stored = chunk.stored();
		int n = stored.length;
		byte[] old = stored.clone();
		old[n - 4] = stored[n - 3];
		old[n - 3] = stored[n - 4];
		old[n - 2] = stored[n - 1];
		old[n - 1] = stored[n - 2];
		byte[] target = new byte[chunk.bytes()];
		chunk.decoder().decode(old, n, 0, target, 0);
		assertArrayEquals(chunk.expected(), target);
	}

	@Test
	void aStepWhoseBitIsSetWasNotApplied() throws IOException {
		byte[] data = random(400, 1);
		byte[] target = new byte[400];
		ChunkDecoder decoder = ChunkDecoder.of(List.of(step(SHUFFLE, 4), step(1, 4)), 4, 400);
		decoder.decode(data, 400, 3, target, 0);
		assertArrayEquals(data, target);
		Arrays.fill(target, (byte) 0);
		decoder.decode(ByteBuffer.wrap(data), 3, ByteBuffer.wrap(target));
		assertArrayEquals(data, target);
		byte[] stored = deflated(data);
		decoder.decode(stored, stored.length, 1, target, 0);
		assertArrayEquals(data, target);
		decoder.decode(shuffled(data, 4), 400, 2, target, 0);
		assertArrayEquals(data, target);
		assertThrows(IOException.class, () -> decoder.decode(data, 399, 3, target, 0));
	}

	@Test
	void withoutFiltersAChunkIsCopied() throws IOException {
		byte[] data = random(100, 2);
		byte[] target = new byte[100];
		ChunkDecoder.of(List.of(), 4, 100).decode(data, 100, 0, target, 0);
		assertArrayEquals(data, target);
	}

	@Test
	void compressedTwice() throws IOException {
		byte[] data = random(100_000, 3);
		byte[] stored = deflated(deflated(data));
		byte[] target = new byte[data.length];
		ChunkDecoder.of(List.of(step(1), step(1)), 1, data.length).decode(stored, stored.length, 0, target, 0);
		assertArrayEquals(data, target);
	}

	@Test
	void aBombIsRefused() throws IOException {
		byte[] stored = deflated(new byte[50_000_000]);
		for (List<FilterStep> steps : List.of(List.of(step(1)), List.of(step(1), step(1)))) {
			ChunkDecoder decoder = ChunkDecoder.of(steps, 1, 1000);
			IOException e = assertThrows(IOException.class,
					() -> decoder.decode(stored, stored.length, 0, new byte[1000], 0));
			assertTrue(e.getMessage().contains("more than"), e.getMessage());
		}
	}

	@Test
	void anUnknownFilterIsNamed() {
		IOException e = assertThrows(IOException.class,
				() -> ChunkDecoder.of(List.of(new FilterStep(32013, "zfp", new int[0])), 4, 100));
		assertTrue(e.getMessage().contains("32013 (zfp)") && e.getMessage().contains("h5repack"), e.getMessage());
		assertThrows(IOException.class, () -> ChunkDecoder.of(List.of(step(BITSHUFFLE, 0, 4, 4, 0, 9)), 4, 100));
		assertThrows(IOException.class, () -> ChunkDecoder.of(List.of(step(BITSHUFFLE, 0, 4, 4, 12, 0)), 4, 100));
		assertThrows(IOException.class, () -> ChunkDecoder.of(List.of(step(BITSHUFFLE, 0, 4, -4, 0, 0)), 4, 100));
		assertThrows(IOException.class, () -> ChunkDecoder.of(List.of(step(SHUFFLE, -1)), 4, 100));
		assertThrows(IOException.class, () -> ChunkDecoder.of(List.of(), 4, 0));
	}

	private static byte[] shuffled(byte[] data, int elementSize) {
		int count = data.length / elementSize;
		byte[] planes = data.clone();
		for (int element = 0; element < count; element++)
			for (int b = 0; b < elementSize; b++)
				planes[b * count + element] = data[element * elementSize + b];
		return planes;
	}

	private static byte[] bitShuffled(byte[] data, int elementSize, int block) {
		byte[] planes = data.clone();
		int elements = data.length / elementSize / 8 * 8;
		for (int start = 0; start < elements; start += block) {
			int some = Math.min(block, elements - start);
			int at = start * elementSize;
			Arrays.fill(planes, at, at + some * elementSize, (byte) 0);
			for (int element = 0; element < some; element++)
				for (int bit = 0; bit < 8 * elementSize; bit++)
					if ((data[at + element * elementSize + bit / 8] >>> bit % 8 & 1) != 0)
						planes[at + bit * (some / 8) + element / 8] |= (byte) (1 << element % 8);
		}
		return planes;
	}

	@Test
	void shufflesOfAllSizesAndLengths() throws IOException {
		for (int size : new int[] { 1, 2, 3, 4, 5, 7, 8, 12, 16, 17, 24 })
			for (int length : new int[] { 1, 7, 8, 15, 64, 100, 513, 1025, 2048, 3001 }) {
				byte[] data = random(length, size);
				byte[] target = new byte[length];
				String what = "elements of " + size + ", " + length + " bytes";
				ChunkDecoder.of(List.of(step(SHUFFLE)), size, length).decode(shuffled(data, size), length, 0, target, 0);
				assertArrayEquals(data, target, what);
				for (int block : new int[] { 8, 72, 128, 0 }) {
					Arrays.fill(target, (byte) 0);
					int elements = block == 0 ? Math.max(128, 8192 / size / 8 * 8) : block;
					ChunkDecoder.of(List.of(step(BITSHUFFLE, 0, 4, size, block, 0)), size, length)
							.decode(bitShuffled(data, size, elements), length, 0, target, 0);
					assertArrayEquals(data, target, what + ", blocks of " + block);
				}
			}
	}

	@Test
	void fromSeveralThreads() throws Exception {
		List<EncodedChunk> all = chunks().toList();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			for (EncodedChunk chunk : all) {
				byte[] stored = chunk.stored();
				byte[] expected = chunk.expected();
				ChunkDecoder decoder = chunk.decoder();
				Callable<byte[]> decode = () -> {
					byte[] target = new byte[chunk.bytes()];
					for (int k = 0; k < 5; k++)
						decoder.decode(stored, stored.length, 0, target, 0);
					return target;
				};
				for (Future<byte[]> decoded : threads.invokeAll(List.of(decode, decode, decode, decode)))
					assertArrayEquals(expected, decoded.get(), chunk.name());
			}
		} finally {
			threads.shutdownNow();
		}
	}
}
