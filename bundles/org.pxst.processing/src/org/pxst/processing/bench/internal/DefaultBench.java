// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.processing.bench.Bench;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/** Measures on frames made for it, with the baseline that is there at the moment, if any. */
@Component(service = Bench.class)
public final class DefaultBench implements Bench {
	private final ComputeDevices devices;

	// comes with OpenCL, which may start later or not at all
	@Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
	private volatile BaselineSearch baseline;

	/** @param devices what can be computed on */
	@Activate
	public DefaultBench(@Reference ComputeDevices devices) {
		this.devices = devices;
	}

	/** Without Declarative Services. */
	DefaultBench(ComputeDevices devices, BaselineSearch baseline) {
		this.devices = devices;
		this.baseline = baseline;
	}

	@Override
	public void run(BenchSettings settings, List<ComputeDevice> measured, OptionalLong deviceMemory,
			Consumer<BenchFigure> listener, IMonitor monitor) {
		SpeckleScan scan = SpeckleScan.of(settings);
		Baselines baselines = new Baselines(Optional.ofNullable(baseline), devices.list(), deviceMemory, settings, listener, monitor);
		for (ComputeDevice device : measured)
			new DeviceBench(settings, scan, device, devices.service(new ComputeRequest(device.label(), deviceMemory)), listener,
					monitor).run(baselines);
	}
}
