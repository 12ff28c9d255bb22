// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.dataset.IDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;

/** simulate, info, reconstruct and demo with the real services. */
class WholeWayTest {
	@TempDir
	Path directory;

	@Test
	void simulateInfoReconstruct() throws Exception {
		Path scan = directory.resolve("scan.cxi");
		Path result = directory.resolve("result.cxi");
		Path images = directory.resolve("images");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		byte[] before = Files.readAllBytes(scan);

		String info = Run.pxst("info", scan).succeeds().out();
		assertTrue(info.contains("25 of 96 x 128 pixels"), info);

		Run run = Run.pxst("reconstruct", scan, "--output", result, "--images", images).succeeds();
		assertTrue(run.err().contains("iteration 1: error"), run.err());
		assertTrue(run.out().contains(" (ss "), run.out());
		assertArrayEquals(before, Files.readAllBytes(scan));

		try (CxiFile file = Services.get(CxiLoader.class).open(result, CxiOptions.defaults())) {
			assertShape(file, "mask", 96, 128);
			assertShape(file, "whitefield", 96, 128);
			assertShape(file, "pixel_map", 2, 96, 128);
			assertShape(file, "pixel_translations", 25, 2);
			assertShape(file, "phase", 96, 128);
			assertShape(file, "error_frame", 25);
			assertTrue(file.read("/speckle_tracking/creator").getString().startsWith("PXST Workbench 0.1.0"));
			int used = file.read("/speckle_tracking/good_frames").getSize();
			assertTrue(run.out().contains(used + " of 25"), run.out());
		}
		try (var files = Files.list(images)) {
			assertTrue(files.filter(f -> f.toString().endsWith(".png")).count() >= 6);
		}
		// a result may be replaced by a later one
		Run.pxst("reconstruct", scan, "--output", result, "--iterations", 1).succeeds();
	}

