// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.splithalf;

import java.util.Arrays;
import java.util.Optional;

import org.jfree.chart.JFreeChart;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Roi;
import org.pxst.processing.charts.SplitHalfHistogram;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.SiPrefix;

/** Reads what split_half_recon found. For background threads, as long as the reader lives. */
final class SplitHalfReading {
	private static final String MAPS = "pixel_map_difference";
	/** Pixels are shown square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final ScanReader reader;
	private final ResultValues values;

	SplitHalfReading(ScanReader reader) {
		this.reader = reader;
		this.values = new ResultValues(reader);
	}

	/**
	 * Reads it.
	 *
	 * @throws MissingContentException when there is none
	 * @throws InvalidDataException    when it cannot be read, or has another shape
	 */
	SplitHalfContent content() {
		if (!reader.has(MAPS))
			throw new MissingContentException("split-half uncertainty", "Run split_half_recon");
		int[] shape = reader.shape(MAPS);
		if (shape.length != 3 || shape[0] != 2 || shape[1] < 1 || shape[2] < 1)
			throw new InvalidDataException(MAPS + " has the shape " + Arrays.toString(shape)
					+ ", but must be 2 x rows x columns. Run split_half_recon again.");
		float[] both = reader.floats(MAPS);
		Roi region = region(both, shape[1], shape[2]);
		return new SplitHalfContent(histogram("ss"), histogram("fs"), map("ss", both, 0, shape[2], region),
				map("fs", both, shape[1] * shape[2], shape[2], region), region, summary(both));
	}

	/** The smallest part of the detector with all values. */
	private static Roi region(float[] both, int rows, int columns) {
		int ss0 = rows;
		int ss1 = 0;
		int fs0 = columns;
		int fs1 = 0;
		for (int k = 0; k < both.length; k++)
			if (Float.isFinite(both[k])) {
				int row = k / columns % rows;
				int column = k % columns;
				ss0 = Math.min(ss0, row);
				ss1 = Math.max(ss1, row + 1);
				fs0 = Math.min(fs0, column);
				fs1 = Math.max(fs1, column + 1);
			}
		return ss1 == 0 ? Roi.full(rows, columns) : new Roi(ss0, ss1, fs0, fs1);
	}

	private Picture map(String name, float[] both, int start, int columns, Roi region) {
		float[] part = new float[region.rows() * region.columns()];
		for (int i = 0; i < region.rows(); i++)
			System.arraycopy(both, start + (region.ss0() + i) * columns + region.fs0(), part, i * region.columns(), region.columns());
		Optional<Geometry> geometry = values.geometry()
				.filter(g -> Math.abs(g.pixelSizeSs() / g.pixelSizeFs() - 1) > SQUARE);
		return new Picture("Difference of the halves along " + name, region.rows(), region.columns(), part,
				axis("slow scan axis", region.ss0(), geometry.map(Geometry::pixelSizeSs)),
				axis("fast scan axis", region.fs0(), geometry.map(Geometry::pixelSizeFs)), "difference (reference pixels)", "",
				Picture.Colours.SIGNED);
	}

	private static Picture.Axis axis(String label, int first, Optional<Double> size) {
		return size.map(step -> new Picture.Axis(label, "m", first * step, step))
				.orElse(new Picture.Axis(label, "px", first, 1));
	}

	private Optional<JFreeChart> histogram(String axis) {
		Optional<double[]> angles = numbers("x_" + axis);
		Optional<double[]> counts = numbers("h_" + axis);
		Optional<double[]> normal = numbers("h_fit_" + axis);
		if (angles.isEmpty() || counts.isEmpty() || normal.isEmpty() || counts.get().length != angles.get().length
				|| normal.get().length != angles.get().length)
			return Optional.empty();
		return Optional.of(new SplitHalfHistogram(axis, angles.get(), counts.get(), normal.get()).chart(""));
	}

	private Optional<double[]> numbers(String name) {
		return reader.has(name) && reader.shape(name).length == 1 ? Optional.of(reader.doubles(name)) : Optional.empty();
	}

	private String summary(float[] both) {
		int known = 0;
		for (float value : both)
			if (Float.isFinite(value))
				known++;
		if (known == 0)
			return "No pixel has a difference: the halves have no pixel in common. Run split_half_recon with more frames.";
		return "Angular resolution (sigma of the map of all the data, before any filter): ss " + noise("ss") + ", fs " + noise("fs")
				+ ". The halves differ by twice as much.";
	}

	private String noise(String axis) {
		return SiPrefix.text(values.number("sigma_angle_" + axis), "rad") + " ("
				+ SiPrefix.text(values.number("sigma_" + axis), "") + " reference pixels)";
	}
}
