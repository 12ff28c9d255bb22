// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevice;

/**
 * Times the steps that touch all frames, on frames that are made for it in memory. A Declarative Service, callable from any
 * thread, though measurements at the same time disturb each other.
 */
public interface Bench {
	/**
	 * Measures on one device after the other. The baseline is measured too: on the same device where it can run there, else
	 * on the first processor where it can.
	 *
	 * @param settings     what is measured
	 * @param devices      of {@link org.pxst.compute.ComputeDevices#list()}
	 * @param deviceMemory bytes of a device's memory to use at most; empty: what it has
	 * @param listener     hears of each figure as soon as it is there
	 * @param monitor      for cancelling
	 * @throws org.pxst.core.InvalidDataException when a device fails, so that the figures would be those of another one
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	void run(BenchSettings settings, List<ComputeDevice> devices, OptionalLong deviceMemory, Consumer<BenchFigure> listener,
			IMonitor monitor);
}
