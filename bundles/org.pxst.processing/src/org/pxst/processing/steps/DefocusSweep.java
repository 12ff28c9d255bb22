// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.steps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeScan;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.initial.Defocus;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.SamplePositions;

/**
 * defocus_sweep (paper, section 4.1): merges the reference image for one defocus after the other; at the right one the frames
 * fall on each other and it is the sharpest.
 * <p>
 * The contrast is the variance of the reference image over its squared mean, where enough frames overlap: one that nothing is
 * merged into is sharp at any defocus. The score is the contrast times the number of frames that overlap there, as the paper
 * weighs it: few frames keep more of their noise, and at a small defocus few overlap. Deviations from the 2020 suite, on purpose: two-dimensional detectors and defoci of
 * both axes; frames are deposited between pixels; the whole image counts and not its first rows; values that few frames
 * contribute to do not count.
 *
 * @param keepImages whether the result has the reference images: they need memory, a few frames' worth each
 */
public record DefocusSweep(boolean keepImages) {
	/** A larger reference image, in frames, is that of frames flung far apart. */
	private static final double LARGEST = 32;
	/** Frames that must overlap at a pixel of the reference image, where there are so many. */
	private static final int FEWEST_FRAMES = 4;
	/** Pixels of the reference image that must be well covered, in parts of the pixels that count in a frame. */
	private static final double LEAST_COVERED = 0.1;

	/**
	 * One defocus.
	 *
	 * @param defocus  that was tried
	 * @param contrast variance of the reference image over its squared mean; NaN when it could not be judged
	 * @param frames   mean number of frames that overlap where it was judged; NaN when it could not be
	 * @param remark   why it could not be judged, one line; empty when it could
	 * @param image    the reference image, if it was to be kept and there is one
	 */
	public record Candidate(Defocus defocus, double contrast, double frames, String remark, Optional<ReferenceImage> image) {
		/** Contrast times number of frames; NaN when it could not be judged. */
		public double score() {
			return contrast * frames;
		}
	}

	/**
	 * The sweep.
	 *
	 * @param candidates one for each defocus, in their order
	 * @param best       the one with the largest score, the first of equal ones; empty when none could be judged
	 */
	public record Result(List<Candidate> candidates, Optional<Candidate> best) {
	}

	/**
	 * The same defocus for both axes.
	 *
	 * @param values focus to sample, m
	 */
	public static List<Defocus> common(double[] values) {
		return Arrays.stream(values).mapToObj(value -> new Defocus(value, value)).toList();
	}

	/**
	 * All combinations.
	 *
	 * @param ss focus to sample along the slow scan axis, m
	 * @param fs focus to sample along the fast scan axis, m
	 * @return the fast scan axis changes fastest
	 */
	public static List<Defocus> grid(double[] ss, double[] fs) {
		List<Defocus> all = new ArrayList<>();
		for (double alongSs : ss)
			for (double alongFs : fs)
				all.add(new Defocus(alongSs, alongFs));
		return all;
	}

	/**
	 * Tries each defocus. Long work: a merge of all frames each. To be called from one thread; tells the monitor of each
	 * defocus that is done.
	 *
	 * @param scan       frames
	 * @param whitefield W, positive at every pixel that counts, shape (M, L)
	 * @param mask       pixels that count: good, lit, in the region of interest, shape (M, L)
	 * @param positions  recorded positions, one a frame
	 * @param geometry   detector
	 * @param defoci     to try, from {@link #common} or {@link #grid}
	 * @param monitor    for cancelling
	 * @throws CancelledException   when cancelled
	 * @throws InvalidDataException when no pixel counts
	 */
	public Result apply(ComputeScan scan, Image whitefield, Mask mask, SamplePositions positions, Geometry geometry,
			List<Defocus> defoci, IMonitor monitor) {
		if (mask.count() == 0)
			throw new InvalidDataException(String.format(Locale.ROOT,
					"no pixel of %d x %d is left for the defocus sweep; check mask and region of interest", mask.rows(),
					mask.columns()));
		List<Candidate> candidates = new ArrayList<>();
		for (Defocus defocus : defoci) {
			if (monitor.isCancelled())
				throw new CancelledException("defocus_sweep");
			candidates.add(candidate(scan, whitefield, mask, positions, geometry, defocus, monitor));
			monitor.worked(1);
		}
		Optional<Candidate> best = candidates.stream().filter(c -> !Double.isNaN(c.score()))
				.reduce((a, b) -> b.score() > a.score() ? b : a);
		return new Result(List.copyOf(candidates), best);
	}

