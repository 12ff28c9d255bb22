// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;

/**
 * The defoci that a scan can have been made for.
 *
 * @param low  smallest, m
 * @param high largest, m
 */
record SweepRange(double low, double high) {
	/** Neighbouring frames move by at least this part of the region of interest: a pixel or more. */
	private static final double LEAST_STEP = 1.0 / 256;
	/** They move by at most this part: with larger steps no four frames of a grid overlap. */
	private static final double LARGEST_STEP = 0.5;
	private static final double LEAST_MAGNIFICATION = 1.01;

	/**
	 * From the one at which neighbouring frames overlap by half to the one at which they hardly differ.
	 *
	 * @param frames that are used
	 * @throws InvalidDataException when the positions do not tell
	 */
	static SweepRange of(Scan scan, int[] frames, Roi roi) {
		double[] ss = inParts(scan.positions().ss(), frames, roi.rows() * scan.geometry().pixelSizeSs());
		double[] fs = inParts(scan.positions().fs(), frames, roi.columns() * scan.geometry().pixelSizeFs());
		double[] nearest = IntStream.range(0, frames.length).parallel().mapToDouble(n -> nearest(ss, fs, n))
				.filter(Double::isFinite).sorted().toArray();
		double wholeStep = nearest.length == 0 ? 0 : 1 / nearest[nearest.length / 2];
		double most = LARGEST_STEP * wholeStep;
		double least = Math.max(LEAST_STEP * wholeStep, LEAST_MAGNIFICATION);
		if (!(most > least))
			throw new InvalidDataException(
					"the recorded positions do not tell what the defocus may be; check them, or give z1_min and z1_max");
		return new SweepRange(Defocus.of(scan.geometry(), most, most).mean(), Defocus.of(scan.geometry(), least, least).mean());
	}

	/** Positions in parts of the region of interest, as if nothing were magnified. */
	private static double[] inParts(double[] positions, int[] frames, double extent) {
		return Arrays.stream(frames).mapToDouble(n -> positions[n] / extent).toArray();
	}

	/** Step to the nearest frame at another place; infinite when there is none. */
	private static double nearest(double[] ss, double[] fs, int n) {
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < ss.length; k++) {
			double step = Math.max(Math.abs(ss[k] - ss[n]), Math.abs(fs[k] - fs[n]));
			if (step > 0 && step < least)
				least = step;
		}
		return least;
	}

	/** Values as far from each other, ascending. */
	double[] linear(int count) {
		return IntStream.range(0, count).mapToDouble(k -> low + (high - low) * k / (count - 1)).toArray();
	}

	/** Values that are each larger than the last by the same factor, ascending. */
	double[] geometric(int count) {
		return IntStream.range(0, count).mapToDouble(k -> low * Math.pow(high / low, (double) k / (count - 1))).toArray();
	}
}
