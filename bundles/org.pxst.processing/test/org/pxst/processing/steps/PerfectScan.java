// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.Random;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.compute.internal.JavaComputeService;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.MemoryFrameSource;
import org.pxst.core.scan.PixelTranslations;

/** Frames that the forward model describes exactly, of a sample that is a sum of waves. */
final class PerfectScan {
	static final int ROWS = 48;
	static final int COLUMNS = 56;

	private static final int FRAMES = 60;
	private static final int WAVES = 40;
	private static final double RANGE = 15;

	private final ForwardModel model;
	/** Intensity over the whitefield. */
	private final double[][] clean = new double[FRAMES][ROWS * COLUMNS];

	PerfectScan(long seed) {
		Random random = new Random(seed);
		// wave vector, phase and height; long waves, so that sampling between pixels loses nothing to speak of
		double[][] waves = new double[WAVES][];
		for (int k = 0; k < WAVES; k++) {
			double length = 15 + 10 * random.nextDouble();
			double angle = 2 * Math.PI * random.nextDouble();
			waves[k] = new double[] { 2 * Math.PI / length * Math.cos(angle), 2 * Math.PI / length * Math.sin(angle),
					2 * Math.PI * random.nextDouble(), 0.25 / Math.sqrt(WAVES) };
		}
		PixelMap map = PixelMap.linear(ROWS, COLUMNS, 1.02, 0.99);
		for (int p = 0; p < map.ss().length; p++) {
			map.ss()[p] += 0.8 * Math.sin(p % COLUMNS / 9.0);
			map.fs()[p] += 0.8 * Math.cos(p / COLUMNS / 8.0);
		}
		Mask mask = Mask.allGood(ROWS, COLUMNS);
		mask.good()[5 * COLUMNS + 7] = false;
		model = new ForwardModel(mask, Image.constant(ROWS, COLUMNS, 100), map,
				new PixelTranslations(random.doubles(FRAMES, -RANGE, RANGE).toArray(),
						random.doubles(FRAMES, -RANGE, RANGE).toArray()));
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < clean[n].length; p++) {
				double ss = map.ss()[p] - model.translations().ss()[n];
				double fs = map.fs()[p] - model.translations().fs()[n];
				clean[n][p] = 1;
				for (double[] wave : waves)
					clean[n][p] += wave[3] * Math.sin(wave[0] * ss + wave[1] * fs + wave[2]);
			}
	}

	/** The truth. */
	ForwardModel model() {
		return model;
	}

	/**
	 * Opens the frames with noise.
	 *
	 * @param noise standard deviation over the whitefield
	 */
	ComputeScan open(double noise, long seed) {
		Random random = new Random(seed);
		float[][] frames = new float[FRAMES][ROWS * COLUMNS];
		for (int n = 0; n < FRAMES; n++)
			for (int p = 0; p < frames[n].length; p++)
				frames[n][p] = (float) Math.max(0, 100 * (clean[n][p] + noise * random.nextGaussian()));
		return new JavaComputeService().open(new MemoryFrameSource(ROWS, COLUMNS, frames),
				IntStream.range(0, FRAMES).toArray(), new IMonitor.Stub());
	}
}
