// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * Runs steps on a part of a scan, to see quickly what comes of their parameters. Writes nothing. Callable from any
 * thread.
 *
 * @param runner runs the steps
 * @param loader opens scans
 * @param viewer reads what earlier steps found
 */
public record StepPreview(StepRunner runner, CxiLoader loader, Hdf5Viewer viewer) {
	/**
	 * What came of a part.
	 *
	 * @param outcome what was found; arrays have the shapes that those of the whole scan have
	 * @param part    what part it was: "from 10 of 121 frames"; "" when it was all
	 */
	public record Outcome(StepOutcome outcome, String part) {
	}

	/**
	 * Runs a step on the part that it declares.
	 *
	 * @param request what the user wants to be run
	 * @param monitor for cancelling, and to hear how far it is
	 * @throws org.pxst.core.CancelledException   when cancelled
	 * @throws org.pxst.core.InvalidDataException as {@link StepRunner#run(StepRequest, IMonitor)}
	 */
	public Outcome run(StepRequest request, IMonitor monitor) {
		runner.check(request);
		SmallRequest small = request.step().preview() == PreviewPart.WHOLE ? new SmallRequest(request, "")
				: SmallRequest.of(request, PreviewFacts.of(request, loader, viewer));
		return new Outcome(runner.run(small.request(), monitor), small.part());
	}
}
