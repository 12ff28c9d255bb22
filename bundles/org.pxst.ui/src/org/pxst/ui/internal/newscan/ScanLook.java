// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.ui.session.OpenScan;

/**
 * What a file turned out to be.
 *
 * @param file       which
 * @param bytes      its size
 * @param findings   of each item
 * @param shape      number of frames, rows, columns; empty when there are no frames
 * @param good       frames that the file says to use, ascending; all when it says nothing
 * @param editedMask whether there is a mask of the Mask view
 * @param problem    why it is no whole scan, in words for the user; "" when it is
 */
record ScanLook(Path file, long bytes, List<CxiFinding> findings, Optional<int[]> shape, int[] good, boolean editedMask, String problem) {
	/** Data set of the mask that the Mask view edits. */
	static final String EDITED_MASK = OpenScan.RESULTS + "/mask";

	private static final long KILO = 1024;

	/**
	 * Looks at a file. For a background thread.
	 *
	 * @throws InvalidDataException when it is no HDF5 file, or is broken; says what to do
	 */
	static ScanLook of(CxiLoader loader, Hdf5Viewer viewer, Path file, CxiOptions options) {
		try (CxiFile cxi = loader.open(file, options)) {
			Optional<int[]> shape = shape(cxi);
			return new ScanLook(file, Files.size(file), cxi.findings(), shape, good(cxi, shape), hasEditedMask(viewer, file), problem(cxi));
		} catch (IOException e) {
			throw new InvalidDataException(file + ": it cannot be read (" + e.getMessage() + ")", e);
		}
	}

	private static Optional<int[]> shape(CxiFile cxi) {
		try {
			return Optional.of(cxi.frames().getShape());
		} catch (InvalidDataException e) {
			// the finding of the frames says why
			return Optional.empty();
		}
	}

	private static int[] good(CxiFile cxi, Optional<int[]> shape) {
		int frames = shape.map(extents -> extents[0]).orElse(0);
		try {
			return cxi.goodFrames();
		} catch (InvalidDataException e) {
			// the finding of the good frames says why
			return IntStream.range(0, frames).toArray();
		}
	}

	private static boolean hasEditedMask(Hdf5Viewer viewer, Path file) {
		try (Hdf5View view = viewer.open(file)) {
			return view.find(EDITED_MASK).filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET).isPresent();
		}
	}

	private static String problem(CxiFile cxi) {
		try {
			cxi.scan();
			return "";
		} catch (InvalidDataException e) {
			return e.getMessage();
		}
	}

	/** What was found of an item. */
	Optional<CxiFinding> finding(CxiItem item) {
		return findings.stream().filter(finding -> finding.item() == item).findFirst();
	}

	/** Number of frames, 0 when there are none. */
	int frames() {
		return shape.map(extents -> extents[0]).orElse(0);
	}

	/** Detector rows, 0 when there are no frames. */
	int rows() {
		return shape.map(extents -> extents[1]).orElse(0);
	}

	/** Detector columns, 0 when there are no frames. */
	int columns() {
		return shape.map(extents -> extents[2]).orElse(0);
	}

	/** The file in one sentence. */
	String summary() {
		String name = String.valueOf(file.getFileName());
		return name + (shape.isEmpty() ? ": no frames were found; " : String.format(Locale.ROOT, ": %d frames of %d x %d pixels (ss x fs), ",
				frames(), rows(), columns())) + size();
	}

	private String size() {
		String[] units = { "bytes", "KiB", "MiB", "GiB", "TiB" };
		double size = bytes;
		int unit = 0;
		while (size >= KILO && unit < units.length - 1) {
			size /= KILO;
			unit++;
		}
		return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", size, units[unit]);
	}
}
