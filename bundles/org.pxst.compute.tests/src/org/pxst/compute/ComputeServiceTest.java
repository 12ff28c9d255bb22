// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;

/** The Java back end as a Declarative Service. */
class ComputeServiceTest {
	private static final long TIMEOUT_MS = 30_000;

	private ServiceTracker<ComputeService, ComputeService> tracker;

	@BeforeEach
	void openTracker() {
		BundleContext bundles = FrameworkUtil.getBundle(ComputeServiceTest.class).getBundleContext();
		tracker = new ServiceTracker<>(bundles, ComputeService.class, null);
		tracker.open();
	}

	@AfterEach
	void closeTracker() {
		tracker.close();
	}

	private ComputeService service() throws InterruptedException {
		ComputeService service = tracker.waitForService(TIMEOUT_MS);
		assertNotNull(service, "no compute service");
		return service;
	}

	@Test
	void isProvidedByDeclarativeServices() throws InterruptedException {
		assertTrue(service().name().contains("Java"), service().name());
		assertNotNull(tracker.getServiceReference().getProperty("component.name"));
	}

	@Test
	void opensAScanAndMakesItsWhitefield() throws InterruptedException {
		MemoryFrameSource frames = new MemoryFrameSource(1, 2,
				new float[][] { { 1, 3 }, { 500, 700 }, { 9, 11 }, { 2, 40 } });
		try (ComputeScan scan = service().open(frames, new int[] { 0, 2, 3 }, new IMonitor.Stub())) {
			assertArrayEquals(new float[] { 2, 11 }, scan.makeWhitefield(new IMonitor.Stub()).values());
			double[] means = scan.frameMeans(Mask.allGood(1, 2));
			assertArrayEquals(new double[] { 2, Double.NaN, 10, 21 }, means, 1e-12);
			scan.retainFrames(new int[] { 0, 2 });
			assertEquals(5, scan.makeWhitefield(new IMonitor.Stub()).at(0, 0));
		}
	}
}
