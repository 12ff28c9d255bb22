// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jtransforms.fft.FloatFFT_2D;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * The overlapping sub-areas of the lit part of the detector whose power spectra are averaged (Welch, IEEE Trans. Audio
 * Electroacoust. 15, 70, 1967), each under a Hann window. Immutable; usable from several threads.
 */
final class ThonAreas {
	/** Part of the bright pixels' light that a pixel needs to count. */
	private static final double LIT = 0.1;
	/** Pixels darker than this part of the median are weighted down. */
	private static final double FULL_WEIGHT = 0.5;
	/** A frame with less than this part of the whitefield's light is blank. */
	private static final double BLANK = 0.02;
	/** Sub-areas with less than this part of the largest weight are left out. */
	private static final double LEAST_WEIGHT = 0.1;
	private static final int LEAST_EXTENT = 16;
	/** Sum of w^4 over (sum of w^2)^2 of a Hann window, times its length: over how many frequencies noise is correlated. */
	private static final double HANN_CORRELATION = 35.0 / 18;

	private record Corner(int row, int column) {
	}

	/** What a frame has in it: its contrast in the box, flat, and the sum of the power spectra of all sub-areas. */
	record FrameSpectrum(float[] contrast, double[] power) {
	}

	private final int frameColumns;
	/** Lit box: first pixel and extents. */
	private final int top;
	private final int left;
	private final int boxRows;
	private final int boxColumns;
	/** 1 / whitefield in the box, 0 for pixels that do not count. */
	private final float[] inverse;
	private final float[] weights;
	private final double whitefieldSum;
	private final double[] hannSs;
	private final double[] hannFs;
	private final int rows;
	private final int columns;
	private final List<Corner> corners;
	private final double weightSum;

	/** @throws InvalidDataException when the lit area is smaller than 16 pixels along an axis */
	ThonAreas(Mask mask, Image whitefield, Roi roi, FitThonRingsSettings settings) {
		frameColumns = mask.columns();
		boolean[] lit = lit(mask.within(roi), whitefield);
		int[] box = box(lit, roi);
		top = box[0];
		left = box[2];
		boxRows = box[1] - top;
		boxColumns = box[3] - left;
		if (boxRows < LEAST_EXTENT || boxColumns < LEAST_EXTENT)
			throw new InvalidDataException("fit_thon_rings: the lit part of the region of interest is " + Math.max(0, boxRows)
					+ " x " + Math.max(0, boxColumns) + " pixels, needs " + LEAST_EXTENT
					+ " along each axis; check mask, whitefield and region of interest");
		inverse = new float[boxRows * boxColumns];
		weights = new float[inverse.length];
		whitefieldSum = fill(lit, whitefield, settings);
		hannSs = hann(Math.min(settings.window(), boxRows));
		hannFs = hann(Math.min(settings.window(), boxColumns));
		rows = size(hannSs.length);
		columns = size(hannFs.length);
		corners = new ArrayList<>();
		weightSum = choose();
	}

	private static boolean[] lit(Mask good, Image whitefield) {
		float[] values = whitefield.values();
		float[] sorted = new float[values.length];
		int n = 0;
		for (int p = 0; p < values.length; p++)
			if (good.good()[p] && values[p] > 0 && values[p] < Float.POSITIVE_INFINITY)
				sorted[n++] = values[p];
		Arrays.sort(sorted, 0, n);
		double least = n == 0 ? 0 : LIT * sorted[(int) (0.9 * (n - 1))];
		boolean[] lit = new boolean[values.length];
		for (int p = 0; p < values.length; p++)
			lit[p] = good.good()[p] && values[p] > least && values[p] < Float.POSITIVE_INFINITY;
		return lit;
	}

	/** First row, row after the last, first column, column after the last. */
	private int[] box(boolean[] lit, Roi roi) {
		int[] box = { roi.ss1(), roi.ss0(), roi.fs1(), roi.fs0() };
		for (int i = roi.ss0(); i < roi.ss1(); i++)
			for (int j = roi.fs0(); j < roi.fs1(); j++)
				if (lit[i * frameColumns + j]) {
					box[0] = Math.min(box[0], i);
					box[1] = Math.max(box[1], i + 1);
					box[2] = Math.min(box[2], j);
					box[3] = Math.max(box[3], j + 1);
				}
		return box;
	}

	/** Fills weights and inverse whitefield. */
	private double fill(boolean[] lit, Image whitefield, FitThonRingsSettings settings) {
		float[] sorted = new float[inverse.length];
		double sum = 0;
		double meanRow = 0;
		double meanColumn = 0;
		int n = 0;
		for (int i = 0; i < boxRows; i++)
			for (int j = 0; j < boxColumns; j++) {
				int p = (top + i) * frameColumns + left + j;
				if (lit[p]) {
					float value = whitefield.values()[p];
					inverse[i * boxColumns + j] = 1 / value;
					sorted[n++] = value;
					sum += value;
					meanRow += top + i;
					meanColumn += left + j;
				}
			}
		Arrays.sort(sorted, 0, n);
		double full = FULL_WEIGHT * sorted[n / 2];
		double centreSs = settings.centreSs().orElse(meanRow / n) - top;
		double centreFs = settings.centreFs().orElse(meanColumn / n) - left;
		for (int i = 0; i < boxRows; i++)
			for (int j = 0; j < boxColumns; j++) {
				int p = i * boxColumns + j;
				if (inverse[p] > 0) {
					double ss = (i - centreSs) / settings.sigma();
					double fs = (j - centreFs) / settings.sigma();
					weights[p] = (float) (Math.min(1, 1 / (inverse[p] * full)) * Math.exp(-0.5 * (ss * ss + fs * fs)));
				}
			}
		return sum;
	}

