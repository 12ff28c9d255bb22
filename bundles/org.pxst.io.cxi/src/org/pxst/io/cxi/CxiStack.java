// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi;

import java.nio.file.Path;
import java.util.List;

import org.pxst.core.scan.PixelType;

/**
 * A stack of frames that stay where they are, shape (N, M, L), put together from stacks in other files: an HDF5 virtual
 * data set. Programs see one data set.
 *
 * @param path    path inside the file; one that does not start with '/' is relative to the group it is written to
 * @param type    how the pixels are stored in all parts
 * @param rows    detector rows M
 * @param columns detector columns L
 * @param parts   where the frames are, in their order, at least one
 */
public record CxiStack(String path, PixelType type, int rows, int columns, List<Part> parts) implements CxiContent {
	/** Takes a copy of the parts. */
	public CxiStack {
		parts = List.copyOf(parts);
	}

	/**
	 * Some frames of a data set: a box of it, whose last two axes are rows and columns, and whose axes before them count
	 * frames. A single image has no other axes.
	 *
	 * @param file  the file; written relative to the directory of the file with the virtual data set where that is possible
	 * @param path  absolute path of the data set in it
	 * @param shape extents of the data set, at least two
	 * @param start where the box begins along each axis
	 * @param box   extents of the box
	 */
	public record Part(Path file, String path, List<Integer> shape, List<Integer> start, List<Integer> box) {
		/** Takes copies. */
		public Part {
			shape = List.copyOf(shape);
			start = List.copyOf(start);
			box = List.copyOf(box);
		}

		/** Number of frames in the box. */
		public int frames() {
			return box.subList(0, box.size() - 2).stream().reduce(1, Math::multiplyExact);
		}

		/** Whether the box is a whole stack, with one axis of frames. */
		public boolean isWholeStack() {
			return shape.size() == 3 && shape.equals(box);
		}
	}

	/** Number of frames N. */
	public int frames() {
		return parts.stream().mapToInt(Part::frames).sum();
	}
}
