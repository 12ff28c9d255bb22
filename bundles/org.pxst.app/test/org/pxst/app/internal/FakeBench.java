// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevice;
import org.pxst.core.CancelledException;
import org.pxst.processing.bench.Bench;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/** Remembers what it was asked for, and has two figures for each device, one of them with everything. */
final class FakeBench implements Bench {
	BenchSettings settings;
	List<ComputeDevice> devices;
	OptionalLong deviceMemory;
	boolean isCancelled;

	@Override
	public void run(BenchSettings given, List<ComputeDevice> measured, OptionalLong memory, Consumer<BenchFigure> listener,
			IMonitor monitor) {
		settings = given;
		devices = measured;
		deviceMemory = memory;
		for (ComputeDevice device : measured) {
			listener.accept(new BenchFigure("search_pixel_map", device, given, Optional.of(given.window()), 0.25, OptionalDouble.of(0.125),
					OptionalDouble.of(7.5), OptionalDouble.of(41.25), 1.5));
			if (isCancelled)
				throw new CancelledException("measuring");
			listener.accept(new BenchFigure("calc_error", device, given, Optional.empty(), 1.25e-5, OptionalDouble.empty(),
					OptionalDouble.empty(), OptionalDouble.empty(), 12));
		}
	}
}
