// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import java.nio.file.Path;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.FillWhitefield;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.ui.internal.commands.Service;

/**
 * The whitefield that make_whitefield makes: the median over the good frames, bad pixels filled (paper, equation 2);
 * nothing is written. Unlike there, the file need not be a whole scan.
 *
 * @param loader  opens the file
 * @param devices to compute on
 */
public record MedianWhitefield(CxiLoader loader, ComputeDevices devices) {
	/**
	 * Makes it with the services of the workbench. Takes seconds; for background threads.
	 *
	 * @param file the scan
	 * @param good good frames, ascending, at least one
	 * @param mask good pixels, shape (M, L); those of them that the frames cannot be used at are filled as well
	 * @throws InvalidDataException             when the frames cannot be read, or no pixel is good
	 * @throws org.pxst.core.CancelledException when the monitor asks for it
	 */
	public static Image of(Path file, int[] good, Mask mask, IMonitor monitor) {
		Image[] made = new Image[1];
		Service.call(CxiLoader.class, loader -> Service.call(ComputeDevices.class,
				devices -> made[0] = new MedianWhitefield(loader, devices).make(file, good, mask, monitor)));
		return made[0];
	}

	private Image make(Path file, int[] good, Mask mask, IMonitor monitor) {
		try (CxiFile cxi = loader.open(file, CxiOptions.defaults())) {
			FrameSource source = FrameImages.source(cxi);
			if (mask.rows() != source.rows() || mask.columns() != source.columns())
				throw new InvalidDataException(file + ": the mask does not have the shape of a frame; run make_mask again");
			if (mask.count() == 0)
				throw new InvalidDataException(file + ": the mask has no good pixel; mend it in the Mask view, or run make_mask");
			ComputeRequest request = new ComputeRequest(devices.preferred(), OptionalLong.empty());
			try (ComputeScan frames = devices.service(request).open(source, good, monitor)) {
				return new FillWhitefield().apply(frames.makeWhitefield(monitor), mask);
			}
		}
	}
}
