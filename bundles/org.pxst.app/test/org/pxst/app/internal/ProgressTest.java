// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.pxst.processing.Iteration;

class ProgressTest {
	private static final Iteration SECOND = new Iteration(2, 0.25, 0.1, 0.05, 9, 11, 1.5, 0.4);

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
	private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

	@Test
	void automaticIsInPlaceOnATerminalOnly() {
		assertInstanceOf(LineProgress.class, Progress.of(Progress.Mode.AUTO, new Terminal(err, err, 80)));
		assertInstanceOf(PlainProgress.class, Progress.of(Progress.Mode.AUTO, new Terminal(err, err, 0)));
	}

	@Test
	void plainIsALineForEachStepAndIteration() {
		Progress progress = Progress.of(Progress.Mode.PLAIN, new Terminal(err, err, 80));
		progress.subTask("update_pixel_map");
		progress.stepDone("make_mask", "29 bad pixels");
		progress.iterationDone(SECOND);
		progress.end();
		assertEquals("make_mask: 29 bad pixels\niteration 2: error 0.25000, map change 0.1000 px, position change 0.0500 px, "
				+ "window 9x11, filter 1.50, 0.4 s\n", shown());
	}

	@Test
	void inPlaceIsRewrittenAndNeverWrapsOrGetsLost() {
		Progress progress = Progress.of(Progress.Mode.BAR, new Terminal(err, err, 40));
		progress.iterationDone(SECOND);
		progress.subTask("update_pixel_map");
		String open = shown();
		assertTrue(open.startsWith("\r"), open);
		for (String line : open.split("\r\u001b\\[K"))
			assertTrue(line.length() < 40, line);
		progress.end();
		assertTrue(shown().endsWith(Progress.describe(SECOND) + "\n"), shown());
	}

	@Test
	void aStepClearsTheLineInPlace() {
		Progress progress = new LineProgress(err, 80);
		progress.subTask("make_mask");
		progress.stepDone("make_mask", "done");
		assertEquals("\r\u001b[Kmake_mask ...\r\u001b[Kmake_mask: done\n", shown());
	}

	@Test
	void silentShowsMessagesOnly() {
		Progress progress = Progress.of(Progress.Mode.NONE, new Terminal(err, err, 80));
		progress.subTask("make_mask");
		progress.stepDone("make_mask", "done");
		progress.iterationDone(SECOND);
		progress.message("interrupted");
		progress.end();
		assertEquals("interrupted\n", shown());
	}

	private String shown() {
		return bytes.toString(StandardCharsets.UTF_8);
	}
}
