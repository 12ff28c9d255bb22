// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.score;

import java.util.Arrays;

import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.simulation.Truth;
import org.pxst.io.cxi.CxiFile;

/** Reads the truth file that the simulator wrote beside a scan. */
public final class TruthFile {
	private final CxiFile file;

	private TruthFile(CxiFile file) {
		this.file = file;
	}

	/**
	 * Reads all of it.
	 *
	 * @param file the truth file, open
	 * @throws InvalidDataException when it is not a truth file; names file, data set and shape
	 */
	public static Truth read(CxiFile file) {
		return new TruthFile(file).read();
	}

	private Truth read() {
		int[] shape = shape("/whitefield");
		if (shape.length != 2)
			throw wrong("/whitefield", shape, "(M, L)");
		int rows = shape[0];
		int columns = shape[1];
		int frames = values("/flux", -1).length;
		double[] map = values("/pixel_map", 2, rows, columns);
		double[] origin = values("/reference_origin", 2);
		double[] centre = values("/pupil_centre", 2);
		double[] half = values("/pupil_half", 2);
		double[] radPerPixel = values("/rad_per_px", 2);
		return new Truth(mask(rows, columns), image("/whitefield"), values("/phase", rows, columns),
				new PixelMap(rows, columns, Arrays.copyOf(map, rows * columns),
						Arrays.copyOfRange(map, rows * columns, map.length)),
				positions("/pixel_positions", frames), positions("/pixel_positions_recorded", frames),
				values("/flux", frames), indices("/bad_frames"), indices("/good_frames"), scalar("/defocus_ss"),
				scalar("/defocus_fs"), scalar("/z"), scalar("/wavelength"), scalar("/z_eff"), scalar("/dss"),
				scalar("/dfs"), image("/reference_image"), image("/thickness"), origin[0], origin[1], centre[0],
				centre[1], half[0], half[1], scalar("/delta"), scalar("/beta"), radPerPixel[0], radPerPixel[1]);
	}

	private InvalidDataException wrong(String path, int[] shape, String expected) {
		return new InvalidDataException(file.path() + ": " + path + " has shape " + Arrays.toString(shape)
				+ " instead of " + expected + "; is this a truth file of the simulator?");
	}

	private int[] shape(String path) {
		return file.read(path).getShape();
	}

	/** Values of a data set of this shape; -1 is any extent. */
	private double[] values(String path, int... expected) {
		IDataset read = file.read(path);
		int[] shape = read.getShape();
		boolean fits = shape.length == expected.length;
		for (int d = 0; fits && d < shape.length; d++)
			fits = expected[d] < 0 || shape[d] == expected[d];
		if (!fits)
			throw wrong(path, shape, Arrays.toString(expected));
		Dataset dataset = DatasetUtils.convertToDataset(read);
		return dataset.getSize() == 0 ? new double[0] : DatasetUtils.cast(DoubleDataset.class, dataset).getData();
	}

	private double scalar(String path) {
		int[] shape = shape(path);
		if (shape.length > 1 || shape.length == 1 && shape[0] != 1)
			throw wrong(path, shape, "a scalar");
		return values(path, shape)[0];
	}

	private Mask mask(int rows, int columns) {
		double[] values = values("/mask", rows, columns);
		boolean[] good = new boolean[values.length];
		for (int k = 0; k < good.length; k++)
			good[k] = values[k] != 0;
		return new Mask(rows, columns, good);
	}

	private Image image(String path) {
		double[] values = values(path, -1, -1);
		int[] shape = shape(path);
		float[] pixels = new float[values.length];
		for (int k = 0; k < pixels.length; k++)
			pixels[k] = (float) values[k];
		return new Image(shape[0], shape[1], pixels);
	}

	private PixelTranslations positions(String path, int frames) {
		double[] pairs = values(path, frames, 2);
		double[] ss = new double[frames];
		double[] fs = new double[frames];
		for (int n = 0; n < frames; n++) {
			ss[n] = pairs[2 * n];
			fs[n] = pairs[2 * n + 1];
		}
		return new PixelTranslations(ss, fs);
	}

	private int[] indices(String path) {
		return Arrays.stream(values(path, -1)).mapToInt(n -> (int) n).toArray();
	}
}
