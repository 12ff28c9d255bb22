// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.util.Optional;

import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.internal.BasisItem.Basis;

/**
 * Finds the pixel sizes. x_pixel_size belongs to the slow scan axis and y_pixel_size to the fast one (as in the 2020
 * suite), but files of other programs have it the other way round; so the lengths of the basis vectors decide where they
 * disagree, and stand in for a size that is missing; what the user gives as a number stays.
 */
final class PixelSizeItem {
	private PixelSizeItem() {
	}

	/**
	 * Looks for the pixel size along an axis.
	 *
	 * @param reader    the file's reader
	 * @param preferred path of the frames
	 * @param axis      0 = slow scan, 1 = fast scan
	 * @param basis     the basis vectors, if they were found
	 */
	static Found<Double> find(ItemReader reader, Optional<String> preferred, int axis, Optional<Basis> basis) {
		CxiItem item = axis == 0 ? CxiItem.X_PIXEL_SIZE : CxiItem.Y_PIXEL_SIZE;
		Optional<Double> step = basis.filter(b -> !b.isDirections()).map(b -> b.length(axis));
		Optional<Found<Double>> found = reader.positive(item, preferred, "m");
		if (found.isEmpty())
			return step.map(s -> Found.instead(item,
					"missing: the length of the basis vector, " + NumberText.of(s) + " m, is used", s))
					.orElseGet(() -> reader.missing(item, "pixel size"));
		Found<Double> size = found.get();
		if (size.value().isEmpty() || step.isEmpty() || reader.isGiven(item)
				|| Math.abs(size.value().get() - step.get()) <= ItemReader.SAME * step.get())
			return size;
		return Found.of(item, size.finding().path().orElseThrow(),
				size.finding().value() + ", but the basis vector along the " + (axis == 0 ? "slow" : "fast")
						+ " scan axis is " + NumberText.of(step.get()) + " m long, and that is used",
				step.get());
	}
}
