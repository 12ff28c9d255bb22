// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;

import org.pxst.io.cxi.CxiDataset;

/** A quantity along both axes of the detector as one data set (2, M, L), slow scan axis first. */
final class PairDataset {
	private PairDataset() {
	}

	/**
	 * @param ss flat (M, L)
	 * @param fs flat (M, L)
	 */
	static CxiDataset of(String path, double[] ss, double[] fs, String unit, int rows, int columns) {
		double[] both = Arrays.copyOf(ss, ss.length + fs.length);
		System.arraycopy(fs, 0, both, ss.length, fs.length);
		return CxiDataset.of(path, both, unit, 2, rows, columns);
	}

	/** The same in single precision. */
	static CxiDataset of(String path, float[] ss, float[] fs, String unit, int rows, int columns) {
		float[] both = Arrays.copyOf(ss, ss.length + fs.length);
		System.arraycopy(fs, 0, both, ss.length, fs.length);
		return CxiDataset.of(path, both, unit, 2, rows, columns);
	}
}
