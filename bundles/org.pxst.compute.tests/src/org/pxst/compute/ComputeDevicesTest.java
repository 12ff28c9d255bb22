// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;

/** Back ends and their devices as Declarative Services. OpenCL is PoCL here, or what else the machine has. */
class ComputeDevicesTest {
	private static final long TIMEOUT_MS = 30_000;
	private static final String OPENCL = "org.pxst.compute.opencl";

	private final BundleContext bundles = FrameworkUtil.getBundle(ComputeDevicesTest.class).getBundleContext();
	private ServiceTracker<ComputeDevices, ComputeDevices> tracker;
	private ServiceTracker<BackEnd, BackEnd> backEnds;

	@BeforeEach
	void openTrackers() {
		tracker = new ServiceTracker<>(bundles, ComputeDevices.class, null);
		tracker.open();
		backEnds = new ServiceTracker<>(bundles, BackEnd.class, null);
		backEnds.open();
	}

	@AfterEach
	void closeTrackers() {
		backEnds.close();
		tracker.close();
	}

	private ComputeDevices devices() throws InterruptedException {
		ComputeDevices devices = tracker.waitForService(TIMEOUT_MS);
		assertNotNull(devices, "no compute devices");
		return devices;
	}

	@Test
	void bothBackEndsAreThere() {
		TreeSet<String> ids = new TreeSet<>();
		for (BackEnd backEnd : backEnds.getServices(new BackEnd[0]))
			ids.add(backEnd.id());
		assertEquals(List.of("java", "opencl"), List.copyOf(ids));
	}

	@Test
	void openClIsPreferred() throws InterruptedException {
		List<String> labels = devices().list().stream().map(ComputeDevice::label).toList();
		assertEquals("opencl:0", labels.get(0), () -> String.join("; ", tracker.getService().remarks()));
		assertEquals("java", labels.get(labels.size() - 1));
		assertTrue(devices().service(ComputeRequest.automatic()).name().startsWith("OpenCL"));
	}

	@Test
	void withoutTheOpenClBundleEverythingIsJava() throws Exception {
		Bundle openCl = null;
		for (Bundle bundle : bundles.getBundles())
			if (bundle.getSymbolicName().equals(OPENCL))
				openCl = bundle;
		assertNotNull(openCl);
		ComputeDevices devices = devices();
		openCl.stop();
		try {
			assertEquals(List.of("java"), devices.list().stream().map(ComputeDevice::label).toList());
			assertTrue(devices.service(ComputeRequest.automatic()).name().startsWith("Java"));
			assertThrows(InvalidDataException.class, () -> devices.service(new ComputeRequest("opencl", OptionalLong.empty())));
		} finally {
			openCl.start();
		}
		assertEquals("opencl:0", devices.list().get(0).label());
	}

	@Test
	void thePreferenceIsRead() throws InterruptedException {
		assumeTrue(System.getenv("PXST_BACKEND") == null, "the variable comes first");
		ComputeDevices devices = devices();
		IEclipsePreferences node = InstanceScope.INSTANCE.getNode("org.pxst.compute");
		assertEquals("auto", devices.preferred());
		node.put("backend", "java");
		try {
			assertEquals("java", devices.preferred());
			node.put("backend", "gone");
			assertTrue(assertThrows(InvalidDataException.class, devices::preferred).getMessage()
					.startsWith("preference org.pxst.compute/backend: no device 'gone'; there are: "));
		} finally {
			node.remove("backend");
		}
	}

	@Test
	void opensAScanAndMakesItsWhitefield() throws InterruptedException {
		MemoryFrameSource frames = new MemoryFrameSource(1, 2,
				new float[][] { { 1, 3 }, { 500, 700 }, { 9, 11 }, { 2, 40 } });
		ComputeService java = devices().service(new ComputeRequest("java", OptionalLong.empty()));
		try (ComputeScan scan = java.open(frames, new int[] { 0, 2, 3 }, new IMonitor.Stub())) {
			assertArrayEquals(new float[] { 2, 11 }, scan.makeWhitefield(new IMonitor.Stub()).values());
			double[] means = scan.frameMeans(Mask.allGood(1, 2));
			assertArrayEquals(new double[] { 2, Double.NaN, 10, 21 }, means, 1e-12);
			scan.retainFrames(new int[] { 0, 2 });
			assertEquals(5, scan.makeWhitefield(new IMonitor.Stub()).at(0, 0));
		}
	}
}
