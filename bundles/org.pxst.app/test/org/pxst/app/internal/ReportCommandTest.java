// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.io.cxi.CxiItem;

class ReportCommandTest {
	private final FakeServices services = new FakeServices();

	@TempDir
	Path directory;

	@Test
	void asksForAPageInTheCurrentDirectory() throws IOException {
		Path scan = Files.writeString(directory.resolve("run7.v2.cxi"), "a scan");
		assertEquals(0, services.run("report", scan.toString()), services.err());
		assertEquals("run7.v2_report.html\n", services.out());
		assertEquals(scan, services.fileTools.report.file());
		assertEquals("/speckle_tracking", services.fileTools.report.group());
		assertFalse(services.fileTools.report.overwrite());
	}

	@Test
	void passesOptionsOn() throws IOException {
		Path scan = Files.writeString(directory.resolve("scan.cxi"), "a scan");
		assertEquals(0, services.run("report", scan.toString(), "-o", "page.html", "--group", "/mine", "--overwrite", "--path",
				"data=/entry/frames"), services.err());
		assertEquals(Path.of("page.html"), services.fileTools.report.output());
		assertEquals("/mine", services.fileTools.report.group());
		assertTrue(services.fileTools.report.overwrite());
		assertEquals(Map.of(CxiItem.DATA, "/entry/frames"), services.fileTools.report.options().paths());
	}

	@Test
	void refusesAMissingFile() {
		assertEquals(3, services.run("report", directory.resolve("none.cxi").toString()));
		assertTrue(services.err().contains("there is no such file"), services.err());
		assertNull(services.fileTools.report);
	}
}
