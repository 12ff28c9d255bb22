// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.compute.DeviceKind;

class BuildLogTest {
	private static final KernelSource SOURCE = new KernelSource(List.of(new KernelSource.Line("a.cl", 1, "x"),
			new KernelSource.Line("b.cl", 1, "y"), new KernelSource.Line("b.cl", 2, "z"), new KernelSource.Line("a.cl", 3, "w")));

	/** As different compilers write them. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "<kernel>:3:2: error: oh | b.cl:2:2: error: oh",
			"error: /home/x/.cache/pocl/kcache/tempfile_a1.cl:4:10: oh | error: a.cl:3:10: oh",
			"1:2:7: error: oh | b.cl:1:7: error: oh", ":1:7: error: oh | a.cl:1:7: error: oh",
			"error: /tmp/x.cl:4:3 <Spelling=/tmp/x.cl:2:5>: oh | error: a.cl:3:3 <Spelling=b.cl:1:5>: oh",
			"/usr/include/opencl-c.h:3:2: note: oh | /usr/include/opencl-c.h:3:2: note: oh",
			"<kernel>:5:2: error | <kernel>:5:2: error", "<kernel>:0:2: error | <kernel>:0:2: error",
			"<kernel>:99999999999:2: error | <kernel>:99999999999:2: error", "2 errors: oh | 2 errors: oh" })
	void placesAreThoseInTheFiles(String message, String translated) {
		assertEquals(translated, new BuildLog(SOURCE).translated(message));
	}

	@Test
	void messagesBecomeOneLine() {
		assertEquals("b.cl:2:2: oh; b.cl:1:1: no", new BuildLog(SOURCE).translated("\n<kernel>:3:2: oh\n\r\n  <kernel>:2:1: no \n"));
	}

	@Test
	void everyLineIsWhereItsFileHasIt() {
		KernelSource source = KernelSource.of("make_reference.cl");
		assertEquals("make_reference.cl", source.lines().get(0).file());
		assertTrue(source.lines().stream().anyMatch(line -> line.file().equals("deposit.cl") && line.text().startsWith("void deposit(")));
		assertFalse(source.text().contains("#include") || source.text().contains("#line"));
		for (String file : List.of("make_reference.cl", "frames.cl", "model.cl", "samples.cl", "deposit.cl")) {
			KernelSource alone = KernelSource.of(file);
			List<KernelSource.Line> all = source.lines().stream().filter(line -> line.file().equals(file)).toList();
			assertEquals(alone.lines().stream().filter(line -> line.file().equals(file)).toList(), all, file);
		}
	}

	@Test
	void anErrorIsReportedWhereItIs() {
		List<KernelSource.Line> frames = KernelSource.of("frame_sums.cl").lines();
		KernelSource.Line user = frames.stream().filter(line -> line.text().contains("FRAME_ARGUMENTS") && line.file().equals("frame_sums.cl"))
				.findFirst().orElseThrow();
		try (DeviceSession session = new DeviceSession(new TestDevice(DeviceKind.CPU).open(), 1 << 28, DeviceFaults.NONE)) {
			DeviceException e = assertThrows(DeviceException.class,
					() -> session.kernel("frame_sums", Map.of("PIXEL", "nonsense", "GROUP", "1")));
			assertTrue(e.getMessage().startsWith("kernel frame_sums does not compile: "), e.getMessage());
			assertTrue(e.getMessage().contains("frame_sums.cl:" + user.number() + ":"), e.getMessage());
			assertTrue(e.getMessage().contains("nonsense"), e.getMessage());
			assertEquals(1, e.getMessage().lines().count());
			assertFalse(e.isLackOfMemory());
			assertEquals(0, session.memoryTaken());
		}
	}

	@Test
	void aKernelThatIsNotThereIsABrokenInstallation() {
		String message = assertThrows(IllegalStateException.class, () -> KernelSource.of("none.cl")).getMessage();
		assertEquals("kernel none.cl is missing in the bundle; install PXST again", message);
	}
}
