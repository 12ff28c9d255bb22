// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ModelErrors;
import org.pxst.core.InvalidDataException;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.phase.CalculatePhase;
import org.pxst.core.phase.Phase;
import org.pxst.core.refine.IrrotationalProjection;
import org.pxst.core.refine.PositionGauge;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.processing.ReconstructionListener;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.steps.FrameCheck;

/** Runs the steps of the paper's figure 2 one after the other. */
@Component(service = Reconstructor.class)
public final class DefaultReconstructor implements Reconstructor {
	private static final int FEWEST_FRAMES = 3;
	/** Weight of a filled bad pixel in the integration, against 1: its map is that of the pixels around it. */
	private static final double FILLED_WEIGHT = 0.1;

	private final ComputeDevices devices;

	/** @param devices to choose from */
	@Activate
	public DefaultReconstructor(@Reference ComputeDevices devices) {
		this.devices = devices;
	}

	@Override
	public ReconstructionResult reconstruct(Scan scan, int[] goodFrames, ReconstructionSettings settings,
			ReconstructionListener listener, IMonitor monitor) {
		ComputeService compute = devices.service(settings.compute());
		listener.stepDone("compute_on", compute.name());
		try {
			return run(compute, scan, goodFrames, settings, listener, monitor);
		} catch (InvalidDataException e) {
			String message = e.getMessage();
			throw message.startsWith(scan.name()) ? e : new InvalidDataException(scan.name() + ": " + message, e);
		}
	}

	private static ReconstructionResult run(ComputeService compute, Scan scan, int[] goodFrames,
			ReconstructionSettings settings, ReconstructionListener listener, IMonitor monitor) {
		checkCount(goodFrames.length, scan);
		try (ComputeScan frames = compute.open(scan.frames(), goodFrames, monitor)) {
			Mask known = scan.detectorMask().and(frames.usablePixels());
			if (known.count() == 0)
				throw new InvalidDataException(
						String.format(Locale.ROOT, "the detector mask leaves no good pixel of %d x %d; give another one",
								known.rows(), known.columns()));
			int[] checked = new FrameCheck().goodFrames(goodFrames, frames.frameMeans(known));
			listener.stepDone("frame_check", describe(goodFrames, checked));
			checkCount(checked.length, scan);
			frames.retainFrames(checked);
			Preparation start = Preparation.of(scan, frames, settings, listener, monitor);
			IrrotationalProjection projection = new IrrotationalProjection(
					start.geometry().dss() * scan.geometry().pixelSizeSs(),
					start.geometry().dfs() * scan.geometry().pixelSizeFs());
			MainLoop.Outcome outcome = new MainLoop(frames, new PositionGauge(start.recorded(), checked), projection,
					settings, listener, monitor).run(start.model());
			return result(compute.name(), scan, checked, start, outcome, listener);
		}
	}

	private static ReconstructionResult result(String computedOn, Scan scan, int[] goodFrames, Preparation start,
			MainLoop.Outcome outcome, ReconstructionListener listener) {
		ForwardModel model = outcome.state().model();
		ModelErrors errors = outcome.state().errors();
		// done also after cancelling, so that the result is whole, although it takes seconds for large frames
		Phase phase = new CalculatePhase(scan.geometry(), start.defocus().defocus().mean(), start.geometry().dss(),
				start.geometry().dfs()).apply(model.map(), phaseWeights(start, model), new IMonitor.Stub()).phase();
		listener.stepDone("calculate_phase", String.format(Locale.ROOT, "%.3f rad rms, %.3f rad peak to valley",
				phase.rms(), phase.peakToValley()));
		return new ReconstructionResult(start.mask(), model.whitefield(), start.roi(), goodFrames,
				start.defocus().defocus().ss(), start.defocus().defocus().fs(), start.geometry().distance(),
				start.geometry().dss(), start.geometry().dfs(), onlyWithin(start.area(), model.map()), start.recorded(),
				model.translations(), outcome.state().reference(), errors.total(), errors.frame(), errors.pixel(),
				errors.reference(), errors.fluxCorrection(), phase, outcome.iterations(), outcome.cancelled(), computedOn);
	}

	/** The whitefield (paper, section 5.1), and little for bad pixels, whose map is filled. */
	private static double[] phaseWeights(Preparation start, ForwardModel model) {
		double[] weights = new double[start.area().good().length];
		for (int p = 0; p < weights.length; p++)
			if (start.area().good()[p])
				weights[p] = Math.max(model.whitefield().values()[p], Float.MIN_NORMAL)
						* (start.mask().good()[p] ? 1 : FILLED_WEIGHT);
		return weights;
	}

	private static PixelMap onlyWithin(Mask area, PixelMap map) {
		double[] ss = map.ss().clone();
		double[] fs = map.fs().clone();
		for (int p = 0; p < ss.length; p++)
			if (!area.good()[p]) {
				ss[p] = Double.NaN;
				fs[p] = Double.NaN;
			}
		return new PixelMap(map.rows(), map.columns(), ss, fs);
	}

	private static String describe(int[] frames, int[] good) {
		int[] bad = IntStream.of(frames).filter(n -> Arrays.binarySearch(good, n) < 0).toArray();
		return bad.length == 0 ? frames.length + " frames, all good"
				: frames.length + " frames, left out for their intensity: " + Arrays.toString(bad);
	}

	private static void checkCount(int frames, Scan scan) {
		if (frames < FEWEST_FRAMES)
			throw new InvalidDataException(String.format(Locale.ROOT, "%d good frames of %d (%d x %d); at least %d are needed", frames,
					scan.frames().frames(), scan.frames().rows(), scan.frames().columns(), FEWEST_FRAMES));
	}
}
