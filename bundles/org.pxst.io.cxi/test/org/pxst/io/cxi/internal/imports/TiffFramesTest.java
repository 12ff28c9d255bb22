// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.internal.TiffFixture;

class TiffFramesTest {
	@TempDir
	Path directory;

	private static TiffFixture grey(int bits, int format) {
		return new TiffFixture(3, 4, bits, format, ByteOrder.LITTLE_ENDIAN);
	}

	private static byte[] pixels(int bits, int format, ByteOrder order) {
		ByteBuffer buffer = ByteBuffer.allocate(12 * bits / 8).order(order);
		for (int k = 0; k < 12; k++)
			switch (format * 100 + bits) {
			case 108, 208 -> buffer.put((byte) (250 + k));
			case 116, 216 -> buffer.putShort((short) (65530 + k));
			case 132, 232 -> buffer.putInt(-6 + k);
			case 332 -> buffer.putFloat(k - 2.5f);
			default -> buffer.putDouble(k - 2.5);
			}
		return buffer.array();
	}

	private static TiffFrames frames(Path... files) {
		return new TiffFrames(TiffFrames.images(Arrays.stream(files).map(TiffFile::open).toList()));
	}

	@ParameterizedTest
	@CsvSource({ "8, 1, UINT8, 250, 251", "8, 2, INT8, -6, -5", "16, 1, UINT16, 65530, 65531", "16, 2, INT16, -6, -5",
			"32, 1, UINT32, 4294967290, 4294967291", "32, 2, INT32, -6, -5", "32, 3, FLOAT32, -2.5, -1.5",
			"64, 3, FLOAT64, -2.5, -1.5" })
	void types(int bits, int format, PixelType type, double first, double second) throws IOException {
		for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
			Path file = new TiffFixture(3, 4, bits, format, order).page(pixels(bits, format, order))
					.page(new byte[12 * bits / 8]).write(directory.resolve("a.tif"));
			TiffFrames frames = frames(file);
			assertEquals(List.of(2, 3, 4), List.of(frames.frames(), frames.rows(), frames.columns()));
			assertEquals(type, frames.type());
			float[] values = new float[24];
			frames.read(0, 2, values);
			assertEquals((float) first, values[0]);
			assertEquals((float) second, values[1]);
			assertEquals(0, values[12]);
			ByteBuffer stored = ByteBuffer.allocate(12 * bits / 8);
			frames.readStored(0, 1, stored);
			assertEquals(0, stored.remaining());
			assertArrayEquals(pixels(bits, format, ByteOrder.nativeOrder()), stored.array());
		}
	}

	@Test
	void imagesOfDifferentSizes() throws IOException {
		Path a = grey(16, TiffFixture.UNSIGNED).page(new byte[24]).write(directory.resolve("a.tif"));
		Path b = new TiffFixture(4, 3, 16, TiffFixture.UNSIGNED, ByteOrder.LITTLE_ENDIAN).page(new byte[24])
				.write(directory.resolve("b.tif"));
		TiffFrames frames = frames(a, b);
		String message = assertThrows(InvalidDataException.class, () -> frames.read(0, 2, new float[24])).getMessage();
		assertTrue(message.contains("b.tif: image 0 is uint16 4 x 3, but the first one is uint16 3 x 4"), message);
	}

	private void assertRefused(String part, Path file) {
		String message = assertTimeoutPreemptively(Duration.ofSeconds(60),
				() -> assertThrows(InvalidDataException.class, () -> frames(file).read(0, 1, new float[12]))).getMessage();
		assertTrue(message.startsWith(file + ": ") && message.contains(part), message);
		assertEquals(1, message.lines().count());
	}

	@Test
	void whatCannotBeRead() throws IOException {
		Path file = directory.resolve("a.tif");
		assertRefused("there is no such file", file);
		assertRefused("grey images are needed", grey(8, TiffFixture.UNSIGNED).samples(3).page(new byte[36]).write(file));
		assertRefused("zero is black", grey(8, TiffFixture.UNSIGNED).photometric(0).page(new byte[12]).write(file));
		assertRefused("pixels of 64 bits", grey(64, TiffFixture.UNSIGNED).page(new byte[96]).write(file));
		assertRefused("in a circle", grey(8, TiffFixture.UNSIGNED).page(new byte[12]).inACircle().write(file));
		assertRefused("is too large", new TiffFixture(60000, 60000, 32, TiffFixture.SIGNED, ByteOrder.BIG_ENDIAN).page(new byte[48])
				.write(file));
		assertRefused("is not a TIFF file", Files.writeString(file, "II is no mark by itself"));
		assertRefused("is cut short", Files.writeString(file, "II"));
		byte[] whole = Files.readAllBytes(grey(16, TiffFixture.UNSIGNED).page(new byte[24]).write(file));
		assertRefused("is cut short", Files.write(file, Arrays.copyOf(whole, 60)));
		byte[] big = whole.clone();
		big[2] = 43;
		assertRefused("BigTIFF", Files.write(file, big));
	}
}
