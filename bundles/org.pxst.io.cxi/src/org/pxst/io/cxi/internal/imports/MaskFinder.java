// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.SourceDataset;
import org.pxst.io.cxi.internal.SourceFile;

/**
 * Finds the detector mask. Booleans mean true = good, numbers 0 = good, as CXI and NeXus have them; {@code as good} and
 * {@code as bad} say what a value other than 0 means instead.
 */
final class MaskFinder {
	private final Sources sources;
	private final int rows;
	private final int columns;

	/**
	 * @param sources the files
	 * @param rows    rows of a frame
	 * @param columns columns of a frame
	 */
	MaskFinder(Sources sources, int rows, int columns) {
		this.sources = sources;
		this.rows = rows;
		this.columns = columns;
	}

	/**
	 * What was found.
	 *
	 * @param good  true = good, flat (ss, fs)
	 * @param where the place
	 * @param text  what it says, in words
	 */
	record Found(boolean[] good, String where, String text) {
	}

	/** What is in the file, before it is known what it means. */
	private record Raw(boolean[] set, boolean isBoolean, String where, String description) {
	}

	/**
	 * Looks for the mask.
	 *
	 * @return empty when no alternative leads anywhere
	 * @throws InvalidDataException when one leads to something that is no mask for the frames
	 */
	Optional<Found> find(Entry entry) {
		for (Expression expression : entry.alternatives()) {
			Optional<Raw> raw = raw(expression, entry);
			if (raw.isPresent())
				return raw.map(r -> found(r, expression, entry.line()));
		}
		return Optional.empty();
	}

	private Found found(Raw raw, Expression expression, Line line) {
		List<String> as = expression.as();
		if (!as.isEmpty() && !as.equals(List.of("good")) && !as.equals(List.of("bad")))
			throw line.wrong("a mask is read 'as good' or 'as bad': what values other than 0 mean");
		boolean setIsGood = as.isEmpty() ? raw.isBoolean : as.get(0).equals("good");
		boolean[] good = raw.set.clone();
		int bad = 0;
		for (int k = 0; k < good.length; k++) {
			good[k] = good[k] == setIsGood;
			bad += good[k] ? 0 : 1;
		}
		if (bad == good.length)
			throw new InvalidDataException(raw.where + " marks every pixel as bad; say --set mask='PLACE as "
					+ (setIsGood ? "bad" : "good") + "' when it is meant the other way");
		return new Found(good, raw.where,
				raw.description + ", " + (setIsGood ? "not 0 = good" : "0 = good") + ", " + bad + " bad");
	}

	private Optional<Raw> raw(Expression expression, Entry entry) {
		if (expression.place() instanceof Place.InTiff tiff) {
			List<TiffFile> files = sources.tiff(tiff.file(), entry.directory(), entry.line());
			return files.isEmpty() ? Optional.empty() : Optional.of(image(files.get(0)));
		}
		if (!(expression.place() instanceof Place.InHdf5 place))
			throw entry.line().wrong("a mask is in an HDF5 file (mask.h5:/mask) or a TIFF file (mask.tif)");
		for (SourceFile file : sources.hdf5(place.file(), entry.directory(), entry.line())) {
			List<SourceDataset> found = NumberFinder.datasets(file, place.path());
			if (!found.isEmpty())
				return Optional.of(dataset(found.get(0)));
		}
		return Optional.empty();
	}

	private Raw dataset(SourceDataset dataset) {
		long[] shape = dataset.shape();
		boolean fits = shape.length == 2 || shape.length == 3 && shape[0] == 1;
		if (!fits || !dataset.isNumeric() || shape[shape.length - 2] != rows || shape[shape.length - 1] != columns)
			throw new InvalidDataException(dataset.place() + " holds " + dataset.description() + ", which is no mask for frames of "
					+ rows + " x " + columns + "; name another with --set mask=PLACE, or leave it out with --set mask=none");
		double[] values = dataset.doubles();
		boolean[] set = new boolean[values.length];
		for (int k = 0; k < set.length; k++)
			set[k] = values[k] != 0;
		return new Raw(set, dataset.isBoolean(), dataset.place(), dataset.description());
	}

	private Raw image(TiffFile file) {
		TiffFile.Kind kind = file.kind(0);
		if (kind.rows() != rows || kind.columns() != columns)
			throw new InvalidDataException(file.path() + ": is " + kind.text() + ", which is no mask for frames of " + rows + " x "
					+ columns + "; name another with --set mask=PLACE, or leave it out with --set mask=none");
		int bytes = kind.type().bytes();
		ByteBuffer values = ByteBuffer.allocate(rows * columns * bytes).order(ByteOrder.nativeOrder());
		file.read(0, kind, values);
		boolean[] set = new boolean[rows * columns];
		byte[] zero = new byte[bytes];
		for (int k = 0; k < set.length; k++)
			set[k] = !Arrays.equals(values.array(), k * bytes, (k + 1) * bytes, zero, 0, bytes);
		return new Raw(set, false, file.path().toString(), kind.text());
	}
}
