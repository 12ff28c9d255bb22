// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One run of the command line with the real services.
 *
 * @param code exit code
 * @param out  standard output
 * @param err  standard error
 */
record Run(int code, String out, String err) {
	static Run pxst(Object... arguments) throws InterruptedException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), 0);
		String[] strings = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
		int code = Services.get(PxstCommandLine.class).run(terminal, strings);
		return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	Run succeeds() {
		assertEquals(0, code, err);
		return this;
	}

	/**
	 * Exit code 3, and the last line says what is wrong and names these words; no stack trace. A machine without OpenCL may
	 * say so before.
	 */
	Run isBadInput(String... words) {
		assertEquals(3, code, out + err);
		List<String> lines = err.lines().filter(line -> !line.startsWith("pxst: computing in Java: ")).toList();
		assertEquals(1, lines.stream().filter(l -> l.startsWith("pxst: ")).count(), err);
		String last = lines.get(lines.size() - 1);
		assertTrue(last.startsWith("pxst: "), err);
		for (String word : words)
			assertTrue(last.contains(word), "'" + word + "' is not in: " + last);
		assertTrue(lines.stream().noneMatch(l -> l.startsWith("\tat ")), err);
		return this;
	}
}
