// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.compute.ComputeScan;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.internal.LoopInFile;
import org.pxst.processing.internal.LoopStart;
import org.pxst.processing.step.StepContext;

/** The main loop as an earlier run has left it in the file, ready to go on. */
final class IterationsInFile {
	private final StepContext context;
	private final FrameShape frame;

	private IterationsInFile(StepContext context) {
		this.context = context;
		frame = FrameShape.of(context.scan());
	}

	/**
	 * What the main loop goes on from, and its frames.
	 *
	 * @param start  what it goes on from
	 * @param frames those that are used, loaded
	 */
	record Loaded(LoopStart start, ComputeScan frames) {
	}

	/**
	 * Reads what the group has, and loads the frames.
	 *
	 * @param settings of the iterations to come
	 * @throws InvalidDataException when something is missing, or does not fit the scan or each other
	 */
	static Loaded load(StepContext context, LoopSettings settings) {
		return new IterationsInFile(context).load(settings);
	}

	private Loaded load(LoopSettings settings) {
		if (context.found(LoopInFile.MEMORY, double[].class).isEmpty())
			throw new InvalidDataException("there are no iterations to go on from in " + context.group()
					+ "; run pxst pixel_map_from_data first");
		LoopInFile loop = LoopInFile.of(path -> read(path, double[].class), settings.iterations());
		PixelTranslations translations = translations(read("pixel_translations", PixelTranslations.class), "pixel_translations");
		PixelTranslations recorded = recorded();
		int[] good = frames("good_frames");
		for (int n : good)
			if (!Double.isFinite(translations.ss()[n] + translations.fs()[n] + recorded.ss()[n] + recorded.fs()[n]))
				throw new InvalidDataException("frame " + n + " is in " + context.group() + "/good_frames, but has no position in "
						+ "pixel_translations; run pxst pixel_map_from_data without resume");
		int[] checked = IntStream.concat(IntStream.of(good), IntStream.of(frames("checked_frames"))).sorted().distinct().toArray();
		PixelMap map = frame.pixelMap(read("pixel_map", PixelMap.class));
		Image whitefield = frame.whitefield(read("whitefield", Image.class));
		Roi roi = frame.roi(read("roi", Roi.class));
		Mask area = known(map).within(roi);
		// the same frames are loaded as at first, because some of what a device does depends on all of them
		ComputeScan frames = context.frames(checked);
		Mask mask = frame.mask(read("mask", Mask.class)).and(frames.usablePixels());
		frames.retainFrames(good);
		LoopScene scene = new LoopScene(context.scan().geometry(), mask, area, roi, good,
				new Defocus(number("defocus_ss"), number("defocus_fs")), number("distance"), number("dss"), number("dfs"),
				ModelInFile.onlyOf(good, recorded));
		ForwardModel model = new ForwardModel(used(mask.and(area), whitefield), whitefield, ModelInFile.filled(map),
				ModelInFile.onlyOf(good, translations));
		return new Loaded(new LoopStart(scene, checked, new LoopState(loop.iterations(), settings, model, Optional.empty(),
				Optional.empty(), loop.memory(), false, LoopHistory.after(loop.followed()))), frames);
	}

	private <T> T read(String path, Class<T> type) {
		return context.found(path, type).orElseThrow(() -> new InvalidDataException("there is no " + context.group() + "/" + path
				+ ", which the iterations there need to go on; run pxst pixel_map_from_data without resume"));
	}

	private double number(String path) {
		double number = read(path, Double.class);
		if (!(number > 0) || Double.isInfinite(number))
			throw new InvalidDataException(context.group() + "/" + path + " is " + number
					+ ", but must be positive and finite; run pxst pixel_map_from_data without resume");
		return number;
	}

	private int[] frames(String path) {
		return context.goodFrames(read(path, int[].class));
	}

	private PixelTranslations recorded() {
		String path = "pixel_translations_comparison";
		DoubleDataset both = read(path, DoubleDataset.class);
		int[] shape = both.getShapeRef();
		if (shape.length != 3 || shape[0] != 2 || shape[2] != 2)
			throw new InvalidDataException(context.group() + "/" + path + " has the shape " + Arrays.toString(shape)
					+ ", but must have (2, N, 2); run pxst pixel_map_from_data without resume");
		double[] values = both.getData();
		int count = shape[1];
		double[] ss = new double[count];
		double[] fs = new double[count];
		for (int n = 0; n < count; n++) {
			ss[n] = values[2 * (count + n)];
			fs[n] = values[2 * (count + n) + 1];
		}
		return translations(new PixelTranslations(ss, fs), path);
	}

	private PixelTranslations translations(PixelTranslations found, String path) {
		int all = context.scan().frames().frames();
		if (found.frames() != all)
			throw new InvalidDataException(context.group() + "/" + path + " is for " + found.frames() + " frames, but the scan has "
					+ all + "; run pxst pixel_map_from_data without resume");
		return found;
	}

	private static Mask known(PixelMap map) {
		boolean[] known = new boolean[map.ss().length];
		for (int p = 0; p < known.length; p++)
			known[p] = ModelInFile.isKnown(map, p);
		return new Mask(map.rows(), map.columns(), known);
	}

	/** Unlike where a step begins from what others have left, a pixel in use stays in use, whatever its whitefield has become. */
	private Mask used(Mask use, Image whitefield) {
		int unknown = 0;
		for (int p = 0; p < whitefield.values().length; p++)
			if (use.good()[p] && !Float.isFinite(whitefield.values()[p]))
				unknown++;
		if (use.count() == 0 || unknown > 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"%s of the %d pixels that are good in %s/mask and have a pixel map have a whitefield; run pxst "
							+ "pixel_map_from_data without resume", use.count() == 0 ? "none" : "not all", use.count(), context.group()));
		return use;
	}
}
