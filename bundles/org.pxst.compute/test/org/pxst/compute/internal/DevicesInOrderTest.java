// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.compute.BackEnd;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;

class DevicesInOrderTest {
	private final FakeBackEnd java = new FakeBackEnd("java", Optional.empty(), device("java", 0, DeviceKind.JAVA, "Java, 2 threads"));
	private final FakeBackEnd openCl = new FakeBackEnd("opencl", Optional.of("one driver is broken"),
			device("opencl", 0, DeviceKind.GPU, "Maker Card A100"), device("opencl", 1, DeviceKind.GPU, "Maker Card A100 XL"),
			device("opencl", 2, DeviceKind.CPU, "pthread-cpu"));
	private final FakeBackEnd other = new FakeBackEnd("other", Optional.empty(), device("other", 0, DeviceKind.ACCELERATOR, "Board"));
	private final FakeBackEnd noOpenCl = new FakeBackEnd("opencl", Optional.of("there is no driver; install one"));

	private String variable;
	private Optional<String> preference = Optional.empty();

	private ComputeDevices devices(BackEnd... backEnds) {
		return new DevicesInOrder(List.of(backEnds), name -> name.equals("PXST_BACKEND") ? variable : null, () -> preference);
	}

	private static ComputeDevice device(String backEnd, int index, DeviceKind kind, String name) {
		return new ComputeDevice(backEnd, index, kind, name, "platform", "1.0", 4, 1 << 30, 1 << 28);
	}

	private static String label(ComputeDevices devices, String wanted) {
		return devices.service(new ComputeRequest(wanted, OptionalLong.empty())).name();
	}

	@Test
	void gpusComeFirstAndJavaLast() {
		assertEquals(List.of("opencl:0", "opencl:1", "other:0", "opencl:2", "java"),
				devices(java, other, openCl).list().stream().map(ComputeDevice::label).toList());
	}

	@ParameterizedTest
	@CsvSource({ "auto, opencl:0", "AUTO, opencl:0", "java, java", "Java, java", "opencl, opencl:0", "opencl:0, opencl:0",
			"opencl:2, opencl:2", "OpenCL:1, opencl:1", "a100, opencl:0", "A100 XL, opencl:1", "PTHREAD, opencl:2",
			"' opencl:2 ', opencl:2", "other, other:0", "board, other:0", "threads, java" })
	void findsWhatWasAskedFor(String wanted, String label) {
		assertEquals(label, label(devices(java, openCl, other), wanted));
		assertEquals(label, devices(java, openCl, other).device(wanted).label());
	}

	@ParameterizedTest
	@ValueSource(strings = { "xyz", "opencl:3", "opencl:", "opencl:x", "java:0", "open", "-1" })
	void whatIsNotThereIsBadInputThatNamesWhatIs(String wanted) {
		String message = assertThrows(InvalidDataException.class, () -> label(devices(java, openCl), wanted)).getMessage();
		assertTrue(message.startsWith("no device '" + wanted + "'; there are: opencl:0 (Maker Card A100), "), message);
		assertTrue(message.contains("java (Java, 2 threads)"), message);
		assertTrue(message.endsWith("; one driver is broken"), message);
	}

	@Test
	void withoutOpenClEverythingIsJava() {
		ComputeDevices devices = devices(noOpenCl, java);
		assertEquals("java", label(devices, "auto"));
		assertEquals(List.of("there is no driver; install one"), devices.remarks());
		String message = assertThrows(InvalidDataException.class, () -> label(devices, "opencl")).getMessage();
		assertEquals("no device 'opencl'; there are: java (Java, 2 threads); there is no driver; install one", message);
		assertEquals("java", label(devices(java), "auto"));
	}

	@Test
	void aBackEndThatIsNotAskedForIsNotLookedAt() {
		label(devices(java, openCl), "java");
		assertFalse(openCl.hasBeenLookedAt);
		label(devices(java, openCl), "auto");
		assertTrue(openCl.hasBeenLookedAt);
	}

	@Test
	void theLimitReachesTheBackEnd() {
		devices(java, openCl).service(new ComputeRequest("opencl:1", OptionalLong.of(512)));
		assertEquals(List.of(OptionalLong.of(512), OptionalLong.of(128), OptionalLong.of(32)), openCl.limits);
	}

	@Test
	void theVariableComesBeforeThePreference() {
		ComputeDevices devices = devices(java, openCl);
		assertEquals("auto", devices.preferred());
		preference = Optional.of(" opencl:2 ");
		assertEquals("opencl:2", devices.preferred());
		variable = "java";
		assertEquals("java", devices.preferred());
		variable = " ";
		assertEquals("opencl:2", devices.preferred());
		preference = Optional.of("");
		assertEquals("auto", devices.preferred());
	}

	@Test
	void aWrongVariableOrPreferenceIsNamed() {
		ComputeDevices devices = devices(java);
		preference = Optional.of("gone");
		assertEquals("preference org.pxst.compute/backend: no device 'gone'; there are: java (Java, 2 threads)",
				assertThrows(InvalidDataException.class, devices::preferred).getMessage());
		variable = "nonsense";
		assertEquals("environment variable PXST_BACKEND: no device 'nonsense'; there are: java (Java, 2 threads)",
				assertThrows(InvalidDataException.class, devices::preferred).getMessage());
	}

	@Test
	void javaIsOneDeviceOfAllCores() {
		ComputeDevice device = new JavaBackEnd().devices().get(0);
		assertEquals(List.of(device), new JavaBackEnd().devices());
		assertEquals("java", device.label());
		assertEquals(Runtime.getRuntime().availableProcessors(), device.computeUnits());
		assertEquals(Runtime.getRuntime().maxMemory(), device.memory());
		assertTrue(new JavaBackEnd().on(device, OptionalLong.empty()).name().startsWith("Java"));
	}

	/** Devices that are only named; a service's name is the label of its device. */
	private static final class FakeBackEnd implements BackEnd {
		private final String id;
		private final Optional<String> remark;
		private final List<ComputeDevice> devices;
		private final List<OptionalLong> limits = new ArrayList<>();
		private boolean hasBeenLookedAt;

		FakeBackEnd(String id, Optional<String> remark, ComputeDevice... devices) {
			this.id = id;
			this.remark = remark;
			this.devices = List.of(devices);
		}

		@Override
		public String id() {
			return id;
		}

		@Override
		public List<ComputeDevice> devices() {
			hasBeenLookedAt = true;
			return devices;
		}

		@Override
		public Optional<String> remark() {
			return remark;
		}

		@Override
		public ComputeService on(ComputeDevice device, OptionalLong memoryLimit) {
			limits.add(memoryLimit);
			return new ComputeService() {
				@Override
				public String name() {
					return device.label();
				}

				@Override
				public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
					throw new UnsupportedOperationException();
				}
			};
		}
	}
}
