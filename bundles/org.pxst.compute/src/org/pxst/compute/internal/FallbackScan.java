// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ComputeService;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.backend.DeviceFailure;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.slf4j.Logger;

/**
 * A scan that outlives its device. When an operation fails for want of memory, the frames are loaded again in smaller parts;
 * when it fails otherwise, or there is no smaller way, in Java; then the operation is done again. An operation changes
 * nothing, so the result is that of a device that does not fail. One warning is given, with the first failure.
 */
final class FallbackScan implements ComputeScan {
	private final Deque<ComputeService> ways;
	private final FrameSource source;
	private final Logger log;
	private int[] frames;
	private ComputeScan scan;
	/** Those of the first opening: later ones may be of fewer frames. */
	private Mask usable;
	private boolean hasWarned;

	private FallbackScan(FallbackService service, FrameSource source, int[] goodFrames) {
		ways = new ArrayDeque<>(service.ways());
		log = service.log();
		this.source = source;
		frames = goodFrames.clone();
	}

	/** Opens the scan in the first way that does not fail. */
	static FallbackScan open(FallbackService service, FrameSource source, int[] goodFrames, IMonitor monitor) {
		FallbackScan opened = new FallbackScan(service, source, goodFrames);
		opened.load(monitor);
		return opened;
	}

	private void load(IMonitor monitor) {
		while (scan == null)
			try {
				scan = ways.getFirst().open(source, frames, monitor);
				if (usable == null)
					usable = scan.usablePixels();
			} catch (DeviceFailure e) {
				turnFrom(e);
			}
	}

	/** Leaves the way that failed. */
	private void turnFrom(DeviceFailure failure) {
		if (ways.size() == 1)
			throw failure;
		String failed = ways.removeFirst().name();
		while (!failure.isLackOfMemory() && ways.size() > 1)
			ways.removeFirst();
		if (hasWarned)
			log.debug("{} failed again", failed, failure);
		else
			log.warn("{}: {}; going on {}, which takes longer", failed, failure.getMessage(),
					ways.size() > 1 ? "with the scan in smaller parts" : "in Java");
		hasWarned = true;
	}

	private <T> T attempt(IMonitor monitor, Function<ComputeScan, T> operation) {
		if (frames == null)
			throw new IllegalStateException("the scan is closed");
		while (true) {
			load(monitor);
			try {
				return operation.apply(scan);
			} catch (DeviceFailure e) {
				ComputeScan broken = scan;
				scan = null;
				broken.close();
				turnFrom(e);
			}
		}
	}

	private <T> T attempt(Function<ComputeScan, T> operation) {
		return attempt(new IMonitor.Stub(), operation);
	}

	private void attemptTo(Consumer<ComputeScan> operation) {
		attempt(open -> {
			operation.accept(open);
			return true;
		});
	}

	@Override
	public int rows() {
		return attempt(ComputeScan::rows);
	}

	@Override
	public int columns() {
		return attempt(ComputeScan::columns);
	}

	@Override
	public int[] goodFrames() {
		return attempt(ComputeScan::goodFrames);
	}

	@Override
	public void retainFrames(int[] retained) {
		attemptTo(open -> open.retainFrames(retained));
		frames = retained.clone();
	}

	@Override
	public Mask usablePixels() {
		return attempt(open -> usable);
	}

	@Override
	public double[] frameMeans(Mask mask) {
		return attempt(open -> open.frameMeans(mask));
	}

	@Override
	public PixelStatistics pixelStatistics(IMonitor monitor) {
		return attempt(monitor, open -> open.pixelStatistics(monitor));
	}

	@Override
	public Image makeWhitefield(IMonitor monitor) {
		return attempt(monitor, open -> open.makeWhitefield(monitor));
	}

	@Override
	public void contrast(int n, Image meanContrast, Image whitefield, Mask mask, float[] target) {
		attemptTo(open -> open.contrast(n, meanContrast, whitefield, mask, target));
	}

	@Override
	public Image meanContrast(Image whitefield, Mask mask, IMonitor monitor) {
		return attempt(monitor, open -> open.meanContrast(whitefield, mask, monitor));
	}

	@Override
	public ReferenceImage makeReference(ForwardModel model, double minimumOverlap, Samples samples, IMonitor monitor) {
		return attempt(monitor, open -> open.makeReference(model, minimumOverlap, samples, monitor));
	}

	@Override
	public PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window, Samples samples,
			IMonitor monitor) {
		return attempt(monitor, open -> open.searchPixelMap(model, reference, window, samples, monitor));
	}

	@Override
	public PixelShifts searchPixelMapBetweenPixels(ForwardModel model, ReferenceImage reference, SearchWindow window,
			double step, Samples samples, IMonitor monitor) {
		return attempt(monitor, open -> open.searchPixelMapBetweenPixels(model, reference, window, step, samples, monitor));
	}

	@Override
	public float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, Samples samples,
			IMonitor monitor) {
		return attempt(monitor, open -> open.pixelMapErrors(model, reference, step, samples, monitor));
	}

	@Override
	public double[] translationErrors(ForwardModel model, ReferenceImage reference, int half, double step,
			IMonitor monitor) {
		return attempt(monitor, open -> open.translationErrors(model, reference, half, step, monitor));
	}

	@Override
	public Image fitWhitefield(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return attempt(monitor, open -> open.fitWhitefield(model, reference, monitor));
	}

	@Override
	public void residual(int n, ForwardModel model, ReferenceImage reference, float[] target) {
		attemptTo(open -> open.residual(n, model, reference, target));
	}

	@Override
	public ModelErrors calcError(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return attempt(monitor, open -> open.calcError(model, reference, monitor));
	}

	@Override
	public void close() {
		frames = null;
		if (scan != null)
			scan.close();
		scan = null;
	}
}
