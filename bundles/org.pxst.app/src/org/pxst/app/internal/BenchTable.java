// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.pxst.compute.ComputeDevice;
import org.pxst.processing.bench.BenchFigure;
import org.pxst.processing.bench.BenchSettings;

/** Measurements as aligned text, line by line. For one table. */
final class BenchTable {
	private static final String ROW = "%-22s %8s %10s %10s %10s %8s %8s";

	private final BenchSettings settings;
	private ComputeDevice device;

	BenchTable(BenchSettings settings) {
		this.settings = settings;
	}

	/** What is measured, and the columns. */
	List<String> heading() {
		return List.of(
				String.format(Locale.ROOT, "%d frames of %d x %d pixels, 16 bits each; median of %d", settings.frames(), settings.rows(),
						settings.columns(), settings.repeats()),
				"", row("step", "window", "seconds", "device s", "Gcand/s", "GB/s", "ratio"));
	}

	/** The line of a measurement, after one with the device when that is another one than before. */
	List<String> lines(BenchFigure figure) {
		List<String> lines = new ArrayList<>();
		if (!figure.device().equals(device)) {
			device = figure.device();
			lines.add(device.label() + ": " + device.name() + ", " + device.computeUnits() + " units, " + device.platform() + ", "
					+ device.driver());
		}
		lines.add(row(figure.step(), figure.window().map(w -> w.widthSs() + " x " + w.widthFs()).orElse("-"),
				number("%.5f", OptionalDouble.of(figure.seconds())), number("%.5f", figure.deviceSeconds()),
				number("%.3f", figure.gigaCandidates()), number("%.2f", OptionalDouble.of(figure.gigabytes())),
				number("%.2f", figure.ratioToBaseline())));
		return lines;
	}

	private static String number(String format, OptionalDouble value) {
		return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "-";
	}

	private static String row(Object... cells) {
		return String.format(Locale.ROOT, ROW, cells);
	}
}
