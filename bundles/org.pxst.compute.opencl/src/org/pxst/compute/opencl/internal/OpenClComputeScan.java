// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.PixelShifts;
import org.pxst.compute.PixelStatistics;
import org.pxst.compute.Samples;
import org.pxst.compute.SearchWindow;
import org.pxst.compute.backend.FoundShifts;
import org.pxst.compute.backend.PixelDecoder;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;

/** A scan on an OpenCL device. */
final class OpenClComputeScan implements ComputeScan {
	private static final int BILINEAR = 6;

	private final DeviceSession session;
	private final int total;
	private final int[] loaded;
	private final DeviceFrames frames;
	private ScanOnDevice scan;

	/**
	 * @param total  frames of the scan
	 * @param loaded those that are on the device; they are closed with this
	 * @param frames their pixels
	 */
	OpenClComputeScan(DeviceSession session, int total, int[] loaded, DeviceFrames frames) {
		this.session = session;
		this.total = total;
		this.loaded = loaded.clone();
		this.frames = frames;
		scan = new ScanOnDevice(session, frames, this.loaded, ScanOnDevice.slots(this.loaded, this.loaded));
	}

	private ScanOnDevice open() {
		if (scan == null)
			throw new IllegalStateException("the scan is closed");
		return scan;
	}

	@Override
	public int rows() {
		return open().frames().rows();
	}

	@Override
	public int columns() {
		return open().frames().columns();
	}

	@Override
	public int[] goodFrames() {
		return open().numbers().clone();
	}

	@Override
	public void retainFrames(int[] retained) {
		for (int n : retained)
			if (Arrays.binarySearch(open().numbers(), n) < 0)
				throw new IllegalArgumentException("frame " + n + " is not loaded");
		ScanOnDevice fewer = new ScanOnDevice(session, frames, retained.clone(), ScanOnDevice.slots(loaded, retained));
		scan.close();
		scan = fewer;
	}

	@Override
	public Mask usablePixels() {
		open();
		return frames.survey().usable();
	}

