// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.DatasetUtils;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.OpenScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the groups of results in a file: {@link OpenScan#RESULTS}, and groups at the top that PXST says to have made. */
public final class ResultGroups {
	private static final Logger LOG = LoggerFactory.getLogger(ResultGroups.class);
	/** How the name of the program in a group's data set creator begins. */
	private static final String PROGRAM = "PXST";

	private ResultGroups() {
	}

	/**
	 * Absolute paths of the groups, that of the results in use first, then by name. For background threads.
	 *
	 * @param view the open file
	 */
	public static List<String> of(Hdf5View view) {
		List<String> groups = new ArrayList<>();
		for (Hdf5Entry entry : view.tree("/"))
			if (entry.kind() == Hdf5Entry.Kind.GROUP && entry.link().isEmpty() && entry.path().lastIndexOf('/') == 0
					&& entry.path().length() > 1 && (entry.path().equals(OpenScan.RESULTS) || isMadeByPxst(view, entry.path())))
				groups.add(entry.path());
		groups.sort((a, b) -> a.equals(OpenScan.RESULTS) ? -1 : b.equals(OpenScan.RESULTS) ? 1 : a.compareTo(b));
		return groups;
	}

	private static boolean isMadeByPxst(Hdf5View view, String group) {
		String creator = group + "/creator";
		if (view.find(creator).flatMap(Hdf5Entry::layout).isEmpty())
			return false;
		try {
			var text = DatasetUtils.convertToDataset(view.values(creator).getSlice());
			return text.getSize() == 1 && text.flatten().getString(0).startsWith(PROGRAM);
		} catch (DatasetException | InvalidDataException e) {
			LOG.debug("{}: {} cannot be read", view.path(), creator, e);
			return false;
		}
	}
}
