// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.sweep;

import java.util.Arrays;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.Slice;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/** Reads what defocus_sweep found. For background threads, as long as the reader lives. */
final class SweepReading {
	private static final String DEFOCI = "defocus_sweep";
	private static final String IMAGES = "Os";

	private final ScanReader reader;

	SweepReading(ScanReader reader) {
		this.reader = reader;
	}

	/**
	 * Reads the scores.
	 *
	 * @throws MissingContentException when there are none
	 * @throws InvalidDataException    when they cannot be read, or have another shape
	 */
	SweepContent content() {
		if (!reader.has(DEFOCI) || !reader.has("defocus_score") || !reader.has("defocus_contrast"))
			throw new MissingContentException("defocus sweep", "Run defocus_sweep");
		int[] shape = reader.shape(DEFOCI);
		double[] score = reader.doubles("defocus_score");
		double[] contrast = reader.doubles("defocus_contrast");
		if (shape.length != 2 || shape[1] != 2 || shape[0] < 1 || score.length != shape[0] || contrast.length != shape[0])
			throw new InvalidDataException("defocus_sweep has the shape " + Arrays.toString(shape) + " with " + score.length
					+ " scores, but must have a row of two defoci for each score. Run defocus_sweep again.");
		double[] both = reader.doubles(DEFOCI);
		double[] ss = new double[shape[0]];
		double[] fs = new double[shape[0]];
		for (int k = 0; k < ss.length; k++) {
			ss[k] = both[2 * k];
			fs[k] = both[2 * k + 1];
		}
		DefocusScores scores = new DefocusScores(ss, fs, score, contrast);
		boolean images = reader.has(IMAGES) && reader.shape(IMAGES).length == 3 && reader.shape(IMAGES)[0] == ss.length;
		return new SweepContent(scores, scores.chart(""), images, new ResultValues(reader).geometry());
	}

	/**
	 * Reads the reference image that one defocus gave.
	 *
	 * @param content the scores
	 * @param index   of the defocus
	 * @throws CancelledException when nobody waits for it any more
	 */
	Picture image(SweepContent content, int index, IMonitor monitor) {
		if (!content.images())
			throw new MissingContentException("image of each defocus", "Run defocus_sweep with images = True");
		if (monitor.isCancelled())
			throw new CancelledException("reading an image of the sweep");
		int[] shape = reader.shape(IMAGES);
		try {
			Dataset slice = DatasetUtils.convertToDataset(reader.hdf5().values(OpenScan.RESULTS + "/" + IMAGES)
					.getSlice(new Slice(index, index + 1), new Slice(shape[1]), new Slice(shape[2])));
			float[] values = DatasetUtils.cast(FloatDataset.class, slice).getData();
			return picture(content, index, shape[1], shape[2], values);
		} catch (DatasetException e) {
			throw new InvalidDataException("The image of this defocus cannot be read: " + e.getMessage(), e);
		}
	}

	private static Picture picture(SweepContent content, int index, int rows, int columns, float[] values) {
		DefocusScores scores = content.scores();
		Picture.Axis ss = new Picture.Axis("slow scan axis", "px", 0, 1);
		Picture.Axis fs = new Picture.Axis("fast scan axis", "px", 0, 1);
		if (content.geometry().isPresent() && scores.ss()[index] > 0 && scores.fs()[index] > 0) {
			GeneratePixelMap pixels = GeneratePixelMap.of(content.geometry().get(), scores.ss()[index], scores.fs()[index]);
			ss = new Picture.Axis("slow scan axis", "m", -(rows / 2) * pixels.dss(), pixels.dss());
			fs = new Picture.Axis("fast scan axis", "m", -(columns / 2) * pixels.dfs(), pixels.dfs());
		}
		return new Picture("Reference image", rows, columns, values, ss, fs, "intensity / whitefield", "", Picture.Colours.GREY);
	}
}
