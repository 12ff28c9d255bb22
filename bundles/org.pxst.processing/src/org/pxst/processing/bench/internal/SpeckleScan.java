// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.bench.internal;

import java.util.Random;
import java.util.stream.IntStream;

import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.numerics.GaussianFilter;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.processing.bench.BenchSettings;

/**
 * A scan as steps meet it: speckles seen through a lens with aberrations, counted photons, positions on an uneven raster.
 * Made by the forward model itself in a second or so, not by wave optics. The same on every machine.
 *
 * @param frames    the frames, in memory
 * @param truth     the model that made them
 * @param estimated a model whose map is some pixels beside that
 */
record SpeckleScan(FrameSource frames, ForwardModel truth, ForwardModel estimated) {
	private static final long SEED = 2020;
	private static final double STEP = 8;
	private static final double JITTER = 1.5;
	/** Largest slope of the map that defocus alone does not explain. */
	private static final double SLOPE = 0.04;
	/** By how much the estimated map is off, reference pixels. */
	private static final double OFF = 2.5;
	private static final double SPECKLE = 1.5;
	private static final double CONTRAST = 0.25;
	private static final float BRIGHTEST = 2000;
	/** Reference pixels around what is seen. */
	private static final int MARGIN = 2;

	static SpeckleScan of(BenchSettings settings) {
		Mask mask = Mask.allGood(settings.rows(), settings.columns());
		ForwardModel truth = new ForwardModel(mask, whitefield(settings), map(settings, 0), raster(settings.frames()));
		return new SpeckleScan(frames(truth, settings), truth, truth.with(map(settings, OFF)));
	}

	private static Image whitefield(BenchSettings settings) {
		float[] values = new float[settings.pixels()];
		for (int i = 0; i < settings.rows(); i++)
			for (int j = 0; j < settings.columns(); j++) {
				double x = fromMiddle(i, settings.rows());
				double y = fromMiddle(j, settings.columns());
				values[i * settings.columns() + j] = (float) (BRIGHTEST * (1 - 0.3 * (x * x + y * y)));
			}
		return new Image(settings.rows(), settings.columns(), values);
	}

	/** -1 .. 1 */
	private static double fromMiddle(int index, int count) {
		return (2.0 * index + 1 - count) / count;
	}

	/** Coma-like and astigmatic residuals over the identity. */
	private static PixelMap map(BenchSettings settings, double off) {
		double[] ss = new double[settings.pixels()];
		double[] fs = new double[settings.pixels()];
		double halfRows = settings.rows() / 2.0;
		double halfColumns = settings.columns() / 2.0;
		for (int i = 0; i < settings.rows(); i++)
			for (int j = 0; j < settings.columns(); j++) {
				int p = i * settings.columns() + j;
				double x = fromMiddle(i, settings.rows());
				double y = fromMiddle(j, settings.columns());
				ss[p] = i + SLOPE * halfRows * (x * x * x / 3 + x * y * y / 3) + off * Math.sin(2 * x + y);
				fs[p] = j + SLOPE * halfColumns * (y * y * y / 3 - x * x * y / 3) + off * Math.cos(x - 2 * y);
			}
		return new PixelMap(settings.rows(), settings.columns(), ss, fs);
	}

	private static PixelTranslations raster(int frames) {
		Random random = new Random(SEED);
		int side = (int) Math.ceil(Math.sqrt(frames));
		double[] ss = new double[frames];
		double[] fs = new double[frames];
		for (int n = 0; n < frames; n++) {
			ss[n] = STEP * (n / side) + JITTER * (2 * random.nextDouble() - 1);
			fs[n] = STEP * (n % side) + JITTER * (2 * random.nextDouble() - 1);
		}
		return new PixelTranslations(ss, fs);
	}

	private static FrameSource frames(ForwardModel model, BenchSettings settings) {
		Range ss = Range.of(model.map().ss(), model.translations().ss());
		Range fs = Range.of(model.map().fs(), model.translations().fs());
		Image speckles = speckles(ss.size(), fs.size());
		float[] noise = noise();
		short[][] frames = new short[settings.frames()][];
		IntStream.range(0, frames.length).parallel()
				.forEach(n -> frames[n] = frame(model, n, speckles, new double[] { ss.offset(), fs.offset() }, noise));
		return new CountedFrames(settings.rows(), settings.columns(), frames);
	}

	/** Coordinates u - d that occur, and what brings the smallest of them to the margin. */
	private record Range(double offset, int size) {
		static Range of(double[] map, double[] translations) {
			double least = Double.POSITIVE_INFINITY;
			double most = Double.NEGATIVE_INFINITY;
			for (double u : map) {
				least = Math.min(least, u);
				most = Math.max(most, u);
			}
			double leftmost = Double.POSITIVE_INFINITY;
			double rightmost = Double.NEGATIVE_INFINITY;
			for (double d : translations) {
				leftmost = Math.min(leftmost, d);
				rightmost = Math.max(rightmost, d);
			}
			return new Range(MARGIN - (least - rightmost), (int) Math.ceil(most - least + rightmost - leftmost) + 2 * MARGIN + 1);
		}
	}

	private static Image speckles(int rows, int columns) {
		Random random = new Random(SEED);
		double[] white = new double[rows * columns];
		double[] weights = new double[white.length];
		for (int p = 0; p < white.length; p++) {
			white[p] = random.nextGaussian();
			weights[p] = 1;
		}
		double[] smooth = new GaussianFilter(SPECKLE, 3).average(rows, columns, white, weights);
		// what is left of noise of variance 1 after the filter
		double deviation = 1 / (2 * Math.sqrt(Math.PI) * SPECKLE);
		float[] values = new float[smooth.length];
		for (int p = 0; p < values.length; p++)
			values[p] = (float) Math.max(0, 1 + CONTRAST / deviation * smooth[p]);
		return new Image(rows, columns, values);
	}

	/** Normal deviates to take from. */
	private static float[] noise() {
		Random random = new Random(SEED);
		float[] noise = new float[1 << 16];
		for (int k = 0; k < noise.length; k++)
			noise[k] = (float) random.nextGaussian();
		return noise;
	}

	private static short[] frame(ForwardModel model, int n, Image speckles, double[] offset, float[] noise) {
		short[] counts = new short[model.whitefield().values().length];
		Random random = new Random(SEED + n);
		double moveSs = offset[0] - model.translations().ss()[n];
		double moveFs = offset[1] - model.translations().fs()[n];
		for (int i = 0; i < model.mask().rows(); i++) {
			int from = random.nextInt();
			for (int j = 0; j < model.mask().columns(); j++) {
				int p = i * model.mask().columns() + j;
				float mean = model.whitefield().values()[p]
						* sample(speckles, model.map().ss()[p] + moveSs, model.map().fs()[p] + moveFs);
				// an odd multiple goes through all deviates
				float deviate = noise[(from + 40503 * j) & noise.length - 1];
				counts[p] = (short) Math.max(0, Math.round(mean + deviate * (float) Math.sqrt(mean)));
			}
		}
		return counts;
	}

	private static float sample(Image image, double ss, double fs) {
		int i = (int) ss;
		int j = (int) fs;
		float a = (float) (ss - i);
		float b = (float) (fs - j);
		float top = image.at(i, j) + b * (image.at(i, j + 1) - image.at(i, j));
		float bottom = image.at(i + 1, j) + b * (image.at(i + 1, j + 1) - image.at(i + 1, j));
		return top + a * (bottom - top);
	}
}
