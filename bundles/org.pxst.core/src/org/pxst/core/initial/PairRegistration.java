// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.SamplePositions;

/**
 * fit_defocus_registration (paper, section 4.1): finds the magnification that makes the frames overlap best when each is
 * shifted by its recorded position.
 * <p>
 * The paper builds a reference image for each defocus and takes the one of largest contrast. The variance of a sum of
 * frames is the sum of the correlations of its pairs, so the correlations of pairs of frames, made once, give the same
 * score for any magnification of either axis by looking them up at the shift that it predicts. Unlike the 2020 suite's
 * grid of overlaps this does not depend on the order of the scan, and costs the same for any number of candidates.
 */
public final class PairRegistration {
	private static final int LARGEST_WINDOW = 256;
	private static final int NEIGHBOURS = 8;
	private static final int MOST_PAIRS = 500;
	private static final int SPECTRA_KEPT = 64;
	/** Shifts for which less than this part of the lit area overlaps are left out. */
	private static final double LEAST_OVERLAP = 0.15;
	private static final double COARSE_STEP = 1.01;
	private static final double FIRST_WIDTH = 0.15;
	private static final double LAST_WIDTH = 1e-4;
	/** The magnifications of the two axes, refined one by one, come to differ by no more than this factor. */
	private static final double LARGEST_RATIO = 1.6;

	/** Gives what moves in a frame: contrast about 0, 0 where the mask is false. */
	public interface ContrastSource {
		/** Writes the contrast of frame n, flat (ss, fs), full frame. */
		void read(int n, float[] target);
	}

	/**
	 * Distance by which the image moves on the detector over the distance by which the sample moves.
	 *
	 * @param ss           along the slow scan axis, &gt; 0
	 * @param fs           along the fast scan axis, &gt; 0
	 * @param significance correlation of all pairs at the shifts that the magnification predicts, in units of its scatter
	 *                     at any shifts: frames at wrong positions reach 6, good scans over 100
	 */
	public record Magnification(double ss, double fs, double significance) {
	}

	private record Pair(int first, int second) {
	}

	private final int rows;
	private final int columns;
	private final Roi window;
	/** Recorded positions in detector pixels, as if the magnification were 1. */
	private final double[] positionsSs;
	private final double[] positionsFs;
	private final List<Pair> pairs;
	/** Correlation of each pair at the shifts that a magnification can predict. */
	private final ShiftBox[] correlations;
	/** Scatter of each pair's correlation over all shifts, after division by the root of the overlap. */
	private final double[] scatter;
	/** Number of pixels that make a correlation, at all shifts with enough of them. */
	private final ShiftBox overlap;
	private final double leastOverlap;

	/**
	 * Makes the correlations.
	 *
	 * @param source    contrast of the frames; called from one thread
	 * @param mask      pixels that count: good and lit, shape (M, L)
	 * @param roi       region of interest; of large ones the middle is used
	 * @param positions recorded positions
	 * @param geometry  for the pixel sizes
	 * @param frames    frames to use, at least 2
	 * @param monitor   for cancelling
	 */
	public PairRegistration(ContrastSource source, Mask mask, Roi roi, SamplePositions positions,
			Geometry geometry, int[] frames, IMonitor monitor) {
		rows = mask.rows();
		columns = mask.columns();
		window = middle(roi);
		positionsSs = divided(positions.ss(), geometry.pixelSizeSs());
		positionsFs = divided(positions.fs(), geometry.pixelSizeFs());
		Correlator correlator = new Correlator(window.rows(), window.columns());
		float[] full = new float[rows * columns];
		for (int p = 0; p < full.length; p++)
			full[p] = mask.good()[p] ? 1 : 0;
		float[] lit = spectrum(full, correlator);
		float[] counts = everySecond(correlator.correlate(lit, lit), 0);
		leastOverlap = LEAST_OVERLAP * counts[0];
		overlap = enough(counts, correlator);
		pairs = evenly(neighbours(frames));
		Map<Integer, float[]> spectra = new LinkedHashMap<>(2 * SPECTRA_KEPT, 0.75f, true) {
			private static final long serialVersionUID = 1L;

			@Override
			protected boolean removeEldestEntry(Map.Entry<Integer, float[]> eldest) {
				return size() > SPECTRA_KEPT;
			}
		};
		correlations = new ShiftBox[pairs.size()];
		scatter = new double[pairs.size()];
		// one after the other: a transform uses all cores by itself, and must not be used from two threads at once
		for (int k = 0; k < correlations.length; k += 2) {
			check(monitor);
			int together = Math.min(2, correlations.length - k);
			float[][] ofPairs = new float[2 * together][];
			for (int m = 0; m < together; m++) {
				Pair pair = pairs.get(k + m);
				ofPairs[2 * m] = spectra.computeIfAbsent(pair.first, n -> spectrum(source, n, mask, full, correlator));
				ofPairs[2 * m + 1] = spectra.computeIfAbsent(pair.second, n -> spectrum(source, n, mask, full, correlator));
			}
			float[] both = correlator.correlate(ofPairs);
			for (int m = 0; m < together; m++) {
				correlations[k + m] = predictable(pairs.get(k + m), both, m, correlator);
				scatter[k + m] = scatter(both, m, counts);
			}
		}
	}

