// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.values;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.ArrayValues;

class ArrayFileReaderTest {
	@TempDir
	Path directory;

	private final ArrayFileReader reader = new ArrayFileReader();

	/** A file as numpy.save writes it. */
	private Path npy(int version, String header, ByteOrder order, Consumer<ByteBuffer> values) throws IOException {
		String padded = header + " ".repeat(63 - header.length() % 64) + "\n";
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0 });
		ByteBuffer length = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
		if (version == 1)
			length.putShort((short) padded.length());
		else
			length.putInt(padded.length());
		bytes.write(length.array());
		bytes.write(padded.getBytes(StandardCharsets.UTF_8));
		ByteBuffer data = ByteBuffer.allocate(64).order(order);
		values.accept(data);
		bytes.write(data.array(), 0, data.position());
		return Files.write(directory.resolve("a.npy"), bytes.toByteArray());
	}

	private static String header(String type, String shape) {
		return "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void allVersionsOfNumpyFiles(int version) throws IOException {
		ArrayValues values = reader.read(npy(version, header("<f8", "(2, 3)"), ByteOrder.LITTLE_ENDIAN, data -> {
			for (int k = 0; k < 6; k++)
				data.putDouble(k / 4.0);
		}));
		assertEquals(List.of(2, 3), values.shape());
		assertArrayEquals(new double[] { 0, 0.25, 0.5, 0.75, 1, 1.25 }, (double[]) values.values());
	}

	@Test
	void typesAndByteOrders() throws IOException {
		assertArrayEquals(new int[] { -5 }, (int[]) reader
				.read(npy(1, header("<i2", "(1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putShort((short) -5))).values());
		assertArrayEquals(new short[] { (short) 65535 }, (short[]) reader
				.read(npy(1, header(">u2", "(1,)"), ByteOrder.BIG_ENDIAN, data -> data.putShort((short) -1))).values());
		assertArrayEquals(new long[] { 0xffffffffL }, (long[]) reader
				.read(npy(1, header("<u4", "()"), ByteOrder.LITTLE_ENDIAN, data -> data.putInt(-1))).values());
		assertArrayEquals(new float[] { 1.5f }, (float[]) reader
				.read(npy(1, header(">f4", "(1,)"), ByteOrder.BIG_ENDIAN, data -> data.putFloat(1.5f))).values());
		assertArrayEquals(new boolean[] { true, false }, (boolean[]) reader
				.read(npy(1, header("|b1", "(2,)"), ByteOrder.LITTLE_ENDIAN, data -> data.put((byte) 1).put((byte) 0))).values());
		assertArrayEquals(new byte[] { -1 }, (byte[]) reader
				.read(npy(1, header("|u1", "(1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.put((byte) -1))).values());
	}

	@Test
	void numpyFilesThatCannotBeReadAreRefused() throws IOException {
		refused("cut short", npy(1, header("<f8", "(3,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putDouble(1)));
		refused("beyond 2^63", npy(1, header("<u8", "(1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(-1)));
		refused("elements of type '<c16'", npy(1, header("<c16", "(1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(-1)));
		refused("2 GB", npy(1, header("<f8", "(1000000, 1000000)"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(-1)));
		refused("extent", npy(1, header("<f8", "(-1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(-1)));
		refused("Fortran", npy(1, header("<f8", "(1, 1)").replace("False", "True"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(1)));
		refused("makes no sense", npy(1, "__import__('os')", ByteOrder.LITTLE_ENDIAN, data -> data.putLong(1)));
		refused("version 9", npy(9, header("<f8", "(1,)"), ByteOrder.LITTLE_ENDIAN, data -> data.putLong(1)));
		refused("no file of numpy", Files.writeString(directory.resolve("b.npy"), "something else"));
	}

	@Test
	void textTables() throws IOException {
		ArrayValues table = reader.read(Files.writeString(directory.resolve("t.csv"), "# a comment\nx (m),y\n1,2\n3.5, nan\n\n-1e-3,inf\n"));
		assertEquals(List.of(3, 2), table.shape());
		assertArrayEquals(new double[] { 1, 2, 3.5, Double.NaN, -1e-3, Double.POSITIVE_INFINITY }, (double[]) table.values());
		assertEquals(List.of(3), reader.read(Files.writeString(directory.resolve("c.txt"), "1\n2\n3\n")).shape());
		assertEquals(List.of(4), reader.read(Files.writeString(directory.resolve("r.txt"), "1  2 3 4")).shape());
		refused("t.csv:2: this row has 1 columns", Files.writeString(directory.resolve("t.csv"), "1,2\n3\n"));
		refused("t.csv:2: column 2", Files.writeString(directory.resolve("t.csv"), "1,2\n3,x\n"));
		refused("no numbers", Files.writeString(directory.resolve("t.csv"), "# nothing\n"));
	}

	@Test
	void otherFilesAreRefused() throws IOException {
		refused(".npy", Files.writeString(directory.resolve("a.mat"), "x"));
		refused("no such file", directory.resolve("missing.npy"));
		refused("TIFF", Files.writeString(directory.resolve("a.tif"), "no picture at all"));
	}

	private void refused(String part, Path file) {
		String message = assertThrows(InvalidDataException.class, () -> reader.read(file)).getMessage();
		assertTrue(message.contains(part) && message.contains(file.getFileName().toString()), message);
	}
}
