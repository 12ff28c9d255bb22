// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing;

import org.eclipse.january.IMonitor;
import org.pxst.core.scan.Scan;

/** The whole way from a scan to wavefront and reference image. A Declarative Service; stateless. */
public interface Reconstructor {
	/**
	 * Reconstructs a scan. Long work: reads every frame once and uses all cores.
	 * <p>
	 * When the monitor is cancelled in the main loop, the loop ends within a second and the result so far is returned,
	 * marked as {@link ReconstructionResult#cancelled()}.
	 *
	 * @param scan       the scan
	 * @param goodFrames indices of the frames to use, ascending
	 * @param settings   what the user decided
	 * @param listener   hears about each step and iteration
	 * @param monitor    for cancelling
	 * @return the result; never partial but in the number of iterations
	 * @throws org.pxst.core.CancelledException    when cancelled before there was anything to return
	 * @throws org.pxst.core.InvalidDataException  when the scan cannot be reconstructed, or there is no such device; says why
	 */
	ReconstructionResult reconstruct(Scan scan, int[] goodFrames, ReconstructionSettings settings,
			ReconstructionListener listener, IMonitor monitor);
}
