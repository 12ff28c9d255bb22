// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.dataset.ILazyDataset;
import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5View;

/**
 * Knows what the axes of a result's images are: those of a frame are on the detector, those of the reference image on the
 * sample.
 */
final class DetectorAxes {
	private static final String METRE = "m";
	private static final String SS = "slow scan axis (ss)";
	private static final String FS = "fast scan axis (fs)";

	private record Grid(int[] shape, double stepSs, double stepFs, String where) {
	}

	/**
	 * Positions along an axis.
	 *
	 * @param name   of the axis
	 * @param label  for a reader
	 * @param step   from element to element
	 * @param units  of the step, empty when elements are only counted
	 * @param extent number of elements
	 */
	record Axis(String name, String label, double step, String units, int extent) {
		/** The positions. */
		double[] values() {
			double[] values = new double[extent];
			for (int k = 0; k < extent; k++)
				values[k] = k * step;
			return values;
		}
	}

	private final List<Grid> grids = new ArrayList<>();

	/**
	 * Reads what the result says.
	 *
	 * @param view  the file
	 * @param group of the result
	 */
	static DetectorAxes of(Hdf5View view, String group) {
		DetectorAxes axes = new DetectorAxes();
		axes.add(shape(view, group + "/mask"), pixelSize(view, "x_pixel_size"), pixelSize(view, "y_pixel_size"), "on the detector");
		axes.add(shape(view, group + "/reference_image"), number(view, group + "/dss"), number(view, group + "/dfs"),
				"on the sample");
		return axes;
	}

	private void add(Optional<int[]> shape, Optional<Double> stepSs, Optional<Double> stepFs, String where) {
		if (shape.filter(extents -> extents.length == 2).isPresent() && stepSs.isPresent() && stepFs.isPresent())
			grids.add(new Grid(shape.get(), Math.abs(stepSs.get()), Math.abs(stepFs.get()), where));
	}

	private static Optional<Double> pixelSize(Hdf5View view, String name) {
		return number(view, "/entry_1/instrument_1/detector_1/" + name);
	}

	private static Optional<int[]> shape(Hdf5View view, String path) {
		return read(view, path).map(ILazyDataset::getShape);
	}

	private static Optional<Double> number(Hdf5View view, String path) {
		return read(view, path).filter(values -> values.getSize() == 1 && values instanceof IDataset)
				.map(values -> ((IDataset) values).getDouble(new int[values.getRank()]))
				.filter(value -> Double.isFinite(value) && value != 0);
	}

	private static Optional<ILazyDataset> read(Hdf5View view, String path) {
		try {
			return view.find(path).isEmpty() ? Optional.empty() : Optional.of(view.values(path));
		} catch (InvalidDataException e) {
			return Optional.empty();
		}
	}

	/** The axes of an array, one for each of its extents. */
	List<Axis> axes(ExportedData data) {
		int[] shape = data.shape();
		List<Axis> axes = new ArrayList<>();
		int images = data.isImage() ? shape.length - 2 : shape.length;
		for (int axis = 0; axis < images; axis++)
			axes.add(new Axis(shape.length - axis == 1 ? "index" : "index_" + axis, "index", 1, "", shape[axis]));
		if (data.isImage())
			addImageAxes(new int[] { shape[images], shape[images + 1] }, axes);
		return axes;
	}

	private void addImageAxes(int[] shape, List<Axis> axes) {
		Optional<Grid> grid = grids.stream().filter(known -> Arrays.equals(known.shape, shape)).findFirst();
		String where = grid.map(known -> " " + known.where).orElse("");
		String units = grid.isPresent() ? METRE : "";
		axes.add(new Axis("ss", SS + where, grid.map(Grid::stepSs).orElse(1.0), units, shape[0]));
		axes.add(new Axis("fs", FS + where, grid.map(Grid::stepFs).orElse(1.0), units, shape[1]));
	}
}
