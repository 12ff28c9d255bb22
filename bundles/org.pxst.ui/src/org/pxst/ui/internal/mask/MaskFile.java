// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.ArrayType;
import org.pxst.io.cxi.tools.ArrayValues;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * A file that a mask is imported from: an array of numbers (.npy, .tif, .csv), or HDF5 with a data set to choose. For
 * background threads.
 *
 * @param file   the file
 * @param arrays reads files that are not HDF5
 * @param hdf5   reads HDF5 files
 */
public record MaskFile(Path file, ArrayFiles arrays, Hdf5Viewer hdf5) {
	/** Extensions that can be read, for a dialog. */
	public static final String EXTENSIONS = "*.npy;*.tif;*.tiff;*.csv;*.txt;*.dat;*.h5;*.hdf5;*.cxi;*.nxs";

	private static final Set<String> ARRAYS = Set.of("npy", "csv", "txt", "dat", "tif", "tiff");

	/**
	 * What a mask may be made of.
	 *
	 * @param path  of the data set; "" for a file that is one array
	 * @param shape its extents
	 * @param flags whether its values are true and false
	 */
	public record Candidate(String path, int[] shape, boolean flags) {
	}

	/**
	 * Numbers of a candidate.
	 *
	 * @param values flat, row-major; true is 1
	 * @param shape  extents
	 */
	public record Numbers(double[] values, int[] shape) {
	}

	private boolean isArray() {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return ARRAYS.contains(name.substring(name.lastIndexOf('.') + 1));
	}

	/**
	 * What has the shape of a frame; those with "mask" in their names first.
	 *
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 * @throws InvalidDataException when the file cannot be read, or has nothing of that shape
	 */
	public List<Candidate> candidates(int rows, int columns) {
		if (isArray()) {
			ArrayValues values = arrays.read(file);
			int[] shape = values.shape().stream().mapToInt(Integer::intValue).toArray();
			return List.of(new Candidate("", shape, values.type() == ArrayType.BOOL));
		}
		try (Hdf5View view = hdf5.open(file)) {
			List<Candidate> found = view.tree("/").stream().filter(e -> e.kind() == Hdf5Entry.Kind.DATASET && e.sameAs().isEmpty())
					.map(MaskFile::candidate).flatMap(Optional::stream).filter(c -> fits(c.shape(), rows, columns))
					.sorted((a, b) -> Boolean.compare(!isNamedMask(a), !isNamedMask(b))).toList();
			if (found.isEmpty())
				throw new InvalidDataException(file + ": no data set has the shape of a frame, " + rows + " x " + columns
						+ "; choose a file with a mask of this detector");
			return found;
		}
	}

	private static boolean isNamedMask(Candidate candidate) {
		return candidate.path().toLowerCase(Locale.ROOT).contains("mask");
	}

	private static Optional<Candidate> candidate(Hdf5Entry entry) {
		return entry.layout().filter(Hdf5Layout::numeric).map(layout -> new Candidate(entry.path(),
				layout.shape().stream().mapToInt(Math::toIntExact).toArray(), layout.type().contains("bool")));
	}

	private static boolean fits(int[] shape, int rows, int columns) {
		int axes = shape.length;
		return axes >= 2 && shape[axes - 2] == rows && shape[axes - 1] == columns
				&& Arrays.stream(shape, 0, axes - 2).allMatch(n -> n == 1);
	}

	/**
	 * Reads a candidate.
	 *
	 * @throws InvalidDataException when it cannot be read or has no numbers
	 */
	public Numbers read(Candidate candidate) {
		if (isArray()) {
			ArrayValues values = arrays.read(file).as(ArrayType.FLOAT64);
			return new Numbers((double[]) values.values(), candidate.shape());
		}
		try (Hdf5View view = hdf5.open(file)) {
			ILazyDataset values = view.values(candidate.path());
			DoubleDataset numbers = DatasetUtils.cast(DoubleDataset.class, values.getSlice());
			return new Numbers(numbers.getData(), candidate.shape());
		} catch (DatasetException e) {
			throw new InvalidDataException(file + ": " + candidate.path() + " cannot be read (" + e.getMessage() + ")", e);
		}
	}
}
