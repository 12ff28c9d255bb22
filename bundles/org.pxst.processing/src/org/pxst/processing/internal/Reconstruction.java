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
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopState;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.steps.FrameCheck;

/** Runs the steps of the paper's figure 2 one after the other on frames that are loaded. */
public final class Reconstruction {
	private static final int FEWEST_FRAMES = 3;

	private final Scan scan;
	private final ReconstructionSettings settings;
	private final LoopGuide guide;
	private final ReconstructionListener listener;
	private final IMonitor monitor;

	/**
	 * @param scan     the scan
	 * @param settings what the user decided, but for the device
	 * @param guide    decides how the main loop goes on
	 * @param listener hears about each step and iteration
	 * @param monitor  for cancelling, see {@link org.pxst.processing.Reconstructor}
	 */
	public Reconstruction(Scan scan, ReconstructionSettings settings, LoopGuide guide, ReconstructionListener listener,
			IMonitor monitor) {
		this.scan = scan;
		this.settings = settings;
		this.guide = guide;
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
		return goOn(frames, Preparation.of(scan, frames, settings, listener, monitor).start(scan, loaded, checked, settings.loop()),
				computedOn);
	}

	/**
	 * Does the main loop and what comes after.
	 *
	 * @param frames     the scene's
	 * @param start      what to begin with
	 * @param computedOn back end and device
	 * @throws org.pxst.core.CancelledException when cancelled before there was anything new to return
	 * @throws InvalidDataException             when there is no result; says why
	 */
	public ReconstructionResult goOn(ComputeScan frames, LoopStart start, String computedOn) {
		LoopScene scene = start.scene();
		MainLoop.Outcome outcome = new MainLoop(frames, scene, guide, listener, monitor).run(start.state());
		LoopState state = outcome.state();
		ForwardModel model = state.model();
		ModelErrors errors = state.errors().orElseThrow();
		Phase phase = new CalculatePhase(scene.geometry(), scene.defocus().mean(), scene.dss(), scene.dfs())
				.apply(model.map(), PhaseWeights.of(scene.area(), scene.mask(), model.whitefield()), new Dropping()).phase();
		listener.stepDone("calculate_phase", String.format(Locale.ROOT, "%.3f rad rms, %.3f rad peak to valley",
				phase.rms(), phase.peakToValley()));
		return new ReconstructionResult(scene.mask(), model.whitefield(), scene.roi(), start.checkedFrames(), scene.frames(),
				scene.defocus().ss(), scene.defocus().fs(), scene.distance(), scene.dss(), scene.dfs(),
				model.map().within(scene.area()), scene.recorded(), model.translations(), state.reference().orElseThrow(),
				errors.total(), errors.frame(), errors.pixel(), errors.reference(), errors.fluxCorrection(), phase,
				state.iterations(), state.memory(), state.history(), outcome.cancelled(), computedOn);
	}

	/** Also a result that is kept when cancelled is whole. */
	private final class Dropping extends IMonitor.Stub {
		@Override
		public boolean isCancelled() {
			return monitor.isCancelled() && !guide.keepsWhenCancelled();
		}
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
