// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;

class TextTableTest {
	@TempDir
	Path directory;

	private TextTable table(String text) throws IOException {
		return new TextTable(Files.writeString(directory.resolve("t.txt"), text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 2.5 -3e-6\n4 5 6\n", "1,2.5,-3e-6\n4,5,6", "1\t2.5\t-3e-6\r\n4\t5\t6\r\n",
			"  1   2.5 -3e-6  \n\n4 5 6\n\n", "1; 2.5 ;-3e-6\n4;5;6\n", "# a\n1 2.5 -3e-6\n# between\n4 5 6 \n# end" })
	void separators(String text) throws IOException {
		TextTable table = table(text);
		assertEquals(2, table.rows());
		assertEquals(3, table.columns());
		assertArrayEquals(new double[] { 2.5, 5 }, table.values(1));
		assertArrayEquals(new double[] { -3e-6, 6 }, table.values(table.find("3").orElseThrow()));
		assertEquals(Optional.empty(), table.find("4"));
		assertEquals(Optional.empty(), table.find("0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "# file X (um) y[mm]\n", "file, X (um), y [mm]\n", "# made by spock\n#  file\tX (um)\ty[mm]\n" })
	void names(String header) throws IOException {
		TextTable table = table(header + "a.tif 1 2\nb.tif 3 4\n");
		assertEquals(List.of("file", "X", "y"), table.names());
		assertEquals(Optional.of(1), table.find("x"));
		assertEquals(Optional.of("um"), table.unit(1));
		assertEquals(Optional.of("mm"), table.unit(2));
		assertEquals(Optional.empty(), table.unit(0));
		assertArrayEquals(new double[] { 2, 4 }, table.values(2));
		String message = assertThrows(InvalidDataException.class, () -> table.values(0)).getMessage();
		assertTrue(message.contains("there is no number in column 1"), message);
	}

	@Test
	void namesOnlyWhereTheyGoWithTheColumns() throws IOException {
		assertEquals(List.of(), table("# measured on a Monday\n1 2\n").names());
	}

	@Test
	void mistakesNameTheLine() {
		String message = assertThrows(InvalidDataException.class, () -> table("# x y\n1 2\n3 4 5\n")).getMessage();
		assertTrue(message.contains("t.txt:3: this row has 3 columns"), message);
		message = assertThrows(InvalidDataException.class, () -> table("1 2\nstopped by user\n")).getMessage();
		assertTrue(message.contains("t.txt:2: 'stopped by user' is no row of numbers"), message);
		message = assertThrows(InvalidDataException.class, () -> table("1 2\n3 nan\n").values(1)).getMessage();
		assertTrue(message.contains("t.txt:2: there is no number"), message);
		assertThrows(InvalidDataException.class, () -> table(""));
		assertThrows(InvalidDataException.class, () -> table("# nothing\n"));
		assertThrows(InvalidDataException.class, () -> new TextTable(directory.resolve("gone.txt")));
	}

	@Test
	void noText() throws IOException {
		Path file = Files.write(directory.resolve("b.txt"), new byte[] { 1, (byte) 0xff, (byte) 0xfe });
		assertTrue(assertThrows(InvalidDataException.class, () -> new TextTable(file)).getMessage().contains("no text table"));
	}
}
