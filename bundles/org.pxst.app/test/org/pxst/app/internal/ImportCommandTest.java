// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.imports.ImportRequest;

class ImportCommandTest {
	private final FakeServices services = new FakeServices();
	@TempDir
	Path directory;
	private Path output;

	@BeforeEach
	void name() {
		output = directory.resolve("scan.cxi");
	}

	@Test
	void defaults() {
		assertEquals(0, services.run("import", "a.h5", "b.h5", "-o", output.toString()), services.err());
		assertEquals(new ImportRequest(List.of(Path.of("a.h5"), Path.of("b.h5")), "auto", Optional.empty(), Map.of(),
				ImportRequest.Storage.LINK), services.importer.request);
		assertEquals(List.of(output), services.importer.written);
		assertTrue(!services.importer.replace && services.importer.closed);
		assertTrue(services.out().contains("raw.nxs:/entry/distance  1250 mm"), services.out());
		assertTrue(services.out().contains("in " + output + ", linked, not copied; protocol nexus"), services.out());
	}

	@Test
	void everything() {
		assertEquals(0, services.run("import", "a.h5", "--output", output.toString(), "--protocol", "my.pxst", "--copy",
				"--positions", "log.txt[2,3] in um", "--set", "distance=1.2 m", "--set", "mask=none", "--overwrite"));
		assertEquals(new ImportRequest(List.of(Path.of("a.h5")), "my.pxst", Optional.of("log.txt[2,3] in um"),
				Map.of("distance", "1.2 m", "mask", "none"), ImportRequest.Storage.COPY), services.importer.request);
		assertTrue(services.importer.replace);
	}

	@Test
	void whatIsFoundIsShownAlsoWhenSomethingIsMissing() {
		services.importer.problem = Optional.of("no detector distance; give it with --set distance='VALUE UNIT'");
		assertEquals(3, services.run("import", "a.h5", "-o", output.toString()));
		assertTrue(services.out().contains("distance"), services.out());
		assertEquals("pxst: no detector distance; give it with --set distance='VALUE UNIT'\n", services.err());
		assertTrue(services.importer.closed);
	}

	@Test
	void interrupted() {
		services.importer.failure = Optional.of(new CancelledException("the import"));
		assertEquals(130, services.run("import", "a.h5", "-o", output.toString()));
		assertEquals("pxst: the import was cancelled; nothing was written\n", services.err());
	}

	@ParameterizedTest
	@ValueSource(strings = { "import a.h5", "import a.h5 -o x --link --copy", "import a.h5 -o x --set distance",
			"import --show-protocol spec" })
	void wrongUsage(String line) {
		assertEquals(2, services.run(line.split(" ")), services.err());
		assertNull(services.importer.request);
	}

	@Test
	void noDirectoryForTheOutput() {
		assertEquals(3, services.run("import", "a.h5", "-o", directory.resolve("none/scan.cxi").toString()));
		assertNull(services.importer.request);
	}

	@Test
	void protocolsCanBeShown() {
		assertEquals(0, services.run("import", "--show-protocol", "nexus"));
		assertEquals("data = /entry/data\n", services.out());
	}

	@Test
	void helpExplainsTheMappingFile() {
		assertEquals(0, services.run("import", "--help"));
		assertTrue(services.out().contains("based_on") && services.out().contains("--positions"), services.out());
	}
}
