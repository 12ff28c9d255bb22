// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiGroup;
import org.pxst.io.cxi.CxiWriter;

/** Groups with attributes. */
class GroupsTest {
	private static final List<CxiContent> PROCESS = List.of(
			new CxiGroup("process_1", Map.of("NX_class", "NXprocess", "number", 3, "share", 0.25)),
			CxiDataset.of("process_1/program", new String[] { "PXST" }, ""));
	@TempDir
	Path directory;

	private void assertProcess(Path file, String group) {
		try (Hdf5File hdf = new Hdf5File(file)) {
			assertTrue(hdf.isGroup(group + "/process_1"));
			assertEquals(Map.of("NX_class", "NXprocess", "number", 3, "share", 0.25), hdf.attributes(group + "/process_1"));
			assertTrue(hdf.dataset(group + "/process_1/program").isPresent());
		}
	}

	@Test
	void inAFileOfItsOwn() {
		Path file = directory.resolve("result.cxi");
		new NativeCxiWriter(LocalSkeleton::start).write(file, "/speckle_tracking", PROCESS);
		assertProcess(file, "/speckle_tracking");
	}

	@Test
	void inAnExistingFileAndNotTwice() throws IOException {
		Path file = directory.resolve("scan.cxi");
		new Fixture().write(file);
		CxiWriter writer = new NativeCxiWriter(SkeletonProcess::start);
		writer.addTo(file, "/speckle_tracking", PROCESS);
		assertProcess(file, "/speckle_tracking");
		InvalidDataException refused = assertThrows(InvalidDataException.class,
				() -> writer.addTo(file, "/speckle_tracking", PROCESS));
		assertTrue(refused.getMessage().contains("/speckle_tracking/process_1"), refused.getMessage());
		assertProcess(file, "/speckle_tracking");
	}

	@Test
	void withoutTheNativeLibrary() {
		Path file = directory.resolve("result.cxi");
		new NativeCxiWriter(SkeletonProcess::start, () -> {
			throw new IOException("no library", new UnsatisfiedLinkError("no jnihdf5"));
		}).write(file, "/speckle_tracking", PROCESS);
		assertProcess(file, "/speckle_tracking");
	}
}
