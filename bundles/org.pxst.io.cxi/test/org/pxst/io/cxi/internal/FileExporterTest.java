// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pxst.io.cxi.internal.Fixture.assertInvalid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.internal.values.ArrayFileReader;
import org.pxst.io.cxi.tools.ArrayValues;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.io.cxi.tools.ExportRequest.Format;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;

class FileExporterTest {
	private static final IMonitor NONE = new IMonitor.Stub();
	private static final String GROUP = "/speckle_tracking";
	private static final int ROWS = Fixture.ROWS;
	private static final int COLUMNS = Fixture.COLUMNS;
	@TempDir
	Path directory;
	private Path file;
	private final float[] image = new float[ROWS * COLUMNS];

	@BeforeEach
	void write() {
		file = directory.resolve("scan.cxi");
		for (int k = 0; k < image.length; k++)
			image[k] = k == 5 ? Float.NaN : 0.1f * k - 1;
		new Fixture().write(file);
		double[] pair = new double[2 * image.length];
		for (int k = 0; k < pair.length; k++)
			pair[k] = k;
		new NativeCxiWriter(LocalSkeleton::start).addTo(file, GROUP, List.of( //
				CxiDataset.of("mask", new boolean[image.length], "", ROWS, COLUMNS),
				CxiDataset.of("phase", image, "rad", ROWS, COLUMNS), //
				CxiDataset.of("pixel_map", pair, "pixel", 2, ROWS, COLUMNS),
				CxiDataset.of("reference_image", new float[9 * 10], "1", 9, 10),
				CxiDataset.of("dss", new double[] { 2e-9 }, "m"), CxiDataset.of("dfs", new double[] { -3e-9 }, "m"),
				CxiDataset.of("error_iteration", new double[] { 0.5, 0.25, Double.NaN }, "", 3),
				CxiDataset.of("pixel_translations", new double[] { 1, 2, 3, 4 }, "pixel", 2, 2),
				CxiDataset.of("creator", new String[] { "PXST, \"the\" Workbench" }, "")));
	}

	private List<Path> export(Format format, Path output, String... datasets) {
		return new FileExporter().export(new ExportRequest(file, GROUP, List.of(datasets), format, output, false), NONE);
	}

	@Test
	void nexusFilesSayWhatToPlot() {
		Path output = directory.resolve("out.nxs");
		assertEquals(List.of(output), export(Format.NEXUS, output));
		try (Hdf5View view = new StoredViewer().open(output)) {
			assertEquals("NXroot", attribute(view, "/", "NX_class"));
			assertEquals("entry", attribute(view, "/", "default"));
			assertEquals("NXentry", attribute(view, "/entry", "NX_class"));
			assertEquals("phase", attribute(view, "/entry", "default"));
			for (Hdf5Entry entry : view.tree("/entry"))
				if ("NXdata".equals(entry.attributes().get("NX_class")))
					assertPlottable(view, entry);
			assertEquals("rad", attribute(view, "/entry/phase/data", "units"));
			assertEquals("m", attribute(view, "/entry/phase/ss", "units"));
			assertEquals(55e-6, number(view, "/entry/phase/ss", 1), 1e-15);
			assertEquals(75e-6, number(view, "/entry/phase/fs", 1), 1e-15);
			assertEquals(3e-9, number(view, "/entry/reference_image/fs", 1), 1e-20);
			assertEquals(2e-9, number(view, "/entry/values/dss"), 0);
			assertEquals("NXcollection", attribute(view, "/entry/values", "NX_class"));
			assertEquals(Float.NaN, number(view, "/entry/phase/data", 0, 5));
			assertEquals(image[COLUMNS + 1], number(view, "/entry/phase/data", 1, 1));
		}
	}

	private static void assertPlottable(Hdf5View view, Hdf5Entry group) {
		String[] axes = (String[]) group.attributes().get("axes");
		int[] shape = view.values(group.path() + "/" + group.attributes().get("signal")).getShape();
		assertEquals(shape.length, axes.length, group.path());
		for (int k = 0; k < axes.length; k++) {
			assertArrayEquals(new int[] { shape[k] }, view.values(group.path() + "/" + axes[k]).getShape());
			assertEquals(k, ((Number) group.attributes().get(axes[k] + "_indices")).intValue());
		}
	}

	private static Object attribute(Hdf5View view, String path, String name) {
		return view.find(path).orElseThrow().attributes().get(name);
	}

