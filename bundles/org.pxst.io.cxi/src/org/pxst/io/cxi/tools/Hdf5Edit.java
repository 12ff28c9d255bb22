// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.tools;

import java.util.List;

/** A change of names in an HDF5 file. Paths are absolute. Groups on the way to a new name are made. */
public sealed interface Hdf5Edit {
	/**
	 * Removes groups with all that is in them, data sets or links. What a link leads to stays.
	 *
	 * @param paths what to remove
	 */
	record Remove(List<String> paths) implements Hdf5Edit {
		/** Takes a copy. */
		public Remove {
			paths = List.copyOf(paths);
		}
	}

	/**
	 * Gives something another name.
	 *
	 * @param from the name it has
	 * @param to   the name it gets
	 */
	record Move(String from, String to) implements Hdf5Edit {
	}

	/**
	 * Makes a second group, data set or link like one that is there.
	 *
	 * @param from what is there
	 * @param to   name of the second one
	 */
	record Copy(String from, String to) implements Hdf5Edit {
	}
}
