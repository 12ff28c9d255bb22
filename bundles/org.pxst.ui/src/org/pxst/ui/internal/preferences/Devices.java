// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.List;
import java.util.Locale;

import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.ui.internal.commands.Service;

/**
 * What can be computed on.
 *
 * @param list    the devices, the preferred one first
 * @param remarks about devices that are missing
 */
public record Devices(List<ComputeDevice> list, List<String> remarks) {
	private static final double GIBI = 1L << 30;

	/** Looks for them. Drivers take their time: for a background thread. */
	public static Devices look() {
		Devices[] found = new Devices[1];
		Service.call(ComputeDevices.class, devices -> found[0] = new Devices(devices.list(), devices.remarks()));
		return found[0];
	}

	/** A device in words, with its memory. */
	public static String text(ComputeDevice device) {
		return device.label() + ": " + device.name() + (device.memory() > 0 ? String.format(Locale.ROOT, ", %.1f GiB", device.memory() / GIBI) : "");
	}
}