	@Override
	public double[] frameMeans(Mask mask) {
		double[] sums = new double[open().count()];
		int count;
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, mask)) {
			count = pixels.list().count();
			scan.forRows(new ScanOnDevice.RowKernel("frame_sums", Map.of(), "frame means", 1, 1), pixels, launch -> {
			}, (rows, values) -> {
				for (int k = 0; k < sums.length; k++)
					for (int row = 0; row < rows; row++)
						sums[k] += values[k * rows + row];
			}, new IMonitor.Stub());
		}
		double[] means = new double[total];
		Arrays.fill(means, Double.NaN);
		for (int k = 0; k < sums.length; k++)
			means[scan.numbers()[k]] = sums[k] / count;
		return means;
	}

	@Override
	public PixelStatistics pixelStatistics(IMonitor monitor) {
		return new PixelStatisticsOnDevice(open()).compute(monitor);
	}

	@Override
	public Image makeWhitefield(IMonitor monitor) {
		return new MedianOnDevice(open()).compute(monitor);
	}

	@Override
	public Image meanContrast(Image whitefield, Mask mask, IMonitor monitor) {
		float[] mean = new float[mask.good().length];
		open();
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, mask); DeviceBuffer means = session.bufferOf(mean)) {
			scan.forPixels(new ScanOnDevice.PixelKernel("mean_intensity", Map.of(), scan.count()), "mean contrast", pixels,
					Integer.MAX_VALUE, launch -> launch.with(means), ScanOnDevice.AfterLaunch.NOTHING, monitor);
			means.read(0, (long) Float.BYTES * mean.length, Pointer.to(mean));
		}
		for (int p = 0; p < mean.length; p++)
			mean[p] = mask.good()[p] ? mean[p] / whitefield.values()[p] : 1;
		return new Image(rows(), columns(), mean);
	}

	@Override
	public void contrast(int n, Image meanContrast, Image whitefield, Mask mask, float[] target) {
		int size = mask.good().length;
		new PixelDecoder(frames.type()).decode(frames.frame(slot(n)), 0, size, target);
		for (int p = 0; p < size; p++)
			target[p] = mask.good()[p] ? target[p] / whitefield.values()[p] - meanContrast.values()[p] : 0;
	}

	/** Number of a frame among the loaded ones. */
	private int slot(int n) {
		if (Arrays.binarySearch(open().numbers(), n) < 0)
			throw new IllegalArgumentException("frame " + n + " is not loaded");
		return Arrays.binarySearch(loaded, n);
	}

	@Override
	public ReferenceImage makeReference(ForwardModel model, double minimumOverlap, Samples samples, IMonitor monitor) {
		ReferenceExtent extent = ReferenceExtent.of(model, open().numbers());
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, extent.n0(), extent.m0(), scan.numbers())) {
			return new MergeOnDevice(scan, model, extent)
					.intensities(frames.survey().brightest(), pixels, onDevice, samples, monitor).image(model, minimumOverlap);
		}
	}

	@Override
	public PixelShifts searchPixelMap(ForwardModel model, ReferenceImage reference, SearchWindow window, Samples samples,
			IMonitor monitor) {
		return new SearchOnDevice(open(), model, reference, window, samples).search(monitor);
	}

	@Override
	public PixelShifts searchPixelMapBetweenPixels(ForwardModel model, ReferenceImage reference, SearchWindow window,
			double step, Samples samples, IMonitor monitor) {
		ShiftSampling sampling = new ShiftSampling(window.widthSs(), window.widthFs(), step);
		FoundShifts found = FoundShifts.none(window, model.mask().good().length);
		int[] order = window.shortestFirst();
		new MapErrorsOnDevice(open(), model, reference, sampling, samples).compute((p, errors, offset) -> {
			int best = order[0];
			for (int c : order)
				if (errors[offset + c] < errors[offset + best])
					best = c;
			if (!Float.isNaN(errors[offset + best]))
				found.set(p, best, errors[offset + best]);
		}, monitor);
		return found.shifts();
	}

	@Override
	public float[] pixelMapErrors(ForwardModel model, ReferenceImage reference, double step, Samples samples,
			IMonitor monitor) {
		ShiftSampling nine = new ShiftSampling(3, 3, step);
		float[] all = new float[model.mask().good().length * nine.shifts()];
		Arrays.fill(all, Float.NaN);
		new MapErrorsOnDevice(open(), model, reference, nine, samples).compute(
				(p, errors, offset) -> System.arraycopy(errors, offset, all, p * nine.shifts(), nine.shifts()), monitor);
		return all;
	}

	@Override
	public double[] translationErrors(ForwardModel model, ReferenceImage reference, int half, double step,
			IMonitor monitor) {
		return new TranslationErrorsOnDevice(open(), model, reference, new ShiftSampling(2 * half + 1, 2 * half + 1, step), total)
				.compute(monitor);
	}

	@Override
	public Image fitWhitefield(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		float[] fitted = model.whitefield().values().clone();
		open();
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), scan.numbers());
				DeviceReference image = new DeviceReference(session, reference);
				DeviceBuffer result = session.bufferOf(fitted)) {
			scan.forPixels(new ScanOnDevice.PixelKernel("fit_whitefield", Map.of(), (double) BILINEAR * scan.count()), "fit_whitefield",
					pixels, Integer.MAX_VALUE, launch -> {
						onDevice.giveTo(launch);
						image.giveTo(launch);
						launch.with(result);
					}, ScanOnDevice.AfterLaunch.NOTHING, monitor);
			result.read(0, (long) Float.BYTES * fitted.length, Pointer.to(fitted));
		}
		return new Image(rows(), columns(), fitted);
	}

	@Override
	public void residual(int n, ForwardModel model, ReferenceImage reference, float[] target) {
		int slot = slot(n);
		Arrays.fill(target, Float.NaN);
		try (ScanOnDevice one = new ScanOnDevice(session, frames, new int[] { n }, new int[] { slot });
				PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), one.numbers());
				DeviceReference image = new DeviceReference(session, reference);
				DeviceBuffer result = session.bufferOf(target)) {
			one.forPixels(new ScanOnDevice.PixelKernel("residual", Map.of(), BILINEAR), "residual", pixels, Integer.MAX_VALUE,
					launch -> {
						onDevice.giveTo(launch);
						image.giveTo(launch);
						launch.with(0).with(result);
					}, ScanOnDevice.AfterLaunch.NOTHING, new IMonitor.Stub());
			result.read(0, (long) Float.BYTES * target.length, Pointer.to(target));
		}
	}

	@Override
	public ModelErrors calcError(ForwardModel model, ReferenceImage reference, IMonitor monitor) {
		return new ErrorsOnDevice(open(), model, reference, total).compute(monitor);
	}

	@Override
	public void close() {
		if (scan == null)
			return;
		scan.close();
		scan = null;
		frames.close();
	}
}
