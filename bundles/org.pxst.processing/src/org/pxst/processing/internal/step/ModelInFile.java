// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.IlluminatedArea;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.step.StepContext;

/**
 * The forward model as earlier steps have left it in the file, ready for the numerics.
 *
 * @param model  its mask has the good pixels of the area, its map is finite everywhere
 * @param area   pixels in use, bad ones among them included: where a map is to be written
 * @param frames those that are used, loaded
 */
record ModelInFile(ForwardModel model, Mask area, ComputeScan frames) {
	/**
	 * @param context      loads the frames
	 * @param mask         good pixels (M, L)
	 * @param whitefield   W (M, L)
	 * @param map          pixel map (2, M, L), finite in the area in use; one that is finite everywhere, as the 2020 suite writes
	 *                     them, stands for the connected lit area
	 * @param translations (N, 2), NaN for frames that are not to be used
	 * @param roi          region of interest, null: the whole frame
	 * @param goodFrames   frames to use, null: those that the scan says
	 * @throws InvalidDataException when a shape is not that of the scan, or no pixel or frame is left
	 */
	static ModelInFile of(StepContext context, Mask mask, Image whitefield, PixelMap map, PixelTranslations translations,
			Roi roi, int[] goodFrames) {
		FrameShape frame = FrameShape.of(context.scan());
		ComputeScan frames = context.frames(withPosition(context, translations, context.goodFrames(goodFrames)));
		Mask good = frame.mask(mask).and(frames.usablePixels());
		Mask area = area(frame.pixelMap(map), frame.whitefield(whitefield), good).within(frame.roi(roi));
		return new ModelInFile(new ForwardModel(inUse(good, area, whitefield), whitefield, filled(map),
				onlyOf(frames.goodFrames(), translations)), area, frames);
	}

	/**
	 * The pixels that count.
	 *
	 * @param good good pixels
	 * @param area pixels that a map is in use at
	 * @throws InvalidDataException when there is none
	 */
	static Mask inUse(Mask good, Mask area, Image whitefield) {
		Mask use = good.and(area).and(lit(whitefield));
		if (use.count() == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"no good pixel of %d x %d has a pixel map and a whitefield above 0 in the region of interest; "
							+ "check mask, whitefield, roi and pixel_map, or run pxst generate_pixel_map again",
					use.rows(), use.columns()));
		return use;
	}

	private static int[] withPosition(StepContext context, PixelTranslations translations, int[] goodFrames) {
		int all = context.scan().frames().frames();
		if (translations.frames() != all)
			throw new InvalidDataException("pixel_translations has " + translations.frames() + " rows, but the scan has " + all
					+ " frames; give that which pxst generate_pixel_map has made of this scan");
		int[] frames = IntStream.of(goodFrames).filter(n -> Double.isFinite(translations.ss()[n] + translations.fs()[n])).toArray();
		if (frames.length == 0)
			throw new InvalidDataException("none of the " + goodFrames.length
					+ " good frames has a position in pixel_translations; run pxst generate_pixel_map again");
		return frames;
	}

	/** The positions of these frames, NaN for all others. */
	static PixelTranslations onlyOf(int[] frames, PixelTranslations all) {
		double[] ss = new double[all.frames()];
		double[] fs = new double[all.frames()];
		Arrays.fill(ss, Double.NaN);
		Arrays.fill(fs, Double.NaN);
		for (int n : frames) {
			ss[n] = all.ss()[n];
			fs[n] = all.fs()[n];
		}
		return new PixelTranslations(ss, fs);
	}

	/**
	 * The pixels that a map is in use at, bad ones among them included.
	 *
	 * @param good good pixels
	 */
	static Mask area(PixelMap map, Image whitefield, Mask good) {
		boolean[] known = new boolean[map.ss().length];
		boolean everywhere = true;
		for (int p = 0; p < known.length; p++) {
			known[p] = isKnown(map, p);
			everywhere &= known[p];
		}
		// it has no hole that says what is dark
		return everywhere ? new IlluminatedArea().apply(whitefield, good) : new Mask(map.rows(), map.columns(), known);
	}

	/** Whether a pixel has a map. */
	static boolean isKnown(PixelMap map, int p) {
		return Double.isFinite(map.ss()[p]) && Double.isFinite(map.fs()[p]);
	}

	private static Mask lit(Image whitefield) {
		boolean[] lit = new boolean[whitefield.values().length];
		for (int p = 0; p < lit.length; p++)
			lit[p] = whitefield.values()[p] > 0 && whitefield.values()[p] < Float.POSITIVE_INFINITY;
		return new Mask(whitefield.rows(), whitefield.columns(), lit);
	}

	/** The map with the identity where it is not known, so that it is finite everywhere. */
	static PixelMap filled(PixelMap map) {
		PixelMap identity = PixelMap.identity(map.rows(), map.columns());
		double[] ss = map.ss().clone();
		double[] fs = map.fs().clone();
		for (int p = 0; p < ss.length; p++)
			if (!isKnown(map, p)) {
				ss[p] = identity.ss()[p];
				fs[p] = identity.fs()[p];
			}
		return new PixelMap(map.rows(), map.columns(), ss, fs);
	}
}
