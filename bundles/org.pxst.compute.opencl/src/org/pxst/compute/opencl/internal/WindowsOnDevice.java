// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;

import org.pxst.compute.SearchWindow;
import org.pxst.core.image.Image;

/** What search windows see of a reference image, on the device. To be closed. */
final class WindowsOnDevice implements AutoCloseable {
	/** The rests of two coordinates, added up and rounded, are at most so many pixels. */
	private static final int MOST_REST = 2;

	private final SearchWindow window;
	private final SolidPart solid;
	private final DeviceBuffer map;

	WindowsOnDevice(DeviceSession session, Image image, SearchWindow window) {
		this.window = window;
		byte[] values = new WindowMap(image, window).values();
		solid = SolidPart.of(values, image.rows(), image.columns());
		map = session.bufferOf(values);
	}

	/** The {@link WindowMap}. */
	DeviceBuffer map() {
		return map;
	}

	/**
	 * Gives the kernel the map coordinates, in whole pixels, from where each window is in the solid part in all frames: first
	 * and last along the slow scan axis, first and last along the fast scan axis.
	 */
	void giveSolidTo(KernelLaunch launch, DeviceModel model) {
		give(launch, solid.firstRow() - window.firstSs(), solid.lastRow() - window.firstSs(), model.moveSs().whole());
		give(launch, solid.firstColumn() - window.firstFs(), solid.lastColumn() - window.firstFs(), model.moveFs().whole());
	}

	private static void give(KernelLaunch launch, int first, int last, int[] moves) {
		int least = Arrays.stream(moves).min().orElse(0);
		int most = Arrays.stream(moves).max().orElse(0);
		launch.with(first - least).with(last - most - MOST_REST);
	}

	@Override
	public void close() {
		map.close();
	}
}
