// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * Compares the results in two files.
 *
 * @param viewer    reads them
 * @param group     absolute path of the results
 * @param tolerance differences up to this part of a data set's largest value are none
 */
record ResultComparison(Hdf5Viewer viewer, String group, double tolerance) {
	/** What says where a result is from, and is not one itself. */
	private static final Set<String> ORIGIN = Set.of("creator", "command", "input", "computed_on", "links");

	/**
	 * What came out.
	 *
	 * @param same   data sets with the same values
	 * @param differ data sets with others
	 * @param only   data sets of the second file that the first one does not have
	 * @param lines  for people
	 */
	record Findings(int same, int differ, int only, List<String> lines) {
	}

	/** Compares all data sets of the second file that the first one has, too. */
	Findings compare(Path before, Path after) {
		try (Hdf5View a = viewer.open(before); Hdf5View b = viewer.open(after)) {
			List<String> lines = new ArrayList<>();
			int same = 0;
			int only = 0;
			for (Hdf5Entry entry : b.tree(group)) {
				String name = entry.path().substring(group.length());
				if (entry.kind() != Hdf5Entry.Kind.DATASET || ORIGIN.contains(entry.name()) || name.startsWith("/process_"))
					continue;
				if (a.find(entry.path()).isEmpty()) {
					only++;
					continue;
				}
				Optional<String> difference = difference(read(a, entry.path()), read(b, entry.path()));
				if (difference.isPresent())
					lines.add(String.format(Locale.ROOT, "%-20s%s", "differs", entry.path() + ": " + difference.get()));
				else
					same++;
			}
			int differ = lines.size();
			lines.add(String.format(Locale.ROOT, "%-20s%d data sets are the same, %d differ, %d are in %s only", "comparison", same,
					differ, only, after));
			return new Findings(same, differ, only, List.copyOf(lines));
		}
	}

	private static Dataset read(Hdf5View view, String path) {
		try {
			return DatasetUtils.convertToDataset(view.values(path).getSlice());
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + path + " cannot be read (" + e.getMessage() + ")", e);
		}
	}

	/** Empty when all values are the same; no value is the same as no value. */
	private Optional<String> difference(Dataset a, Dataset b) {
		if (!Arrays.equals(a.getShapeRef(), b.getShapeRef()))
			return Optional.of("the shapes are " + Arrays.toString(a.getShapeRef()) + " and "
					+ Arrays.toString(b.getShapeRef()));
		if (a.getElementClass() == String.class || b.getElementClass() == String.class)
			return a.equals(b) ? Optional.empty() : Optional.of("the text is another");
		double[] x = a.flatten().cast(DoubleDataset.class).getData();
		double[] y = b.flatten().cast(DoubleDataset.class).getData();
		double most = 0;
		double scale = 0;
		for (int k = 0; k < x.length; k++) {
			if (Double.compare(x[k], y[k]) == 0 || x[k] == y[k])
				continue;
			double d = Math.abs(x[k] - y[k]);
			most = Math.max(most, Double.isNaN(d) ? Double.POSITIVE_INFINITY : d);
		}
		for (double v : x)
			if (Math.abs(v) < Double.POSITIVE_INFINITY)
				scale = Math.max(scale, Math.abs(v));
		return most <= tolerance * scale ? Optional.empty()
				: Optional.of(String.format(Locale.ROOT, "by up to %.3g (largest value %.3g)", most, scale));
	}
}
