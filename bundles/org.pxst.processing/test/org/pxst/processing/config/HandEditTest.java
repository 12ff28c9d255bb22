// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.processing.run.MemoryFiles;

/** The mark of what was edited by hand. */
class HandEditTest {
	private static final String GROUP = "/speckle_tracking";
	private static final Path FILE = Path.of("scan.cxi");

	private final MemoryFiles files = new MemoryFiles();

	private ProcessRecord record(int number) {
		return new ProcessRecord(number, "make_mask", "1", "2026-01-01T00:00:00Z", "", "scan.cxi", "Java", "[make_mask]\n", Map.of());
	}

	private OptionalInt after(CxiContent content) {
		return HandEdit.after(new Hdf5Entry("/x", Hdf5Entry.Kind.DATASET, Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), ((CxiDataset) content).attributes()));
	}

	@Test
	void itSaysAfterWhichRun() {
		CxiDataset mask = new CxiDataset("mask", new int[] { 1 }, new boolean[1], Map.of("description", "true = good"));
		assertEquals(OptionalInt.empty(), after(mask));
		assertEquals(OptionalInt.of(0), after(HandEdit.marked(List.of(mask), files.open(FILE), GROUP).get(0)));
		files.put(FILE, GROUP, record(1).content());
		files.put(FILE, GROUP, record(4).content());
		CxiDataset marked = (CxiDataset) HandEdit.marked(List.of(mask), files.open(FILE), GROUP).get(0);
		assertEquals(OptionalInt.of(4), after(marked));
		assertEquals("true = good", marked.attributes().get("description"));
	}

	@Test
	void whatAStepMadeAndLinksStayAsTheyAre() {
		CxiDataset made = record(1).marked(CxiDataset.of("mask", new boolean[1], "", 1));
		CxiLink link = CxiLink.external("/a", FILE, "/a");
		assertEquals(List.of(made, link), HandEdit.marked(List.of(made, link), files.open(FILE), GROUP));
	}

	@Test
	void aResultSaysWhichRunMadeIt() {
		CxiDataset made = record(3).marked(CxiDataset.of("mask", new boolean[1], "", 1));
		Hdf5Entry entry = new Hdf5Entry("/x", Hdf5Entry.Kind.DATASET, Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), made.attributes());
		assertEquals(OptionalInt.of(3), ProcessRecord.numberOf(entry));
		assertEquals(Optional.of("make_mask"), ProcessRecord.stepOf(entry));
		assertEquals(OptionalInt.empty(), ProcessRecord.numberOf(new Hdf5Entry("/x", Hdf5Entry.Kind.DATASET, Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty(), Map.of("process", "something else"))));
	}
}
