// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;
import org.pxst.io.cxi.CxiWriter;

/**
 * A scan of the paper's size, 121 x 516 x 1556 of 16 bits, whose frames are made while they are written: speckles that move,
 * and in the middle a block that tells which frame it is.
 */
final class LargeScan implements FrameSource {
	static final int FRAMES = 121;
	static final int ROWS = 516;
	static final int COLUMNS = 1556;
	/** Half of the edge of the block in the middle. */
	static final int BLOCK = 40;
	/** The block of frame n has n times so many counts. */
	static final int STEP = 8;

	private static final int SIDE = 11;
	private static final String DETECTOR = "/entry_1/instrument_1/detector_1/";
	private static final String METRE = "m";

	/** Writes it. */
	static void write(Path file) {
		double[] translations = new double[3 * FRAMES];
		double[] basis = new double[6 * FRAMES];
		for (int n = 0; n < FRAMES; n++) {
			translations[3 * n] = n % SIDE * 1e-6;
			translations[3 * n + 1] = n / SIDE * 1e-6;
			basis[6 * n + 1] = 55e-6;
			basis[6 * n + 3] = 55e-6;
		}
		List<CxiContent> content = List.of(new CxiFrames("/entry_1/data_1/data", new LargeScan(), Map.of("units", "counts")),
				CxiDataset.of(DETECTOR + "basis_vectors", basis, METRE, FRAMES, 2, 3),
				CxiDataset.of(DETECTOR + "distance", new double[] { 2 }, METRE),
				CxiDataset.of(DETECTOR + "x_pixel_size", new double[] { 55e-6 }, METRE),
				CxiDataset.of(DETECTOR + "y_pixel_size", new double[] { 55e-6 }, METRE),
				CxiDataset.of("/entry_1/instrument_1/source_1/wavelength", new double[] { 7e-11 }, METRE),
				CxiDataset.of("/entry_1/sample_1/geometry/translation", translations, METRE, FRAMES, 3));
		TinyScan.service(CxiWriter.class).write(file, "/", content);
	}

	/** Counts of a pixel. */
	static int counts(int frame, int i, int j) {
		if (Math.abs(i - ROWS / 2) < BLOCK && Math.abs(j - COLUMNS / 2) < BLOCK)
			return STEP * frame;
		int moved = (i + 3 * frame) * 7919 ^ (j + 5 * frame) * 104729;
		return 100 + (moved >>> 4 & 1023);
	}

	@Override
	public int frames() {
		return FRAMES;
	}

	@Override
	public int rows() {
		return ROWS;
	}

	@Override
	public int columns() {
		return COLUMNS;
	}

	@Override
	public PixelType type() {
		return PixelType.UINT16;
	}

	@Override
	public void read(int first, int count, float[] target) {
		int at = 0;
		for (int n = first; n < first + count; n++)
			for (int i = 0; i < ROWS; i++)
				for (int j = 0; j < COLUMNS; j++)
					target[at++] = counts(n, i, j);
	}

	@Override
	public void readStored(int first, int count, ByteBuffer target) {
		ByteBuffer out = target.duplicate().order(ByteOrder.nativeOrder());
		for (int n = first; n < first + count; n++)
			for (int i = 0; i < ROWS; i++)
				for (int j = 0; j < COLUMNS; j++)
					out.putShort((short) counts(n, i, j));
		target.position(out.position());
	}
}
