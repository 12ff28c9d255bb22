// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;

/** Devices that are only listed: a GPU and Java, until somebody takes the GPU away. */
final class FakeDevices implements ComputeDevices {
	static final ComputeDevice GPU = new ComputeDevice("opencl", 0, DeviceKind.GPU, "Maker Card A100", "Maker CUDA", "550.1", 108,
			85L << 30, 20L << 30);
	static final ComputeDevice JAVA = new ComputeDevice("java", 0, DeviceKind.JAVA, "Java, 2 threads", "A VM", "17.0.1", 2,
			3L << 29, 3L << 29);

	final List<ComputeDevice> there = new ArrayList<>(List.of(GPU, JAVA));
	final List<String> remarks = new ArrayList<>();
	/** What PXST_BACKEND holds. */
	Optional<String> variable = Optional.empty();

	@Override
	public List<ComputeDevice> list() {
		return there;
	}

	@Override
	public List<String> remarks() {
		return remarks;
	}

	@Override
	public String preferred() {
		variable.filter(text -> !isThere(text)).ifPresent(text -> {
			throw new InvalidDataException("environment variable PXST_BACKEND: no device '" + text + "'");
		});
		return variable.orElse(ComputeRequest.AUTO);
	}

	@Override
	public ComputeDevice device(String backEnd) {
		if (!isThere(backEnd))
			throw new InvalidDataException("no device '" + backEnd + "'; there are: java");
		return there.stream().filter(device -> device.label().equals(backEnd)).findFirst().orElse(there.get(0));
	}

	@Override
	public ComputeService service(ComputeRequest request) {
		device(request.backEnd());
		return new ComputeService() {
			@Override
			public String name() {
				return request.backEnd();
			}

			@Override
			public ComputeScan open(FrameSource frames, int[] goodFrames, IMonitor monitor) {
				throw new UnsupportedOperationException();
			}
		};
	}

	private boolean isThere(String text) {
		return text.equals(ComputeRequest.AUTO) || there.stream().anyMatch(device -> device.label().equals(text));
	}
}
