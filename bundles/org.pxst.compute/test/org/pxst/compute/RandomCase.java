// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.util.Random;

import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

/**
 * Frames, a model and a reference image of random numbers: they have nothing to do with each other, so that every term of
 * an operation matters. Part of the pixels are masked, the reference image has holes, and some frames look past its edge.
 * <p>
 * Map and translations are multiples of 1/32 and the offsets of the reference image odd multiples of 1/64: coordinates are
 * exact in single precision, too, and keep away from where they would be rounded the other way.
 *
 * @param frames    intensities, one flat (ss, fs) array a frame
 * @param model     mask, whitefield, map, translations
 * @param reference reference image with holes
 */
record RandomCase(float[][] frames, ForwardModel model, ReferenceImage reference) {
	static RandomCase of(long seed, int rows, int columns, int count) {
		Random random = new Random(seed);
		float[] whitefield = new float[rows * columns];
		boolean[] good = new boolean[rows * columns];
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		for (int p = 0; p < whitefield.length; p++) {
			whitefield[p] = 50 + 100 * random.nextFloat();
			good[p] = random.nextInt(8) > 0;
			ss[p] = dyadic(1.05 * (p / columns) + random.nextDouble());
			fs[p] = dyadic(0.97 * (p % columns) + random.nextDouble());
		}
		float[][] frames = new float[count][rows * columns];
		double[] dss = new double[count];
		double[] dfs = new double[count];
		for (int n = 0; n < count; n++) {
			dss[n] = dyadic(6 * random.nextDouble() - 3);
			dfs[n] = dyadic(6 * random.nextDouble() - 3);
			for (int p = 0; p < whitefield.length; p++)
				frames[n][p] = whitefield[p] * (0.4f + 1.2f * random.nextFloat());
		}
		ForwardModel model = new ForwardModel(new Mask(rows, columns, good), new Image(rows, columns, whitefield),
				new PixelMap(rows, columns, ss, fs), new PixelTranslations(dss, dfs));
		return new RandomCase(frames, model, holed(random, rows + 4, columns + 2));
	}

	private static double dyadic(double value) {
		return Math.rint(32 * value) / 32;
	}

	private static ReferenceImage holed(Random random, int rows, int columns) {
		Image image = noise(random, rows, columns);
		for (int hole = 0; hole < 3; hole++) {
			int i = random.nextInt(rows);
			int j = random.nextInt(columns);
			image.values()[i * columns + j] = Float.NaN;
			image.values()[i * columns + Math.min(columns - 1, j + 1)] = Float.NaN;
		}
		return new ReferenceImage(image, Image.constant(rows, columns, 1), 2 + 13 / 64.0, 1 + 27 / 64.0);
	}

	/** Independent values between 0.5 and 1.5. */
	static Image noise(Random random, int rows, int columns) {
		float[] values = new float[rows * columns];
		for (int p = 0; p < values.length; p++)
			values[p] = 0.5f + random.nextFloat();
		return new Image(rows, columns, values);
	}

	int rows() {
		return model.mask().rows();
	}

	int columns() {
		return model.mask().columns();
	}

	/** The same frames and reference image with another model. */
	RandomCase with(ForwardModel other) {
		return new RandomCase(frames, other, reference);
	}

	/** The same with all pixels good. */
	RandomCase unmasked() {
		return with(new ForwardModel(Mask.allGood(rows(), columns()), model.whitefield(), model.map(),
				model.translations()));
	}

	/** The same with other frames. */
	RandomCase with(float[][] otherFrames) {
		return new RandomCase(otherFrames, model, reference);
	}
}