	private static double number(Hdf5View view, String path, int... at) {
		try {
			return view.values(path).getSlice().getDouble(at);
		} catch (DatasetException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void tiffFilesHaveTheSameFloats() {
		List<Path> files = export(Format.TIFF, directory.resolve("tiff"));
		assertEquals(List.of("mask.tif", "phase.tif", "pixel_map_fs.tif", "pixel_map_ss.tif", "reference_image.tif"),
				files.stream().map(path -> path.getFileName().toString()).sorted().toList());
		ArrayValues phase = new ArrayFileReader().read(directory.resolve("tiff/phase.tif"));
		assertEquals(List.of(ROWS, COLUMNS), phase.shape());
		assertArrayEquals(image, (float[]) phase.values());
		float[] fs = (float[]) new ArrayFileReader().read(directory.resolve("tiff/pixel_map_fs.tif")).values();
		assertEquals(image.length, fs[0]);
	}

	@Test
	void stacksHaveSeveralImages() {
		new FileExporter().export(new ExportRequest(file, GROUP, List.of(Fixture.DATA), Format.TIFF, directory.resolve("t"), false), NONE);
		ArrayValues data = new ArrayFileReader().read(directory.resolve("t/data.tif"));
		assertEquals(List.of(Fixture.FRAMES, ROWS, COLUMNS), data.shape());
		assertEquals(60000 + ROWS * COLUMNS + 3, ((float[]) data.values())[ROWS * COLUMNS + 3]);
	}

	@Test
	void tablesHaveUnitsAndAllDigits() throws IOException {
		export(Format.CSV, directory.resolve("csv"));
		assertEquals("index,error_iteration\n0,0.5\n1,0.25\n2,nan\n", Files.readString(directory.resolve("csv/error_iteration.csv")));
		assertEquals("index,pixel_translations_ss (pixel),pixel_translations_fs (pixel)\n0,1.0,2.0\n1,3.0,4.0\n",
				Files.readString(directory.resolve("csv/pixel_translations.csv")));
		assertEquals("name,value,unit\ncreator,\"PXST, \"\"the\"\" Workbench\",\ndfs,-3.0E-9,m\ndss,2.0E-9,m\n",
				Files.readString(directory.resolve("csv/scalars.csv")));
		ArrayValues again = new ArrayFileReader().read(directory.resolve("csv/pixel_translations.csv"));
		assertArrayEquals(new double[] { 0, 1, 2, 1, 3, 4 }, (double[]) again.values());
	}

	@Test
	void whatCannotBeDoneIsSaid() throws IOException {
		Path there = Files.writeString(directory.resolve("there"), "x");
		assertInvalid(there, () -> export(Format.NEXUS, there), "exists", "--overwrite");
		assertInvalid(there, () -> export(Format.TIFF, there), "is a file");
		assertInvalid(directory, () -> export(Format.NEXUS, directory), "is a directory");
		assertInvalid(file, () -> export(Format.TIFF, directory.resolve("d"), "error_iteration"), "no image");
		assertInvalid(file, () -> export(Format.CSV, directory.resolve("d"), "phase"), "no curve");
		assertInvalid(file, () -> export(Format.CSV, directory.resolve("d"), "nothing"), "no data set /speckle_tracking/nothing");
		assertInvalid(file, () -> new FileExporter().export(
				new ExportRequest(file, "/nothing", List.of(), Format.CSV, directory.resolve("d"), false), NONE), "no group /nothing");
		export(Format.TIFF, directory.resolve("tiff"), "phase");
		assertInvalid(directory.resolve("tiff/phase.tif"), () -> export(Format.TIFF, directory.resolve("tiff"), "phase"), "exists");
		assertEquals(List.of("scan.cxi", "there", "tiff"), Fixture.names(directory));
	}

	@Test
	void nothingIsWrittenOver() {
		new NativeCxiWriter(LocalSkeleton::start).addTo(file, GROUP, List.of(CxiDataset.of("half/phase", image, "rad", ROWS, COLUMNS),
				CxiDataset.of("/other/phase", image, "rad", ROWS, COLUMNS)));
		assertEquals(6, export(Format.TIFF, directory.resolve("tiff")).size());
		assertTrue(Files.exists(directory.resolve("tiff/half_phase.tif")));
		assertInvalid(file, () -> export(Format.TIFF, directory.resolve("t"), "phase", "/other/phase"), "both go to phase.tif");
	}

	@Test
	void cancellingLeavesNothing() throws IOException {
		IMonitor stopped = new IMonitor.Stub() {
			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		for (Format format : Format.values())
			assertThrows(CancelledException.class, () -> new FileExporter()
					.export(new ExportRequest(file, GROUP, List.of(), format, directory.resolve("x"), false), stopped));
		assertTrue(Fixture.names(directory).equals(List.of("scan.cxi")));
	}
}
