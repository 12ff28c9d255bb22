// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.Phase;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PositionGauge;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.FrameCheck;

/** Runs the steps of the paper's figure 2 one after the other on frames that are loaded. */
public final class Reconstruction {
	private static final int FEWEST_FRAMES = 3;

	private final Scan scan;
	private final ReconstructionSettings settings;
	private final ReconstructionListener listener;
	private final IMonitor monitor;

	/**
	 * @param scan     the scan
	 * @param settings what the user decided, but for the device
	 * @param listener hears about each step and iteration
	 * @param monitor  for cancelling, see {@link org.pxst.processing.Reconstructor}
	 */
	public Reconstruction(Scan scan, ReconstructionSettings settings, ReconstructionListener listener, IMonitor monitor) {
		this.scan = scan;
		this.settings = settings;
		this.listener = listener;
		this.monitor = monitor;
	}

	/**
	 * Reconstructs.
	 *
	 * @param frames     of the scan; those that are not good are left out of it; closed by the caller
	 * @param computedOn back end and device
	 * @throws org.pxst.core.CancelledException when cancelled before there was anything to return
	 * @throws InvalidDataException             when the scan cannot be reconstructed; says why
	 */
	public ReconstructionResult of(ComputeScan frames, String computedOn) {
		int[] loaded = frames.goodFrames();
		checkCount(loaded.length);
		Mask known = scan.detectorMask().and(frames.usablePixels());
		if (known.count() == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"the detector mask leaves no good pixel of %d x %d; give another one", known.rows(), known.columns()));
		int[] checked = new FrameCheck().goodFrames(loaded, frames.frameMeans(known));
		listener.stepDone("frame_check", describe(loaded, checked));
		checkCount(checked.length);
		frames.retainFrames(checked);
		Preparation start = Preparation.of(scan, frames, settings, listener, monitor);
		IrrotationalProjection projection = new IrrotationalProjection(
				start.geometry().dss() * scan.geometry().pixelSizeSs(), start.geometry().dfs() * scan.geometry().pixelSizeFs());
		MainLoop.Outcome outcome = new MainLoop(frames, new PositionGauge(start.recorded(), checked), projection, settings,
				listener, monitor).run(start.model());
		return result(computedOn, checked, start, outcome);
	}

	private ReconstructionResult result(String computedOn, int[] goodFrames, Preparation start, MainLoop.Outcome outcome) {
		ForwardModel model = outcome.state().model();
		ModelErrors errors = outcome.state().errors();
		// done also after cancelling, so that the result is whole, although it takes seconds for large frames
		Phase phase = new CalculatePhase(scan.geometry(), start.defocus().defocus().mean(), start.geometry().dss(),
				start.geometry().dfs())
				.apply(model.map(), PhaseWeights.of(start.area(), start.mask(), model.whitefield()), new IMonitor.Stub())
				.phase();
		listener.stepDone("calculate_phase", String.format(Locale.ROOT, "%.3f rad rms, %.3f rad peak to valley",
				phase.rms(), phase.peakToValley()));
		return new ReconstructionResult(start.mask(), model.whitefield(), start.roi(), goodFrames,
				start.defocus().defocus().ss(), start.defocus().defocus().fs(), start.geometry().distance(),
				start.geometry().dss(), start.geometry().dfs(), model.map().within(start.area()), start.recorded(),
				model.translations(), outcome.state().reference(), errors.total(), errors.frame(), errors.pixel(),
				errors.reference(), errors.fluxCorrection(), phase, outcome.iterations(), outcome.cancelled(), computedOn);
	}

	private static String describe(int[] frames, int[] good) {
		int[] bad = IntStream.of(frames).filter(n -> Arrays.binarySearch(good, n) < 0).toArray();
		return bad.length == 0 ? frames.length + " frames, all good"
				: frames.length + " frames, left out for their intensity: " + Arrays.toString(bad);
	}

	/**
	 * Checks that so many frames are enough.
	 *
	 * @throws InvalidDataException when they are not
	 */
	void checkCount(int frames) {
		if (frames < FEWEST_FRAMES)
			throw new InvalidDataException(String.format(Locale.ROOT, "%d good frames of %d (%d x %d); at least %d are needed", frames,
					scan.frames().frames(), scan.frames().rows(), scan.frames().columns(), FEWEST_FRAMES));
	}
}
