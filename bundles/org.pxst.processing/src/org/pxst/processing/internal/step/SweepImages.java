// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.pxst.core.image.Image;
import org.pxst.io.cxi.CxiDataset;

/** The reference images of a sweep in one stack, each about its middle. To be filled by one thread. */
final class SweepImages {
	/** Values in all: 128 MiB. */
	private static final long MOST_VALUES = 32L << 20;

	private final int largestRows;
	private final int largestColumns;
	private final List<Optional<Image>> images = new ArrayList<>();

	/**
	 * @param count   number of images
	 * @param rows    detector rows: large images are cut to the detector's proportions
	 * @param columns detector columns
	 */
	SweepImages(int count, int rows, int columns) {
		this(count, rows, columns, MOST_VALUES);
	}

	SweepImages(int count, int rows, int columns, long mostValues) {
		double each = (double) mostValues / count;
		largestRows = (int) Math.max(1, Math.sqrt(each * rows / columns));
		largestColumns = (int) Math.max(1, Math.sqrt(each * columns / rows));
	}

	/** Adds the next image, empty where there is none. What does not fit is cut off around it. */
	void add(Optional<Image> image) {
		images.add(image.map(this::middle));
	}

	private Image middle(Image image) {
		int rows = Math.min(image.rows(), largestRows);
		int columns = Math.min(image.columns(), largestColumns);
		float[] values = new float[rows * columns];
		int top = (image.rows() - rows) / 2;
		int left = (image.columns() - columns) / 2;
		for (int i = 0; i < rows; i++)
			System.arraycopy(image.values(), (top + i) * image.columns() + left, values, i * columns, columns);
		return new Image(rows, columns, values);
	}

	/** The stack (K, U, V), NaN around smaller images and where there is none. */
	CxiDataset dataset(String path) {
		int rows = images.stream().flatMap(Optional::stream).mapToInt(Image::rows).max().orElse(1);
		int columns = images.stream().flatMap(Optional::stream).mapToInt(Image::columns).max().orElse(1);
		float[] stack = new float[images.size() * rows * columns];
		Arrays.fill(stack, Float.NaN);
		for (int k = 0; k < images.size(); k++)
			if (images.get(k).isPresent()) {
				Image image = images.get(k).get();
				int start = (k * rows + (rows - image.rows()) / 2) * columns + (columns - image.columns()) / 2;
				for (int i = 0; i < image.rows(); i++)
					System.arraycopy(image.values(), i * image.columns(), stack, start + i * columns, image.columns());
			}
		return CxiDataset.of(path, stack, "1", images.size(), rows, columns);
	}
}
