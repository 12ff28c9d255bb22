// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.FrameSource;

/**
 * The grid search of update_pixel_map as plainly as it can be written down: one work-item a pixel, a scalar loop over the
 * shifts and the frames, a launch for each 100 pixels. Other searches are compared with it; it is of no other use. A
 * Declarative Service that is there only together with a back end that has devices for it; callable from any thread.
 */
public interface BaselineSearch {
	/**
	 * What is searched.
	 *
	 * @param frames    frames of the scan; all of them take part
	 * @param model     the model
	 * @param reference the reference image
	 * @param window    shifts to try
	 */
	record Task(FrameSource frames, ForwardModel model, ReferenceImage reference, SearchWindow window) {
	}

	/**
	 * What a search took.
	 *
	 * @param seconds       from the first launch to the end of the last; frames are on the device and the kernel is compiled
	 *                      by then
	 * @param deviceSeconds of them in the kernel, by the device's own clock
	 * @param pixels        number of pixels that were searched
	 * @param candidates    pixels times frames times shifts
	 * @param shifts        what was found; no shift and no error at all other pixels
	 */
	record Timing(double seconds, double deviceSeconds, int pixels, long candidates, PixelShifts shifts) {
	}

	/** Whether it can run on a device. */
	boolean isFor(ComputeDevice device);

	/**
	 * Searches some pixels: good ones that follow each other in the middle of the detector, where windows are wholly inside
	 * the reference image as they are nearly everywhere.
	 *
	 * @param device       one that it {@linkplain #isFor is for}
	 * @param deviceMemory bytes of the device's memory to use at most; empty: what it has
	 * @param task         what is searched
	 * @param pixels       number of pixels to search, at least 1; all good ones when there are fewer
	 * @param monitor      for cancelling
	 * @throws org.pxst.core.InvalidDataException when the device fails; says why
	 * @throws org.pxst.core.CancelledException   when cancelled
	 */
	Timing run(ComputeDevice device, OptionalLong deviceMemory, Task task, int pixels, IMonitor monitor);
}
