// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.pxst.io.cxi.internal.Fixture.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;

/** The measured and the simulated scans, where they lie beside the checkout. */
class SharedDataTest {
	private static final String MEASURED = "PETRAIII_P25_Near_Field_Ptycho.cxi";

	private static Path shared(String name) {
		for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
			Path file = at.resolve("shared/data").resolve(name);
			if (Files.isReadable(file))
				return file;
		}
		assumeTrue(false, "no ../shared/data/" + name);
		throw new IllegalStateException();
	}

	private static double sum(Scan scan) {
		float[] values = new float[scan.frames().frames() * scan.frames().rows() * scan.frames().columns()];
		scan.frames().read(0, scan.frames().frames(), values);
		double sum = 0;
		for (float v : values)
			sum += v;
		return sum;
	}

	@Test
	void measured() {
		try (CxiFile cxi = Fixture.open(shared(MEASURED))) {
			assertTrue(finding(cxi, CxiItem.DATA).value().startsWith("int32 (200, 100, 100)"));
			assertEquals("uint32 (100, 100), 0 = good, 5 bad", finding(cxi, CxiItem.MASK).value());
			assertEquals(Optional.of("/entry_1/sample_1/geometry_1/translation"),
					finding(cxi, CxiItem.TRANSLATIONS).path());
			assertTrue(cxi.findings().stream().allMatch(f -> f.problem().isEmpty()));
			Scan scan = cxi.scan();
			assertEquals(1.12, scan.geometry().distance(), 1e-6);
			assertEquals(55e-6, scan.geometry().pixelSizeSs(), 1e-11);
			assertEquals(9.7949e-11, scan.geometry().wavelength(), 1e-15);
			assertEquals(9995, scan.detectorMask().count());
			assertEquals(200, cxi.goodFrames().length);
			assertEquals(1933520759.0, sum(scan));
			// slow axis is -y, fast axis is -x
			double[] xyz = new double[600];
			var translation = cxi.read("/entry_1/sample_1/geometry_1/translation");
			for (int k = 0; k < xyz.length; k++)
				xyz[k] = translation.getDouble(k / 3, k % 3);
			for (int n = 0; n < 200; n++) {
				assertEquals(-xyz[3 * n + 1], scan.positions().ss()[n], 1e-15);
				assertEquals(-xyz[3 * n], scan.positions().fs()[n], 1e-15);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "small.cxi, 49, 256, 256, 2104186558", "small_speckle.cxi, 49, 256, 256, 2073169032",
			"tiny.cxi, 25, 96, 128, 197786263" })
	void simulated(String name, int frames, int rows, int columns, double sum) {
		try (CxiFile cxi = Fixture.open(shared(name))) {
			assertEquals("uint16 (" + frames + ", " + rows + ", " + columns + ")", finding(cxi, CxiItem.DATA).value());
			assertEquals("missing: all pixels are taken as good", finding(cxi, CxiItem.MASK).value());
			Scan scan = cxi.scan();
			assertEquals(1, scan.geometry().distance());
			assertEquals(7.29e-11, scan.geometry().wavelength(), 1e-15);
			assertEquals(sum, sum(scan));
		}
	}

	@Test
	void resultsGoIntoACopyOfTheMeasuredFile(@TempDir Path directory) throws IOException {
		Path file = Files.copy(shared(MEASURED), directory.resolve("p.cxi"));
		double[] values = { 1, 2, 3 };
		new NativeCxiWriter().addTo(file, "/speckle_tracking", List.of(CxiDataset.of("phase", values, "rad", 3)));
		try (CxiFile cxi = Fixture.open(file)) {
			assertEquals(1933520759.0, sum(cxi.scan()));
			assertArrayEquals(new int[] { 3 }, cxi.read("/speckle_tracking/phase").getShape());
		}
	}
}
