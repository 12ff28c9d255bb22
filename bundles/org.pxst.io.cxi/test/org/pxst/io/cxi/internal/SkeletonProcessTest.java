// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiLink;

/** The HDF5 library changes existing files in a process of its own. */
class SkeletonProcessTest {
	private static final List<CxiContent> ALL_KINDS = List.of(
			new CxiDataset("float", new int[] { 2 }, new float[] { 1.5f, Float.NaN },
					Map.of("units", "µm", "scale", 2.5, "count", 3, "good", true)),
			CxiDataset.of("double", new double[] { 1e-300, -0.0 }, "m", 2), CxiDataset.of("int", new int[] { -7 }, ""),
			CxiDataset.of("long", new long[] { Long.MIN_VALUE }, "", 1), CxiDataset.of("short", new short[] { -1 }, "", 1),
			CxiDataset.of("byte", new byte[] { -1, 2 }, "", 2),
			CxiDataset.of("boolean", new boolean[] { true, false }, "", 2),
			CxiDataset.of("text", new String[] { "", "ångström" }, "", 2), CxiDataset.of("none", new double[0], "", 0),
			CxiLink.soft("/soft", "/entry_1"), CxiLink.external("outside", Path.of("/nowhere/other.h5"), "/x"));
	@TempDir
	Path directory;
	private Path file;

	@BeforeEach
	void make() throws IOException {
		file = new Fixture().write(directory.resolve("scan.cxi")).toRealPath();
	}

	@Test
	void theSameBytesAsInThisProcess() throws IOException {
		Path local = Files.copy(file, directory.resolve("local.cxi"));
		new NativeCxiWriter().addTo(file, Stamped.GROUP, ALL_KINDS);
		new NativeCxiWriter(LocalSkeleton::start).addTo(local, Stamped.GROUP, ALL_KINDS);
		assertArrayEquals(Files.readAllBytes(local), Files.readAllBytes(file));
		assertEquals(List.of("local.cxi", "scan.cxi"), Fixture.names(directory));
	}

	@Test
	void framesAreRefused() throws IOException {
		byte[] before = Files.readAllBytes(file);
		try (Hdf5File hdf = new Hdf5File(file)) {
			CxiFrames frames = new CxiFrames("frames", new FileFrames(hdf.dataset(Fixture.DATA).orElseThrow()), Map.of());
			assertThrows(IllegalArgumentException.class,
					() -> new NativeCxiWriter().addTo(file, Stamped.GROUP, List.of(frames)));
		}
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	@Test
	void aCrashIsSurvived() throws IOException {
		byte[] before = Files.readAllBytes(file);
		NativeCxiWriter writer = new NativeCxiWriter((target, skeleton, content) -> {
			SkeletonProcess work = SkeletonProcess.start(target, skeleton, content);
			work.values();
			ProcessHandle.current().children().filter(child -> child.info().arguments()
					.map(arguments -> List.of(arguments).contains(SkeletonProgram.class.getName())).orElse(false))
					.forEach(ProcessHandle::destroyForcibly);
			return work;
		});
		String message = assertThrows(InvalidDataException.class,
				() -> writer.addTo(file, Stamped.GROUP, Stamped.results(1))).getMessage();
		assertTrue(message.contains("crashed"), message);
		assertArrayEquals(before, Files.readAllBytes(file));
		assertEquals(List.of("scan.cxi"), Fixture.names(directory));
	}

	@Test
	void itsReasonsAreTold() throws IOException {
		Path unfit = new Fixture().put(Stamped.GROUP + "/line/inner", new int[1]).write(directory.resolve("unfit.cxi"));
		String message = assertThrows(InvalidDataException.class,
				() -> new NativeCxiWriter().addTo(unfit, Stamped.GROUP, Stamped.results(1))).getMessage();
		assertTrue(message.contains(Stamped.GROUP + "/line"), message);
	}
}