	private Candidate candidate(ComputeScan scan, Image whitefield, Mask mask, SamplePositions positions,
			Geometry geometry, Defocus defocus, IMonitor monitor) {
		if (!(defocus.ss() > 0) || !(defocus.fs() > 0) || !(geometry.sampleToDetector(defocus.mean()) > 0)
				|| Double.isInfinite(defocus.mean()))
			return without(defocus, "the sample would not be between focus and detector");
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, defocus.ss(), defocus.fs());
		PixelTranslations translations = positions.inPixels(generated.dss(), generated.dfs());
		double rows = mask.rows() * generated.slopeSs() + extent(translations.ss(), scan.goodFrames());
		double columns = mask.columns() * generated.slopeFs() + extent(translations.fs(), scan.goodFrames());
		if (!(rows * columns <= LARGEST * mask.rows() * mask.columns()))
			return without(defocus, String.format(Locale.ROOT,
					"the reference image would have %.4g x %.4g pixels, more than %.0f frames", rows, columns, LARGEST));
		ForwardModel model = new ForwardModel(mask, whitefield, generated.map(mask.rows(), mask.columns()), translations);
		ReferenceImage reference;
		try {
			reference = scan.makeReference(model, 0, monitor);
		} catch (InvalidDataException e) {
			return without(defocus, e.getMessage());
		}
		// a frame gives the image one sample a pixel where the map is as steep as the identity
		double perFrame = meanSquare(whitefield, mask) / (generated.slopeSs() * generated.slopeFs());
		int frames = Math.min(FEWEST_FRAMES, scan.goodFrames().length);
		Contrast contrast = Contrast.of(reference, frames * perFrame);
		Optional<ReferenceImage> image = keepImages ? Optional.of(reference) : Optional.empty();
		if (contrast.pixels < LEAST_COVERED * mask.count())
			return new Candidate(defocus, Double.NaN, Double.NaN, String.format(Locale.ROOT,
					"%d frames or more overlap at %d pixels of the reference image, too few to judge it", frames,
					contrast.pixels), image);
		return new Candidate(defocus, contrast.relativeVariance, contrast.meanOverlap / perFrame, "", image);
	}

	private static Candidate without(Defocus defocus, String remark) {
		return new Candidate(defocus, Double.NaN, Double.NaN, remark, Optional.empty());
	}

	private static double extent(double[] along, int[] frames) {
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int n : frames) {
			least = Math.min(least, along[n]);
			most = Math.max(most, along[n]);
		}
		return most - least;
	}

	private static double meanSquare(Image whitefield, Mask mask) {
		double sum = 0;
		for (int p = 0; p < mask.good().length; p++)
			if (mask.good()[p])
				sum += (double) whitefield.values()[p] * whitefield.values()[p];
		return sum / mask.count();
	}

	/** Of the pixels of a reference image with enough overlap. */
	private record Contrast(double relativeVariance, double meanOverlap, int pixels) {
		static Contrast of(ReferenceImage reference, double leastOverlap) {
			float[] values = reference.image().values();
			float[] overlap = reference.overlap().values();
			double mean = 0;
			double sum = 0;
			int pixels = 0;
			for (int c = 0; c < values.length; c++)
				if (overlap[c] >= leastOverlap && !Float.isNaN(values[c])) {
					mean += values[c];
					sum += overlap[c];
					pixels++;
				}
			mean /= pixels;
			double variance = 0;
			for (int c = 0; c < values.length; c++)
				if (overlap[c] >= leastOverlap && !Float.isNaN(values[c]))
					variance += (values[c] - mean) * (values[c] - mean) / pixels;
			return new Contrast(variance / (mean * mean), sum / pixels, pixels);
		}
	}
}
