// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.BaselineSearch.Task;
import org.pxst.compute.BaselineSearch.Timing;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;
import org.pxst.core.scan.PixelType;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/** Measures the baseline, once on each device that it is asked for on. For one thread. */
final class Baselines {
	/** Seconds that are enough to measure it. */
	private static final double ENOUGH = 2;
	/** Pixels to find out with how many pixels that takes; a multiple of those of a launch, as are all others. */
	private static final int FEW = 300;
	private static final int PIXELS_OF_LAUNCH = 100;

	private final Optional<BaselineSearch> search;
	private final List<ComputeDevice> devices;
	private final OptionalLong deviceMemory;
	private final BenchSettings settings;
	private final Consumer<BenchFigure> listener;
	private final IMonitor monitor;
	private final Map<ComputeDevice, Double> speeds = new HashMap<>();

	/**
	 * @param search       empty: there is none
	 * @param devices      all that there are, to choose one from
	 * @param deviceMemory bytes to use at most
	 * @param listener     hears of each measurement
	 */
	Baselines(Optional<BaselineSearch> search, List<ComputeDevice> devices, OptionalLong deviceMemory, BenchSettings settings,
			Consumer<BenchFigure> listener, IMonitor monitor) {
		this.search = search;
		this.devices = devices;
		this.deviceMemory = deviceMemory;
		this.settings = settings;
		this.listener = listener;
		this.monitor = monitor;
	}

	/**
	 * What a device is compared with: the baseline there, or where that does not exist on the first processor.
	 *
	 * @return 10^9 candidates a second; empty when there is no baseline
	 */
	OptionalDouble speed(ComputeDevice device, Task task) {
		Optional<ComputeDevice> place = Optional.of(device).filter(this::hasBaseline)
				.or(() -> devices.stream().filter(d -> d.kind() == DeviceKind.CPU && hasBaseline(d)).findFirst());
		return place.isEmpty() ? OptionalDouble.empty()
				: OptionalDouble.of(speeds.computeIfAbsent(place.get(), there -> measure(there, task)));
	}

	private boolean hasBaseline(ComputeDevice device) {
		return search.isPresent() && search.get().isFor(device);
	}

	private double measure(ComputeDevice device, Task task) {
		Timing timing = run(device, task, FEW);
		while (timing.seconds() < ENOUGH / 2 && timing.pixels() < settings.pixels()) {
			double more = Math.min(settings.pixels(), timing.pixels() * Math.max(2, ENOUGH / timing.seconds()));
			timing = run(device, task, PIXELS_OF_LAUNCH * (int) Math.ceil(more / PIXELS_OF_LAUNCH));
		}
		double speed = 1e-9 * timing.candidates() / timing.seconds();
		double all = (double) settings.pixels() / timing.pixels();
		double bytes = (double) settings.frames() * settings.pixels() * PixelType.UINT16.bytes();
		listener.accept(new BenchFigure(BenchFigure.BASELINE, device, settings, Optional.of(settings.window()), timing.seconds() * all,
				OptionalDouble.of(timing.deviceSeconds() * all), OptionalDouble.of(speed), OptionalDouble.of(1),
				1e-9 * bytes / (timing.seconds() * all)));
		return speed;
	}

	private Timing run(ComputeDevice device, Task task, int pixels) {
		return search.orElseThrow().run(device, deviceMemory, task, pixels, monitor);
	}
}
