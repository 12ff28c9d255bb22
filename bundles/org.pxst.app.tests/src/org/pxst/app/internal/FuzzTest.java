// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.io.cxi.CxiWriter;

/** A short run of the fuzz test, inside OSGi; the long one is {@code releng/fuzz}. */
class FuzzTest {
	private static final int CASES = 300;
	private static final long SEED = 20;
	/** Far more than a case may take, for busy machines: this is for what never ends. */
	private static final Duration LIMIT = Duration.ofMinutes(2);

	@TempDir
	Path directory;

	@Test
	void damagedFilesAreRefusedInOneLine() throws Exception {
		PxstCommandLine pxst = Services.get(PxstCommandLine.class);
		List<FuzzTemplate> templates = new FuzzTemplates().write(directory, Services.get(CxiWriter.class));
		Path cases = Files.createDirectories(directory.resolve("cases"));
		for (FuzzTemplate template : templates)
			assertEquals(new FuzzCase.Verdict("info 0, reconstruct 0, in place 0", Optional.empty()),
					new FuzzCase(template).run(cases, pxst, command -> {
					}), template.name());
		List<String> failures = new ArrayList<>();
		for (int number = 0; number < CASES; number++) {
			FuzzCase each = new FuzzCase(SEED, number, templates);
			FuzzCase.Verdict verdict = assertTimeoutPreemptively(LIMIT, () -> each.run(cases, pxst, command -> {
			}), each::name);
			verdict.failure().ifPresent(failure -> failures.add(each.name() + ", " + verdict.outcome() + ": " + failure));
		}
		assertEquals(List.of(), failures);
	}
}
