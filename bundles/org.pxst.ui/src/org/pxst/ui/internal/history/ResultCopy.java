// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;

import org.eclipse.january.IMonitor;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Edit;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * Copies a group of results to another name in the same file: all that is in it, to the byte, without having it in memory.
 *
 * @param viewer looks whether the copy says what it is
 * @param editor copies
 */
record ResultCopy(Hdf5Viewer viewer, Hdf5Editor editor) {
	private static final String CREATOR = "/creator";

	/**
	 * The first free name for results that are kept: that of the group with the date and a number.
	 *
	 * @param group absolute path of the group, also one that is kept already
	 * @param day   today
	 * @param taken paths of all groups
	 */
	static String name(String group, LocalDate day, Collection<String> taken) {
		String base = group.replaceAll("_\\d{4}-\\d{2}-\\d{2}_\\d+$", "") + "_" + day + "_";
		int number = 1;
		while (taken.contains(base + number))
			number++;
		return base + number;
	}

	/**
	 * Copies, in the background; and says by what the copy was made, where it does not say so itself, as groups of results are
	 * known by that.
	 *
	 * @param from absolute path of the group
	 * @param to   absolute path of the copy
	 * @throws org.pxst.core.InvalidDataException when it cannot be copied; nothing was changed then
	 * @throws org.pxst.core.CancelledException   when the monitor asks for it; nothing was changed then
	 */
	void make(Path file, String from, String to, IMonitor monitor) {
		editor.edit(file, new Hdf5Edit.Copy(from, to), EditOptions.defaults(), monitor);
		if (!isThere(file, to + CREATOR))
			editor.write(file, CxiDataset.of(to + CREATOR, new String[] { "PXST Workbench" }, ""), EditOptions.defaults());
	}

	private boolean isThere(Path file, String path) {
		try (Hdf5View view = viewer.open(file)) {
			return view.find(path).isPresent();
		}
	}
}