	private static float[] everySecond(float[] values, int first) {
		float[] some = new float[values.length / 2];
		for (int k = 0; k < some.length; k++)
			some[k] = values[2 * k + first];
		return some;
	}

	/** The shifts at which enough pixels overlap. */
	private ShiftBox enough(float[] counts, Correlator correlator) {
		int reachSs = 0;
		int reachFs = 0;
		for (int c = 0; c < counts.length; c++)
			if (counts[c] >= leastOverlap) {
				int i = c / correlator.size1();
				int j = c % correlator.size1();
				reachSs = Math.max(reachSs, Math.min(i, correlator.size0() - i));
				reachFs = Math.max(reachFs, Math.min(j, correlator.size1() - j));
			}
		// interpolation reaches one farther
		int rowsOf = 2 * reachSs + 3;
		int columnsOf = 2 * reachFs + 3;
		ShiftBox box = new ShiftBox(-reachSs - 1, -reachFs - 1, rowsOf, columnsOf, new float[rowsOf * columnsOf]);
		fill(box, counts, 1, 0, correlator);
		return box;
	}

	/** The shifts that a magnification can predict for a pair: away from 0 in one direction, more or less. */
	private ShiftBox predictable(Pair pair, float[] both, int which, Correlator correlator) {
		double ss = positionsSs[pair.second] - positionsSs[pair.first];
		double fs = positionsFs[pair.second] - positionsFs[pair.first];
		double reachSs = -overlap.firstRow();
		double reachFs = -overlap.firstColumn();
		double limitSs = Math.min(reachSs, reachFs * LARGEST_RATIO * Math.abs(ss / fs));
		double limitFs = Math.min(reachFs, reachSs * LARGEST_RATIO * Math.abs(fs / ss));
		ShiftBox box = ShiftBox.reaching(Math.copySign(limitSs, ss), Math.copySign(limitFs, fs));
		fill(box, both, 2, which, correlator);
		return box;
	}

	/** Copies the shifts of a box out of a whole correlation whose entries are that far apart. */
	private static void fill(ShiftBox box, float[] whole, int apart, int first, Correlator correlator) {
		for (int i = 0; i < box.rows(); i++)
			for (int j = 0; j < box.columns(); j++)
				box.values()[i * box.columns() + j] = whole[first
						+ apart * (Math.floorMod(box.firstRow() + i, correlator.size0()) * correlator.size1()
								+ Math.floorMod(box.firstColumn() + j, correlator.size1()))];
	}

	private static double[] divided(double[] metres, double pixel) {
		double[] pixels = new double[metres.length];
		for (int n = 0; n < pixels.length; n++)
			pixels[n] = metres[n] / pixel;
		return pixels;
	}

	private static void check(IMonitor monitor) {
		if (monitor.isCancelled())
			throw new CancelledException("fit_defocus_registration");
	}

	private static Roi middle(Roi roi) {
		int height = Math.min(roi.rows(), LARGEST_WINDOW);
		int width = Math.min(roi.columns(), LARGEST_WINDOW);
		int top = roi.ss0() + (roi.rows() - height) / 2;
		int left = roi.fs0() + (roi.columns() - width) / 2;
		return new Roi(top, top + height, left, left + width);
	}

	/** Spectrum of a frame's contrast without its mean, which a change of the beam's intensity adds. */
	private float[] spectrum(ContrastSource source, int n, Mask mask, float[] full, Correlator correlator) {
		source.read(n, full);
		double sum = 0;
		int count = 0;
		for (int i = window.ss0(); i < window.ss1(); i++)
			for (int j = window.fs0(); j < window.fs1(); j++)
				if (mask.isGood(i, j)) {
					sum += full[i * columns + j];
					count++;
				}
		float mean = count == 0 ? 0 : (float) (sum / count);
		for (int i = window.ss0(); i < window.ss1(); i++)
			for (int j = window.fs0(); j < window.fs1(); j++)
				if (mask.isGood(i, j))
					full[i * columns + j] -= mean;
		return spectrum(full, correlator);
	}

	private float[] spectrum(float[] full, Correlator correlator) {
		return correlator.spectrum(full, window.ss0() * columns + window.fs0(), columns);
	}

	private double scatter(float[] both, int which, float[] counts) {
		double sum = 0;
		int count = 0;
		for (int c = 0; c < counts.length; c++)
			if (counts[c] >= leastOverlap) {
				double correlation = both[2 * c + which];
				sum += correlation * correlation / counts[c];
				count++;
			}
		return Math.sqrt(sum / Math.max(1, count));
	}

