// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import org.pxst.core.simulation.SimulationSettings;

/**
 * The samples of the wavefield: the detector, oversampled, with a rim around it. Both extents suit the Fourier transform
 * and are multiples of the oversampling.
 *
 * @param rows         samples along the slow scan axis
 * @param columns      samples along the fast scan axis
 * @param oversampling samples a detector pixel
 * @param firstRow     first sample of detector row 0
 * @param firstColumn  first sample of detector column 0
 */
public record Grid(int rows, int columns, int oversampling, int firstRow, int firstColumn) {
	/** The grid for these settings. */
	public static Grid of(SimulationSettings s) {
		int pixelRows = Fourier2D.fastLength(s.rows() + 2 * s.padding());
		int pixelColumns = Fourier2D.fastLength(s.columns() + 2 * s.padding());
		int os = s.oversampling();
		return new Grid(pixelRows * os, pixelColumns * os, os, (pixelRows - s.rows()) / 2 * os,
				(pixelColumns - s.columns()) / 2 * os);
	}

	/** Detector coordinate along the slow scan axis of a sample row, in pixels; pixel centres are at integers. */
	public double ss(int row) {
		return (row - firstRow + 0.5) / oversampling - 0.5;
	}

	/** Detector coordinate along the fast scan axis of a sample column, in pixels; pixel centres are at integers. */
	public double fs(int column) {
		return (column - firstColumn + 0.5) / oversampling - 0.5;
	}
}
