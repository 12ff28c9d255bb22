// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a shell makes of a command line: it is given to {@code sh -c}, where pxst prints what it is given. */
final class Words {
	private static final String END = "\u0001";
	private static final String PXST = "pxst() { for word; do printf '%s\\001' \"$word\"; done; printf '\\002'; }\n";

	private Words() {
	}

	/** The arguments of each call of pxst. */
	static List<List<String>> of(String text) throws IOException, InterruptedException {
		Process shell = new ProcessBuilder("sh", "-c", PXST + text).redirectErrorStream(true).start();
		String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, shell.waitFor(), printed);
		List<List<String>> calls = new ArrayList<>();
		for (String call : printed.split("\u0002"))
			calls.add(List.of(call.split(END)));
		return calls;
	}
}
