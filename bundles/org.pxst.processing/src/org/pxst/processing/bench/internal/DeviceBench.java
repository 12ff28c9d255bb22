// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.BaselineSearch;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.DeviceKind;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.PixelType;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/**
 * Measures one device.
 *
 * @param settings what is measured
 * @param scan     the frames
 * @param device   the device
 * @param service  computes on it
 * @param listener hears of each figure
 * @param monitor  for cancelling
 */
record DeviceBench(BenchSettings settings, SpeckleScan scan, ComputeDevice device, ComputeService service,
		Consumer<BenchFigure> listener, IMonitor monitor) {
	/** @param baselines measures the baseline, or has done so already */
	void run(Baselines baselines) {
		Stopwatch watch = new Stopwatch(settings.repeats(), service::deviceSeconds);
		ReferenceImage reference = reference();
		OptionalDouble baseline = baselines.speed(device,
				new BaselineSearch.Task(scan.frames(), scan.estimated(), reference, settings.window()));
		Step opening = Step.plain("open", () -> open().close());
		// no kernel takes part in it
		listener.accept(figure(opening, new Stopwatch.Time(watch.time(opening.work()).seconds(), OptionalDouble.empty()), baseline));
		try (ComputeScan open = open()) {
			for (Step step : new ScanSteps(open, scan.estimated(), reference, settings.window(), monitor).all())
				listener.accept(figure(step, checked(step, watch.time(step.work())), baseline));
		}
	}

	private ComputeScan open() {
		return service.open(scan.frames(), IntStream.range(0, settings.frames()).toArray(), monitor);
	}

	/** Of the true model: with the one that is off, the reference image would be blurred and the search find nothing. */
	private ReferenceImage reference() {
		try (ComputeScan open = open()) {
			return open.makeReference(scan.truth(), ScanSteps.MINIMUM_OVERLAP, monitor);
		}
	}

	/** When a device fails, others go on in its place: those figures are not its own. */
	private Stopwatch.Time checked(Step step, Stopwatch.Time time) {
		if (device.kind() != DeviceKind.JAVA && time.deviceSeconds().isPresent() && !(time.deviceSeconds().getAsDouble() > 0))
			throw new InvalidDataException(device.label() + ", " + device.name() + ": did not do " + step.name()
					+ " itself, see the warning; measure fewer or smaller frames, or another device");
		return time;
	}

	private BenchFigure figure(Step step, Stopwatch.Time time, OptionalDouble baseline) {
		double samples = (double) settings.frames() * settings.pixels();
		OptionalDouble candidates = step.shifts() == 0 ? OptionalDouble.empty()
				: OptionalDouble.of(1e-9 * samples * step.shifts() / time.seconds());
		OptionalDouble ratio = candidates.isEmpty() || baseline.isEmpty() ? OptionalDouble.empty()
				: OptionalDouble.of(candidates.getAsDouble() / baseline.getAsDouble());
		return new BenchFigure(step.name(), device, settings, step.window(), time.seconds(), time.deviceSeconds(), candidates, ratio,
				1e-9 * samples * PixelType.UINT16.bytes() / time.seconds());
	}
}
