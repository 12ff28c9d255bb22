// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.opencl.internal;

import java.util.Arrays;
import java.util.Map;

import org.eclipse.january.IMonitor;
import org.jocl.Pointer;
import org.pxst.compute.ModelErrors;
import org.pxst.compute.backend.ReferenceExtent;
import org.pxst.compute.backend.ReferenceSums;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;

/**
 * The errors of the model and their projections (paper, equations 7 to 10).
 *
 * @param scan      frames
 * @param model     the model
 * @param reference the reference image
 * @param total     frames of the scan, in use or not
 */
record ErrorsOnDevice(ScanOnDevice scan, ForwardModel model, ReferenceImage reference, int total) {
	private static final String OPERATION = "calc_error";
	/** A modelled intensity takes as long as so many elementary steps. */
	private static final int MODELLED = 16;
	private static final int SUMS = 4;
	/** Samples with a smaller share in a reference pixel than this do not count. */
	private static final double LEAST_SHARE = 1e-6;

	ModelErrors compute(IMonitor monitor) {
		DeviceSession session = scan.session();
		int size = model.mask().good().length;
		float[] pixel = filled(size);
		double[][] sums = new double[SUMS][scan.count()];
		try (PixelsOnDevice pixels = PixelsOnDevice.of(session, model.mask());
				DeviceModel onDevice = new DeviceModel(session, model, reference.n0(), reference.m0(), scan.numbers());
				DeviceReference image = new DeviceReference(session, reference);
				DeviceBuffer variance = new VarianceOnDevice(scan).compute(OPERATION, monitor);
				DeviceBuffer errors = session.bufferOf(pixel)) {
			Inputs inputs = new Inputs(pixels, onDevice, image, variance, errors);
			double largest = largest(variance, pixels.list());
			Image merged = (session.isProcessor() ? byRows(inputs, largest, sums, monitor)
					: oneByOne(inputs, largest, sums, monitor)).ratio(LEAST_SHARE);
			errors.read(0, (long) Float.BYTES * size, Pointer.to(pixel));
			Image pixelErrors = new Image(model.mask().rows(), model.mask().columns(), pixel);
			return new ModelErrors(mean(pixel), ratio(sums[0], sums[1]), pixelErrors, merged, ratio(sums[2], sums[3]));
		}
	}

	/** What the kernels need. */
	private record Inputs(PixelsOnDevice pixels, DeviceModel model, DeviceReference image, DeviceBuffer variance,
			DeviceBuffer errors) {
		void giveTo(KernelLaunch launch) {
			model.giveTo(launch);
			image.giveTo(launch);
			launch.with(variance);
		}
	}

	/** For processors: samples the reference image once for all. */
	private ReferenceSums byRows(Inputs inputs, double largest, double[][] sums, IMonitor monitor) {
		Map<String, String> defines = Map.of("FRAMES", scan.framesMacro());
		try (SumsOnDevice merged = merge().sums(inputs.model, largest, 1)) {
			scan.forRows(new ScanOnDevice.RowKernel("row_errors", defines, OPERATION, 4 * MODELLED, SUMS, merged.parts()), inputs.pixels,
					launch -> {
						inputs.giveTo(launch);
						launch.with(inputs.errors).with(merged.buffer());
						merged.giveScalesTo(launch);
					}, (rows, values) -> add(sums, rows, values), monitor);
			return merged.read();
		}
	}

	/** For graphics processors: a work-item for each pixel, each row, each sample. */
	private ReferenceSums oneByOne(Inputs inputs, double largest, double[][] sums, IMonitor monitor) {
		scan.forPixels(new ScanOnDevice.PixelKernel("pixel_errors", Map.of(), (double) MODELLED * scan.count()), OPERATION,
				inputs.pixels, Integer.MAX_VALUE, launch -> {
					inputs.giveTo(launch);
					launch.with(inputs.errors);
				}, ScanOnDevice.AfterLaunch.NOTHING, monitor);
		scan.forRows(new ScanOnDevice.RowKernel("frame_errors", Map.of(), OPERATION, MODELLED, SUMS), inputs.pixels, inputs::giveTo,
				(rows, values) -> add(sums, rows, values), monitor);
		return merge().errors(inputs.image, inputs.variance, largest,
				inputs.pixels, inputs.model, monitor);
	}

	private MergeOnDevice merge() {
		return new MergeOnDevice(scan, model, ReferenceExtent.of(reference));
	}

	/** A bound of the squared errors by their pixel's variance. */
	private double largest(DeviceBuffer variance, PixelList pixels) {
		float[] variances = new float[model.mask().good().length];
		variance.read(0, (long) Float.BYTES * variances.length, Pointer.to(variances));
		double brightest = 0;
		for (float value : reference.image().values())
			if (Math.abs(value) > brightest)
				brightest = Math.abs(value);
		double most = 0;
		for (int p : pixels.index()) {
			double residual = scan.frames().survey().brightest().values()[p] + model.whitefield().values()[p] * brightest;
			double error = residual * residual / variances[p];
			if (error > most)
				most = error;
		}
		return most;
	}

	private static void add(double[][] sums, int rows, float[] values) {
		for (int k = 0; k < sums[0].length; k++)
			for (int row = 0; row < rows; row++)
				for (int s = 0; s < SUMS; s++)
					sums[s][k] += values[(k * rows + row) * SUMS + s];
	}

	/** One sum by another, at the frames' places in the scan; NaN for frames that are not in use or have nothing. */
	private double[] ratio(double[] sums, double[] norms) {
		double[] ratio = new double[total];
		Arrays.fill(ratio, Double.NaN);
		for (int k = 0; k < sums.length; k++)
			if (norms[k] > 0)
				ratio[scan.numbers()[k]] = sums[k] / norms[k];
		return ratio;
	}

	private static float[] filled(int size) {
		float[] values = new float[size];
		Arrays.fill(values, Float.NaN);
		return values;
	}

	private static double mean(float[] errors) {
		double sum = 0;
		int seen = 0;
		for (float error : errors)
			if (!Float.isNaN(error)) {
				sum += error;
				seen++;
			}
		return seen > 0 ? sum / seen : Double.NaN;
	}
}
