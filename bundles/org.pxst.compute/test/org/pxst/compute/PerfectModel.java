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
 * Frames that the forward model explains without a rest. The reference image reaches {@link #RIM} pixels beyond what the
 * frames see.
 *
 * @param frames    intensities, one flat (ss, fs) array a frame
 * @param model     the model; all pixels good
 * @param reference the reference image
 */
record PerfectModel(float[][] frames, ForwardModel model, ReferenceImage reference) {
	static final int RIM = 8;
	/** Translations are between -REACH and REACH. */
	private static final int REACH = 4;

	/** Identity map, translations of whole pixels. */
	static PerfectModel ofWholePixels(long seed, int rows, int columns, int count) {
		Random random = new Random(seed);
		return of(random, PixelMap.identity(rows, columns), translations(random, count, 1));
	}

	/** A map and translations with fractions of pixels. */
	static PerfectModel ofSubPixels(long seed, int rows, int columns, int count) {
		Random random = new Random(seed);
		PixelMap map = PixelMap.linear(rows, columns, 1 + 1 / 128.0, 1 - 1 / 64.0);
		for (int p = 0; p < rows * columns; p++) {
			map.ss()[p] += random.nextInt(64) / 64.0 - 0.5;
			map.fs()[p] += random.nextInt(64) / 64.0 - 0.5;
		}
		return of(random, map, translations(random, count, 64));
	}

	private static PixelTranslations translations(Random random, int count, int parts) {
		double[] ss = new double[count];
		double[] fs = new double[count];
		for (int n = 0; n < count; n++) {
			ss[n] = (double) random.nextInt(2 * REACH * parts + 1) / parts - REACH;
			fs[n] = (double) random.nextInt(2 * REACH * parts + 1) / parts - REACH;
		}
		return new PixelTranslations(ss, fs);
	}

	private static PerfectModel of(Random random, PixelMap map, PixelTranslations translations) {
		int rows = map.rows();
		int columns = map.columns();
		int rim = RIM + REACH + 1;
		Image image = RandomCase.noise(random, rows + 2 * rim + 2, columns + 2 * rim + 2);
		ReferenceImage reference = new ReferenceImage(image, Image.constant(image.rows(), image.columns(), 1), rim, rim);
		float[] whitefield = new float[rows * columns];
		for (int p = 0; p < whitefield.length; p++)
			whitefield[p] = 50 + 100 * random.nextFloat();
		ForwardModel model = new ForwardModel(Mask.allGood(rows, columns), new Image(rows, columns, whitefield), map,
				translations);
		NaiveSampler sampler = new NaiveSampler(reference);
		float[][] frames = new float[translations.frames()][whitefield.length];
		for (int n = 0; n < frames.length; n++)
			for (int p = 0; p < whitefield.length; p++)
				frames[n][p] = (float) (whitefield[p] * sampler.at(model, n, p, 0, 0));
		return new PerfectModel(frames, model, reference);
	}

	int rows() {
		return model.mask().rows();
	}

	int columns() {
		return model.mask().columns();
	}

	/** The model with a map that is off by a constant. */
	ForwardModel withMapOffBy(double ss, double fs) {
		double[] movedSs = model.map().ss().clone();
		double[] movedFs = model.map().fs().clone();
		for (int p = 0; p < movedSs.length; p++) {
			movedSs[p] += ss;
			movedFs[p] += fs;
		}
		return model.with(new PixelMap(rows(), columns(), movedSs, movedFs));
	}
}
