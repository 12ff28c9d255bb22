// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Map;

import org.eclipse.january.IMonitor;
import org.pxst.compute.BaselineSearch.Task;
import org.pxst.compute.BaselineSearch.Timing;

/** The plain search on a scan that is on a device. For one run. */
final class BaselineOnDevice {
	private static final String KERNEL = "search_pixel_map_baseline";
	private static final int PIXELS_OF_LAUNCH = 100;

	private final ScanOnDevice scan;
	private final Task task;
	private final IMonitor monitor;
	private double seconds;
	private double deviceSeconds;

	BaselineOnDevice(ScanOnDevice scan, Task task, IMonitor monitor) {
		this.scan = scan;
		this.task = task;
		this.monitor = monitor;
	}

	/** Searches so many pixels at most, those in the middle of the list. */
	Timing run(int pixels) {
		DeviceSession session = scan.session();
		Map<String, String> defines = Map.of("WIDTH_SS", String.valueOf(task.window().widthSs()), "WIDTH_FS",
				String.valueOf(task.window().widthFs()));
		try (PixelsOnDevice good = PixelsOnDevice.of(session, task.model().mask());
				DeviceModel model = new DeviceModel(session, task.model(), task.reference().n0(), task.reference().m0(), scan.numbers());
				DeviceReference reference = new DeviceReference(session, task.reference());
				ShiftsOnDevice found = new ShiftsOnDevice(session, task.model().mask().good().length);
				KernelLaunch launch = scan.kernel(KERNEL, defines)) {
			int[] rowStarts = good.list().rowStarts();
			int count = Math.min(pixels, good.list().count());
			int begin = (good.list().count() - count) / 2;
			scan.frames().forEachTile((tile, tileFrames) -> {
				scan.giveTo(launch.again(), tile, tileFrames);
				model.giveTo(launch);
				reference.giveTo(launch);
				found.giveTo(launch);
				launch.with(good.index()).with(0);
				search(launch, Math.max(begin, rowStarts[tile.firstRow()]), Math.min(begin + count, rowStarts[tile.endRow()]));
			}, monitor);
			return new Timing(seconds, deviceSeconds, count, (long) count * scan.count() * task.window().shifts(), found.read());
		}
	}

	/** Searches pixels first .. end - 1 of the list, and adds up the time. */
	private void search(KernelLaunch launch, int first, int end) {
		if (first >= end)
			return;
		// drivers compile some things when a kernel first runs
		launchAll(launch, first, Math.min(end, first + PIXELS_OF_LAUNCH));
		double deviceBefore = kernelSeconds();
		long start = System.nanoTime();
		launchAll(launch, first, end);
		seconds += (System.nanoTime() - start) * 1e-9;
		deviceSeconds += kernelSeconds() - deviceBefore;
	}

	private void launchAll(KernelLaunch launch, int begin, int end) {
		int place = launch.arguments() - 1;
		for (int first = begin; first < end; first += PIXELS_OF_LAUNCH) {
			ScanOnDevice.check("the baseline search", monitor);
			// how many work-items make a group is left to the driver, as plain programs do
			launch.with(place, first).run(new long[] { Math.min(PIXELS_OF_LAUNCH, end - first) }, null);
		}
	}

	private double kernelSeconds() {
		return scan.session().kernelSeconds().getOrDefault(KERNEL, 0.0);
	}
}
