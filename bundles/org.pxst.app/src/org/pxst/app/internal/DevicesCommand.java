// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.concurrent.Callable;

import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;

import picocli.CommandLine.Command;

/** {@code pxst devices}. */
@Command(name = "devices", description = "Lists what can be computed on, the preferred device first, and says why others are missing. "
		+ "The first column is what --backend and PXST_BACKEND take; so is part of a name.")
final class DevicesCommand implements Callable<Integer> {
	private final ComputeDevices devices;
	private final Terminal terminal;

	DevicesCommand(ComputeDevices devices, Terminal terminal) {
		this.devices = devices;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		new DevicesTable(devices.list()).lines().forEach(terminal.out()::println);
		terminal.out().println();
		terminal.out().println("auto is " + devices.list().get(0).label());
		printPreferred();
		devices.remarks().forEach(terminal.out()::println);
		return ExitCode.OK;
	}

	/** Only when something was set: a wrong setting is one more thing to know, and no failure here. */
	private void printPreferred() {
		try {
			String preferred = devices.preferred();
			if (!preferred.equalsIgnoreCase(ComputeRequest.AUTO))
				terminal.out().println("without --backend it is " + preferred);
		} catch (InvalidDataException e) {
			terminal.out().println(e.getMessage());
		}
	}
}
