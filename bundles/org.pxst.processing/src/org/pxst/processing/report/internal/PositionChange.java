// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.util.stream.IntStream;

/**
 * Positions before and after, of the frames that have both, in reference pixels, each set with its mean taken off.
 *
 * @param number     of each frame
 * @param recordedSs before
 * @param recordedFs before
 * @param changeSs   after less before
 * @param changeFs   after less before
 */
record PositionChange(int[] number, double[] recordedSs, double[] recordedFs, double[] changeSs, double[] changeFs) {
	/** @param comparison (2, N, 2): found, recorded */
	static PositionChange of(Values comparison) {
		Values found = comparison.part(0);
		Values recorded = comparison.part(1);
		int[] used = IntStream.range(0, found.extent(0)).filter(n -> !Double.isNaN(found.values()[2 * n] + found.values()[2 * n + 1]
				+ recorded.values()[2 * n] + recorded.values()[2 * n + 1])).toArray();
		double[] recordedSs = centred(recorded.column(0), used);
		double[] recordedFs = centred(recorded.column(1), used);
		return new PositionChange(used, recordedSs, recordedFs, minus(centred(found.column(0), used), recordedSs),
				minus(centred(found.column(1), used), recordedFs));
	}

	private static double[] centred(double[] values, int[] used) {
		double mean = IntStream.of(used).mapToDouble(n -> values[n]).average().orElse(0);
		return IntStream.of(used).mapToDouble(n -> values[n] - mean).toArray();
	}

	private static double[] minus(double[] a, double[] b) {
		return IntStream.range(0, a.length).mapToDouble(n -> a[n] - b[n]).toArray();
	}

	int frames() {
		return number.length;
	}

	/** Root mean square of the lengths of the changes. */
	double rms() {
		double sum = 0;
		for (int n = 0; n < number.length; n++)
			sum += changeSs[n] * changeSs[n] + changeFs[n] * changeFs[n];
		return Math.sqrt(sum / number.length);
	}

	/** Typical distance of neighbours: the side of a square that holds one position. */
	double spacing() {
		Statistics ss = Statistics.of(recordedSs);
		Statistics fs = Statistics.of(recordedFs);
		return Math.max(ss.max() - ss.min(), fs.max() - fs.min()) / Math.max(1, Math.sqrt(number.length) - 1);
	}

	/** How much arrows must be lengthened to be seen, 1, 2, 5, 10 ...: at most, to be as long as the spacing on average. */
	int exaggeration() {
		double wanted = rms() > 0 ? spacing() / rms() : 1;
		int factor = 1;
		for (int step = 0; step < 6; step++) {
			int next = step % 3 == 1 ? factor / 2 * 5 : factor * 2;
			if (next > wanted)
				break;
			factor = next;
		}
		return factor;
	}
}
