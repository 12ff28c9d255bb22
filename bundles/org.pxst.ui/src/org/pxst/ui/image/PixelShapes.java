// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The pixels of areas. */
public final class PixelShapes {
	private PixelShapes() {
	}

	/**
	 * Visits the pixels whose centres are in an area, in order.
	 *
	 * @param rows    of the picture
	 * @param columns of the picture
	 * @param visitor gets flat (ss, fs) indices
	 */
	public static void forEach(Area area, int rows, int columns, IntConsumer visitor) {
		if (area instanceof Area.Stroke stroke && stroke.ss().length > 2) {
			forEachOfStroke(stroke, rows, columns, visitor);
			return;
		}
		Area.Rectangle bounds = area.bounds();
		int lastRow = (int) Math.min(rows - 1.0, Math.floor(bounds.ss1()));
		int lastColumn = (int) Math.min(columns - 1.0, Math.floor(bounds.fs1()));
		for (int i = (int) Math.max(0, Math.ceil(bounds.ss0())); i <= lastRow; i++)
			for (int j = (int) Math.max(0, Math.ceil(bounds.fs0())); j <= lastColumn; j++)
				if (area.contains(i, j))
					visitor.accept(i * columns + j);
	}

	/** A long stroke covers little of its bounds: each part is looked at by itself. */
	private static void forEachOfStroke(Area.Stroke stroke, int rows, int columns, IntConsumer visitor) {
		boolean[] covered = new boolean[rows * columns];
		for (int k = 1; k < stroke.ss().length; k++)
			forEach(new Area.Stroke(Arrays.copyOfRange(stroke.ss(), k - 1, k + 1),
					Arrays.copyOfRange(stroke.fs(), k - 1, k + 1), stroke.radius()), rows, columns, p -> covered[p] = true);
		for (int p = 0; p < covered.length; p++)
			if (covered[p])
				visitor.accept(p);
	}

	/** The same as a picture: true where the centre of a pixel is in the area. */
	public static boolean[] mask(Area area, int rows, int columns) {
		boolean[] mask = new boolean[rows * columns];
		forEach(area, rows, columns, p -> mask[p] = true);
		return mask;
	}
}
