// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.osgi.service.component.annotations.Component;
import org.pxst.compute.BackEnd;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;

/** Java on all cores: one device, in every machine. Its memory is the heap, which is limited where Java is started. */
@Component(service = BackEnd.class)
public final class JavaBackEnd implements BackEnd {
	private static final String ID = "java";

	@Override
	public String id() {
		return ID;
	}

	@Override
	public List<ComputeDevice> devices() {
		int threads = Runtime.getRuntime().availableProcessors();
		long heap = Runtime.getRuntime().maxMemory();
		return List.of(new ComputeDevice(ID, 0, DeviceKind.JAVA, "Java, " + threads + (threads == 1 ? " thread" : " threads"),
				System.getProperty("java.vm.name"), System.getProperty("java.version"), threads, heap, heap));
	}

	@Override
	public Optional<String> remark() {
		return Optional.empty();
	}

	@Override
	public ComputeService on(ComputeDevice device, OptionalLong memoryLimit) {
		return new JavaComputeService();
	}
}