	@Test
	void aResultLeadsToItsScan() throws Exception {
		Path scans = Files.createDirectories(directory.resolve("data/scans"));
		Path results = Files.createDirectories(directory.resolve("data/results"));
		Run.pxst("simulate", scans.resolve("scan.cxi"), directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		Run.pxst("reconstruct", scans.resolve("scan.cxi"), "--output", results.resolve("result.cxi"), "--iterations", 1)
				.succeeds();
		// both can be moved together
		Path moved = Files.move(directory.resolve("data"), directory.resolve("moved"));
		Path scan = moved.resolve("scans/scan.cxi");
		Path result = moved.resolve("results/result.cxi");
		byte[] before = Files.readAllBytes(scan);
		String info = Run.pxst("info", result).succeeds().out();
		assertTrue(info.contains("25 of 96 x 128 pixels"), info);
		assertTrue(info.contains("in /speckle_tracking, by PXST Workbench 0.1.0"), info);
		try (CxiFile file = Services.get(CxiLoader.class).open(result, CxiOptions.defaults());
				CxiFile original = Services.get(CxiLoader.class).open(scan, CxiOptions.defaults())) {
			assertTrue(file.isElsewhere(TinyScan.FRAMES));
			assertFalse(file.isElsewhere("/speckle_tracking/phase"));
			assertFalse(original.isElsewhere(TinyScan.FRAMES));
			assertEquals(original.read(TinyScan.FRAMES), file.read(TinyScan.FRAMES));
		}
		// again into the file of the result, and from it into another
		Run.pxst("reconstruct", result, "--iterations", 2).succeeds();
		Run.pxst("reconstruct", result, "--output", moved.resolve("again.cxi"), "--iterations", 1).succeeds();
		Run.pxst("reconstruct", scan, "--output", result, "--iterations", 1).succeeds();
		assertArrayEquals(before, Files.readAllBytes(scan));
	}

	@Test
	void intoTheScanUnasked() throws Exception {
		Path scan = new TinyScan().write(directory.resolve("scan.cxi"));
		Run run = Run.pxst("reconstruct", scan, "--iterations", 1).succeeds();
		assertTrue(run.out().contains(scan + ", group /speckle_tracking"), run.out());
		String info = Run.pxst("info", scan).succeeds().out();
		assertTrue(info.contains("pxst reconstruct " + scan + " --iterations 1"), info);
		assertTrue(Run.pxst("recover", scan).succeeds().out().lines().count() == 1);
		try (var files = Files.list(directory)) {
			assertEquals(List.of(scan), files.toList());
		}
	}

	@Test
	void aHeldScanIsToldAtOnce() throws Exception {
		Path scan = new TinyScan().write(directory.resolve("scan.cxi"));
		byte[] before = Files.readAllBytes(scan);
		try (CxiClaim claim = Services.get(CxiWriter.class).claim(scan)) {
			assertEquals(scan, claim.file());
			Run.pxst("reconstruct", scan).isBadInput("scan.cxi", Long.toString(ProcessHandle.current().pid()));
			Run.pxst("info", scan).succeeds();
		}
		assertArrayEquals(before, Files.readAllBytes(scan));
		Run.pxst("reconstruct", scan, "--iterations", 1).succeeds();
	}

	@Test
	void aScanThatHoldsResultsIsNoOutput() throws Exception {
		Path scan = directory.resolve("scan.cxi");
		Path other = directory.resolve("other.cxi");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		Run.pxst("simulate", other, directory.resolve("other.h5"), "--size", "tiny", "--seed", 2).succeeds();
		Run.pxst("reconstruct", other, "--in-place", "--iterations", 1).succeeds();
		byte[] before = Files.readAllBytes(other);
		Run.pxst("reconstruct", scan, "--output", other, "--iterations", 1).isBadInput("other.cxi", "--overwrite");
		assertArrayEquals(before, Files.readAllBytes(other));
	}

	@Test
	void inPlaceKeepsTheScan() throws Exception {
		Path scan = directory.resolve("scan.cxi");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		IDataset frames;
		try (CxiFile file = Services.get(CxiLoader.class).open(scan, CxiOptions.defaults())) {
			frames = file.read(TinyScan.FRAMES);
		}
		Run.pxst("reconstruct", scan, "--in-place", "--iterations", 1, "--group", "/results/first").succeeds();
		try (CxiFile file = Services.get(CxiLoader.class).open(scan, CxiOptions.defaults())) {
			assertEquals(frames, file.read(TinyScan.FRAMES));
			assertArrayEquals(new int[] { 96, 128 }, file.read("/results/first/phase").getShape());
		}
		Run.pxst("info", scan).succeeds();
	}

	@Test
	void demoComparesWithTheTruth() throws Exception {
		Run run = Run.pxst("demo", "--size", "tiny", "--directory", directory.resolve("demo")).succeeds();
		assertTrue(run.out().contains("phase_rms"), run.out());
		assertTrue(Files.size(directory.resolve("demo/demo_result.cxi")) > 0);
	}

	@Test
	void devicesAreListedOpenClFirst() throws Exception {
		List<String> lines = Run.pxst("devices").succeeds().out().lines().toList();
		assertTrue(lines.get(1).startsWith("opencl:0 "), lines::toString);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("java ")), lines::toString);
		assertTrue(lines.contains("auto is opencl:0"), lines::toString);
	}

	@Test
	void computesOnWhatWasAskedFor() throws Exception {
		Path scan = directory.resolve("scan.cxi");
		Path result = directory.resolve("result.cxi");
		Run.pxst("simulate", scan, directory.resolve("truth.h5"), "--size", "tiny").succeeds();
		Run java = Run.pxst("reconstruct", scan, "--output", result, "--iterations", 1, "--backend", "java").succeeds();
		assertTrue(java.out().contains("computed on         Java, "), java.out());
		assertTrue(java.err().startsWith("compute_on: Java, "), java.err());
		try (CxiFile file = Services.get(CxiLoader.class).open(result, CxiOptions.defaults())) {
			assertTrue(file.read("/speckle_tracking/computed_on").getString().startsWith("Java, "));
		}
		Run openCl = Run.pxst("reconstruct", scan, "--output", result, "--iterations", 1, "--backend", "opencl", "--device-memory",
				"64m").succeeds();
		assertTrue(openCl.out().contains("computed on         OpenCL"), openCl.out());
		Run.pxst("reconstruct", scan, "--output", result, "--backend", "abacus").isBadInput("no device 'abacus'", "opencl:0 (",
				"java (Java, ");
		Run.pxst("demo", "--directory", directory.resolve("demo"), "--backend", "opencl:99").isBadInput("no device 'opencl:99'");
		assertFalse(Files.exists(directory.resolve("demo")));
	}

	@Test
	void usageErrors() throws Exception {
		assertEquals(2, Run.pxst("reconstruct").code());
		assertEquals(2, Run.pxst("nonsense").code());
	}

	private static void assertShape(CxiFile file, String name, int... shape) {
		assertArrayEquals(shape, file.read("/speckle_tracking/" + name).getShape(), name);
	}
}