	/** Each frame with the frames recorded nearest to it, each pair once, in a fixed order. */
	private List<Pair> neighbours(int[] frames) {
		boolean[][] taken = new boolean[positionsSs.length][positionsSs.length];
		List<Pair> list = new ArrayList<>();
		for (int n : frames) {
			// several frames at one position say nothing about each other's distance
			int[] sorted = IntStream.of(frames).filter(m -> separation(n, m) > 0).boxed()
					.sorted((a, b) -> Double.compare(separation(n, a), separation(n, b))).limit(NEIGHBOURS)
					.mapToInt(Integer::intValue).toArray();
			for (int m : sorted)
				if (!taken[n][m] && !taken[m][n]) {
					taken[n][m] = true;
					list.add(new Pair(n, m));
				}
		}
		return list;
	}

	/** At most so many of the pairs, spread over the whole scan: more make it slower and hardly any better. */
	private static List<Pair> evenly(List<Pair> all) {
		if (all.size() <= MOST_PAIRS)
			return all;
		List<Pair> some = new ArrayList<>();
		for (int k = 0; k < MOST_PAIRS; k++)
			some.add(all.get((int) ((long) k * all.size() / MOST_PAIRS)));
		return some;
	}

	private double separation(int n, int m) {
		return Math.hypot(positionsSs[n] - positionsSs[m], positionsFs[n] - positionsFs[m]);
	}

	/**
	 * The score of a magnification: sum over pairs of the correlation at the predicted shift, divided by the root of the
	 * number of pixels that make it, so that noise contributes equally at all shifts, and by the scatter; over the root of
	 * the number of pairs, so that it has a scatter of about 1 when there is nothing but noise.
	 */
	double score(double ss, double fs) {
		double sum = 0;
		int seen = 0;
		for (int k = 0; k < correlations.length; k++) {
			Pair pair = pairs.get(k);
			double s = (positionsSs[pair.second] - positionsSs[pair.first]) * ss;
			double f = (positionsFs[pair.second] - positionsFs[pair.first]) * fs;
			if (!overlap.contains(s, f) || !correlations[k].contains(s, f))
				continue;
			double common = overlap.at(s, f);
			if (common < leastOverlap || !(scatter[k] > 0))
				continue;
			sum += correlations[k].at(s, f) / (Math.sqrt(common) * scatter[k]);
			seen++;
		}
		return seen * 4 < correlations.length ? Double.NEGATIVE_INFINITY : sum / Math.sqrt(seen);
	}

	/**
	 * Finds the magnification over the whole range in which neighbouring frames move by between half a pixel and most of
	 * the window.
	 *
	 * @return the best one, or one with a significance of 0 when no two frames were taken at different positions
	 */
	public Magnification fit() {
		if (pairs.isEmpty())
			return new Magnification(1, 1, 0);
		double typical = 0;
		double largest = 0;
		for (Pair pair : pairs) {
			typical += separation(pair.first, pair.second) / pairs.size();
			largest = Math.max(largest, separation(pair.first, pair.second));
		}
		return fit(0.5 / largest, Math.hypot(window.rows(), window.columns()) / typical);
	}

	/**
	 * Finds a common magnification for both axes in a range, then that of each axis by itself around it, up to a fifth
	 * away and so perhaps outside the range.
	 *
	 * @param low  smallest magnification, &gt; 0
	 * @param high largest magnification
	 */
	public Magnification fit(double low, double high) {
		double best = low;
		double bestScore = Double.NEGATIVE_INFINITY;
		for (double m = low; m < high; m *= COARSE_STEP) {
			double score = score(m, m);
			if (score > bestScore) {
				bestScore = score;
				best = m;
			}
		}
		return refine(best);
	}

	private Magnification refine(double start) {
		boolean movesSs = moves(positionsSs);
		boolean movesFs = moves(positionsFs);
		double ss = start;
		double fs = start;
		double significance = 0;
		for (double width = FIRST_WIDTH; width > LAST_WIDTH; width /= 3) {
			double bestScore = Double.NEGATIVE_INFINITY;
			double centreSs = ss;
			double centreFs = fs;
			for (int a = -6; a <= 6; a++)
				for (int b = -6; b <= 6; b++) {
					// an axis along which the sample does not move says nothing: it follows the other one
					if (!movesSs && a != b || !movesFs && a != b)
						continue;
					double trySs = centreSs * (1 + width * a / 6);
					double tryFs = centreFs * (1 + width * b / 6);
					double score = score(trySs, tryFs);
					if (score > bestScore) {
						bestScore = score;
						significance = score;
						ss = trySs;
						fs = tryFs;
					}
				}
		}
		return new Magnification(ss, fs, significance);
	}

	/** Whether the pairs differ along this axis by a fair part of what they differ in all. */
	private boolean moves(double[] along) {
		double sum = 0;
		double all = 0;
		for (Pair pair : pairs) {
			sum += Math.abs(along[pair.second] - along[pair.first]);
			all += separation(pair.first, pair.second);
		}
		return sum > 0.05 * all;
	}
}
