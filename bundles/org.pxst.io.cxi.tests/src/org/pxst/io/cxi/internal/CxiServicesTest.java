// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.january.dataset.DoubleDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;

/** The services are there, and jhdf and the native library do their work inside the framework. */
class CxiServicesTest {
	private static final long PATIENCE = 30_000;

	private static <T> T service(Class<T> type) {
		BundleContext context = FrameworkUtil.getBundle(type).getBundleContext();
		assertNotNull(context, "bundle org.pxst.io.cxi is not started");
		ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
		tracker.open();
		try {
			T service = tracker.waitForService(PATIENCE);
			assertNotNull(service, "no service " + type.getName());
			return service;
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		} finally {
			tracker.close();
		}
	}

	@Test
	void servicesOfThisBundle() {
		assertTrue(service(CxiLoader.class) instanceof JhdfCxiLoader);
		assertTrue(service(CxiWriter.class) instanceof NativeCxiWriter);
	}

	@Test
	void roundTrip(@TempDir Path directory) {
		Path file = directory.resolve("scan.cxi");
		String detector = "/entry_1/instrument_1/detector_1/";
		short[] frames = new short[4 * 30 * 40];
		for (int k = 0; k < frames.length; k++)
			frames[k] = (short) (65000 + k);
		service(CxiWriter.class).write(file, "/", List.of(
				CxiDataset.of("/entry_1/data_1/data", frames, "", 4, 30, 40),
				CxiDataset.of(detector + "mask", new boolean[30 * 40], "", 30, 40),
				CxiDataset.of(detector + "basis_vectors", new double[] { 0, 1e-5, 0, 1e-5, 0, 0 }, "m", 2, 3),
				CxiDataset.of(detector + "distance", new double[] { 2 }, "m"),
				CxiDataset.of("/entry_1/instrument_1/source_1/wavelength", new double[] { 1e-10 }, "m"),
				CxiDataset.of("/entry_1/sample_1/geometry/translation",
						new double[] { 0, 0, 0, 1e-6, 0, 0, 0, 1e-6, 0, 1e-6, 1e-6, 0 }, "m", 4, 3),
				new CxiDataset("/note", new int[0], new String[] { "µm" }, Map.of())));
		double[] phase = { 1, Double.NaN, 3 };
		service(CxiWriter.class).addTo(file, "/speckle_tracking", List.of(CxiDataset.of("phase", phase, "rad", 3)));
		CxiLoader loader = service(CxiLoader.class);
		try (CxiFile cxi = loader.open(file, CxiOptions.defaults())) {
			assertThrows(InvalidDataException.class, cxi::scan, "the mask has no good pixel");
			assertArrayEquals(phase, ((DoubleDataset) cxi.read("/speckle_tracking/phase")).getData());
			assertEquals("µm", cxi.read("/note").getString());
		}
		boolean[] good = new boolean[30 * 40];
		good[41] = true;
		service(CxiWriter.class).addTo(file, "/", List.of(CxiDataset.of(detector + "mask", good, "", 30, 40)));
		try (CxiFile cxi = loader.open(file, CxiOptions.defaults())) {
			Scan scan = cxi.scan();
			float[] frame = new float[30 * 40];
			scan.frames().read(1, 1, frame);
			assertEquals((65000 + 1200) & 0xffff, frame[0]);
			assertEquals(1, scan.detectorMask().count());
			assertTrue(scan.detectorMask().isGood(1, 1));
		}
	}
}
