// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.tools.ArrayValues;

class MaskFilesTest {
	@TempDir
	Path folder;

	private final Mask mask = random(37, 53);

	@Test
	void npyIsWhatNumpyWrites() throws IOException {
		Path file = folder.resolve("mask.npy");
		new MaskExport(null).write(mask, file);
		byte[] bytes = Files.readAllBytes(file);
		int header = bytes[8] & 0xff | (bytes[9] & 0xff) << 8;
		assertEquals(0, (10 + header) % 64);
		String text = new String(bytes, 10, header, StandardCharsets.US_ASCII);
		assertTrue(text.startsWith("{'descr': '|b1', 'fortran_order': False, 'shape': (37, 53), }"), text);
		assertTrue(text.endsWith("\n"));
		assertEquals(10 + header + 37 * 53, bytes.length);
		for (int p = 0; p < mask.good().length; p++)
			assertEquals(mask.good()[p] ? 1 : 0, bytes[10 + header + p]);
	}

	@Test
	void tiffIsAnImage() throws IOException {
		Path file = folder.resolve("mask.tif");
		new MaskExport(null).write(mask, file);
		var image = ImageIO.read(file.toFile());
		assertEquals(53, image.getWidth());
		for (int i = 0; i < 37; i++)
			for (int j = 0; j < 53; j++)
				assertEquals(mask.isGood(i, j) ? 255 : 0, image.getRaster().getSample(j, i, 0));
	}

	@Test
	void csvIsATable() throws IOException {
		Path file = folder.resolve("mask.csv");
		new MaskExport(null).write(mask, file);
		List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).toList();
		assertEquals(37, lines.size());
		for (int i = 0; i < 37; i++)
			for (int j = 0; j < 53; j++)
				assertEquals(mask.isGood(i, j) ? "1" : "0", lines.get(i).split(",")[j]);
	}

	@Test
	void anotherExtensionIsRefusedAndNothingIsLeftBehind() throws IOException {
		assertThrows(InvalidDataException.class, () -> new MaskExport(null).write(mask, folder.resolve("mask.bmp")));
		assertThrows(InvalidDataException.class, () -> new MaskExport(null).write(mask, folder.resolve("none/mask.npy")));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(), files.toList());
		}
	}

	@Test
	void arraysAreCandidatesOfTheirOwn() {
		MaskFile file = new MaskFile(Path.of("a.npy"), f -> new ArrayValues(new boolean[] { true, false }, List.of(1, 2)), null);
		MaskFile.Candidate candidate = file.candidates(1, 2).get(0);
		assertTrue(candidate.flags());
		MaskFile.Numbers numbers = file.read(candidate);
		assertArrayEquals(new double[] { 1, 0 }, numbers.values());
		assertArrayEquals(new int[] { 1, 2 }, numbers.shape());
	}

	private static Mask random(int rows, int columns) {
		Random random = new Random(1);
		boolean[] good = new boolean[rows * columns];
		for (int p = 0; p < good.length; p++)
			good[p] = random.nextBoolean();
		return new Mask(rows, columns, good);
	}
}