	private static double[] hann(int length) {
		double[] hann = new double[length];
		for (int k = 0; k < length; k++)
			hann[k] = Math.pow(Math.sin(Math.PI * (k + 1) / (length + 1)), 2);
		return hann;
	}

	/** Power of two that has room. */
	private static int size(int extent) {
		return 2 * Integer.highestOneBit(extent - 1);
	}

	/** Chooses the sub-areas. Returns the sum of their squared weights. */
	private double choose() {
		int[] firstRows = starts(boxRows, hannSs.length);
		int[] firstColumns = starts(boxColumns, hannFs.length);
		double[] ofAreas = new double[firstRows.length * firstColumns.length];
		double largest = 0;
		for (int a = 0; a < ofAreas.length; a++) {
			int row = firstRows[a / firstColumns.length];
			int column = firstColumns[a % firstColumns.length];
			for (int i = 0; i < hannSs.length; i++)
				for (int j = 0; j < hannFs.length; j++) {
					double w = hannSs[i] * hannFs[j] * weights[(row + i) * boxColumns + column + j];
					ofAreas[a] += w * w;
				}
			largest = Math.max(largest, ofAreas[a]);
		}
		if (!(largest > 0))
			throw new InvalidDataException("fit_thon_rings: the centre is too far from the lit area for a sigma of so few pixels;"
					+ " move the centre or take a larger sigma");
		double sum = 0;
		for (int a = 0; a < ofAreas.length; a++)
			if (ofAreas[a] >= LEAST_WEIGHT * largest) {
				corners.add(new Corner(firstRows[a / firstColumns.length], firstColumns[a % firstColumns.length]));
				sum += ofAreas[a];
			}
		return sum;
	}

	/** Evenly spread, overlapping by half at least. */
	private static int[] starts(int extent, int window) {
		int rest = extent - window;
		int count = (2 * rest + window - 1) / window + 1;
		int[] starts = new int[count];
		for (int k = 1; k < count; k++)
			starts[k] = (int) Math.round((double) rest * k / (count - 1));
		return starts;
	}

	/** Number of sub-areas. */
	int count() {
		return corners.size();
	}

	/** Extent of the spectra along the slow scan axis. */
	int rows() {
		return rows;
	}

	/** Extent of the spectra along the fast scan axis. */
	int columns() {
		return columns;
	}

	/** Extent of a sub-area along the slow scan axis, pixels. */
	int windowSs() {
		return hannSs.length;
	}

	/** Extent of a sub-area along the fast scan axis, pixels. */
	int windowFs() {
		return hannFs.length;
	}

	/** What white noise of variance 1 in a frame adds to each number of its spectrum. */
	double weightSum() {
		return weightSum;
	}

	/** Number of pixels of the spectrum that have the same noise. */
	double correlated() {
		return HANN_CORRELATION * HANN_CORRELATION * rows * columns / ((double) hannSs.length * hannFs.length);
	}

	/**
	 * Contrast and power spectrum of a frame, not symmetric yet: two sub-areas share a transform, and the mean with its
	 * mirror image is the sum of their spectra.
	 *
	 * @param frame whole frame, flat
	 * @return null for a blank frame
	 */
	FrameSpectrum spectrum(float[] frame) {
		float[] contrast = contrast(frame);
		return contrast == null ? null : new FrameSpectrum(contrast, power(contrast));
	}

	/** I / (W flux) - 1 in the box; 0 for pixels that do not count and those without a finite value. */
	private float[] contrast(float[] frame) {
		double sum = 0;
		for (int i = 0; i < boxRows; i++)
			for (int j = 0; j < boxColumns; j++) {
				float value = frame[(top + i) * frameColumns + left + j];
				if (inverse[i * boxColumns + j] > 0 && Float.isFinite(value))
					sum += value;
			}
		if (!(sum > BLANK * whitefieldSum))
			return null;
		float scale = (float) (whitefieldSum / sum);
		float[] contrast = new float[inverse.length];
		for (int i = 0; i < boxRows; i++)
			for (int j = 0; j < boxColumns; j++) {
				int p = i * boxColumns + j;
				float value = frame[(top + i) * frameColumns + left + j];
				if (inverse[p] > 0 && Float.isFinite(value))
					contrast[p] = value * scale * inverse[p] - 1;
			}
		return contrast;
	}

	/** Sum over the sub-areas of the power spectra of a contrast. */
	double[] power(float[] contrast) {
		FloatFFT_2D fft = new FloatFFT_2D(rows, columns);
		float[] work = new float[2 * rows * columns];
		double[] power = new double[rows * columns];
		for (int a = 0; a < corners.size(); a += 2) {
			Arrays.fill(work, 0);
			copy(contrast, corners.get(a), work, 0);
			if (a + 1 < corners.size())
				copy(contrast, corners.get(a + 1), work, 1);
			fft.complexForward(work);
			for (int k = 0; k < power.length; k++)
				power[k] += work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1];
		}
		return power;
	}

	private void copy(float[] contrast, Corner corner, float[] work, int part) {
		for (int i = 0; i < hannSs.length; i++) {
			int from = (corner.row + i) * boxColumns + corner.column;
			for (int j = 0; j < hannFs.length; j++)
				work[2 * (i * columns + j) + part] = (float) (contrast[from + j] * weights[from + j] * hannSs[i] * hannFs[j]);
		}
	}
}
