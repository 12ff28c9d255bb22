// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.IntegerDataset;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.FillWhitefield;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.ui.session.OpenScan;

/**
 * The whitefield that make_whitefield makes: the median over the good frames, bad pixels filled (paper, equation 2);
 * nothing is written. Unlike there, the detector's own mask does when there is no other.
 *
 * @param loader  opens the file
 * @param devices to compute on
 */
record MedianWhitefield(CxiLoader loader, ComputeDevices devices) {
	/**
	 * Makes it. Takes seconds; for background threads.
	 *
	 * @param file the scan
	 * @param mask good pixels, shape (M, L); those of them that the frames cannot be used at are filled as well
	 * @throws InvalidDataException               when the scan cannot be read, or no pixel is good
	 * @throws org.pxst.core.CancelledException when the monitor asks for it
	 */
	Image make(Path file, Mask mask, IMonitor monitor) {
		try (CxiFile cxi = loader.open(file, CxiOptions.defaults())) {
			Scan scan = cxi.scan();
			if (mask.rows() != scan.frames().rows() || mask.columns() != scan.frames().columns())
				throw new InvalidDataException(file + ": the mask does not have the shape of a frame; run make_mask again");
			if (mask.count() == 0)
				throw new InvalidDataException(file + ": the mask has no good pixel; mend it in the Mask view, or run make_mask");
			ComputeRequest request = new ComputeRequest(devices.preferred(), OptionalLong.empty());
			try (ComputeScan frames = devices.service(request).open(scan.frames(), goodFrames(cxi), monitor)) {
				return new FillWhitefield().apply(frames.makeWhitefield(monitor), mask);
			}
		}
	}

	/** Those that frame_check found, else those that the user chose, else all. */
	private static int[] goodFrames(CxiFile cxi) {
		int frames = cxi.frames().getShape()[0];
		int[] chosen;
		try {
			chosen = DatasetUtils.cast(IntegerDataset.class, cxi.read(OpenScan.RESULTS + "/good_frames")).getData();
		} catch (InvalidDataException e) {
			// there are none in the results
			return cxi.goodFrames();
		}
		int[] usable = Arrays.stream(chosen).filter(n -> n >= 0 && n < frames).sorted().distinct().toArray();
		return usable.length > 0 ? usable : IntStream.range(0, frames).toArray();
	}
}
