// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.pxst.compute.ComputeDevice;
import org.pxst.compute.DeviceKind;

/** Devices as aligned text. */
final class DevicesTable {
	private static final double GIB = 1L << 30;

	private final List<ComputeDevice> devices;

	DevicesTable(List<ComputeDevice> devices) {
		this.devices = devices;
	}

	/** A heading and one line a device. */
	List<String> lines() {
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("device", "kind", "units", "memory", "name", "driver"));
		for (ComputeDevice d : devices)
			rows.add(List.of(d.label(), kind(d.kind()), Integer.toString(d.computeUnits()),
					String.format(Locale.ROOT, "%.1f GiB", d.memory() / GIB), d.name(), d.platform() + ", " + d.driver()));
		int[] widths = IntStream.range(0, rows.get(0).size())
				.map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
		return rows.stream().map(row -> line(row, widths)).toList();
	}

	private static String kind(DeviceKind kind) {
		return switch (kind) {
		case GPU, CPU -> kind.name();
		case ACCELERATOR -> "accelerator";
		case JAVA -> "Java";
		};
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int column = 0; column < widths.length; column++)
			line.append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length() + 2));
		return line.toString().stripTrailing();
	}
}
