// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.scan.MemoryFrameSource;

/** The table, and what is answered to lines on standard input. */
class BenchReadingCommandTest {
	@TempDir
	Path directory;
	private final FakeServices services = new FakeServices();

	private int serve(String lines) {
		InputStream before = System.in;
		System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
		try {
			return services.run("bench", "reading", "--serve");
		} finally {
			System.setIn(before);
		}
	}

	@Test
	void aRowForEachFile() throws IOException {
		for (String name : List.of("b.cxi", "a.h5", "notes.txt"))
			Files.createFile(directory.resolve(name));
		assertEquals(ExitCode.OK, services.run("bench", "reading", "--files", directory.toString(), "--repeats", "3"));
		List<String> lines = services.out().lines().toList();
		assertEquals(4, lines.size(), services.out());
		assertTrue(lines.get(1).matches("a\\.h5 +float32 +4 x 3 x 5 +[0-9]+ +[0-9]+ +[0-9]+"), lines.get(1));
		assertTrue(lines.get(2).startsWith("b.cxi "), lines.get(2));
	}

	@Test
	void answersLineByLine() throws IOException {
		Path file = Files.createFile(directory.resolve("a scan.cxi"));
		CRC32 crc = new CRC32();
		crc.update(new byte[4 * 3 * 5 * Float.BYTES]);
		assertEquals(ExitCode.OK, serve("check " + file + "\n1 " + file + "\n2 " + file + "\nfloat " + file + "\n"));
		List<String> answers = services.out().lines().toList();
		assertEquals(4, answers.size());
		assertEquals(String.format("%08x", crc.getValue()), answers.get(0));
		for (String seconds : answers.subList(1, 4))
			assertTrue(Double.parseDouble(seconds) >= 0 && seconds.matches("[0-9]+\\.[0-9]{6}"), seconds);
	}

	@Test
	void anEmptyLineEndsIt() throws IOException {
		Path file = Files.createFile(directory.resolve("scan.cxi"));
		assertEquals(ExitCode.OK, serve("\n1 " + file + "\n"));
		assertEquals("", services.out());
	}

	@Test
	void linesThatMakeNoSenseAreRefused() throws IOException {
		Path file = Files.createFile(directory.resolve("scan.cxi"));
		assertEquals(ExitCode.BAD_INPUT, serve("3 " + file + "\n"));
		assertTrue(services.err().contains("'3'"), services.err());
		assertEquals(ExitCode.BAD_INPUT, serve("1\n"));
		assertEquals(ExitCode.BAD_INPUT, serve("1 " + directory.resolve("other.cxi") + "\n"));
	}

	@Test
	void wrongUseIsExplained() {
		assertEquals(ExitCode.OK, services.run("bench", "--help"));
		assertTrue(services.out().contains("\n  reading  "), services.out());
		assertEquals(ExitCode.USAGE, services.run("bench", "reading"));
		assertEquals(ExitCode.USAGE, services.run("bench", "reading", "--serve", "--repeats", "0"));
		assertEquals(ExitCode.BAD_INPUT, services.run("bench", "reading", "--files", directory.toString()));
		assertEquals(ExitCode.BAD_INPUT, services.run("bench", "reading", "--files", directory + "/none"));
	}

	@Test
	void allFramesAreReadInEachWay() {
		float[][] values = { { 1, 2 }, { 3, 4 }, { 5, Float.NaN } };
		FrameReading reading = new FrameReading(new MemoryFrameSource(1, 2, values));
		ByteBuffer all = ByteBuffer.allocate(24).order(ByteOrder.nativeOrder());
		for (float[] frame : values)
			for (float value : frame)
				all.putFloat(value);
		CRC32 crc = new CRC32();
		crc.update(all.array());
		assertEquals(crc.getValue(), reading.checksum());
		assertTrue(reading.speed(reading::twoThreads, 2) > 0);
	}
}
