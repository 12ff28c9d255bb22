// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;

/**
 * Says of data that somebody edited by hand when that was: after which run of a step. There is no {@link ProcessRecord} of them,
 * as there is nothing that could be run again.
 */
public final class HandEdit {
	/** Number of the last record that there was, 0 when there was none. */
	private static final String AFTER = "edited_after";

	private HandEdit() {
	}

	/**
	 * Data as they are to be written, with the mark. Data that a step made keep theirs.
	 *
	 * @param content what was edited
	 * @param view    the open file that it goes to
	 * @param group   absolute path of the group with the records
	 */
	public static List<CxiContent> marked(List<? extends CxiContent> content, Hdf5View view, String group) {
		int after = ProcessRecord.next(view, group) - 1;
		List<CxiContent> marked = new ArrayList<>();
		for (CxiContent item : content)
			marked.add(item instanceof CxiDataset dataset && !dataset.attributes().containsKey(ProcessRecord.PROCESS)
					? marked(dataset, after) : item);
		return marked;
	}

	private static CxiDataset marked(CxiDataset dataset, int after) {
		Map<String, Object> attributes = new LinkedHashMap<>(dataset.attributes());
		attributes.put(AFTER, after);
		return new CxiDataset(dataset.path(), dataset.shape(), dataset.values(), attributes);
	}

	/**
	 * After which record a data set was edited.
	 *
	 * @param dataset as it is in the file
	 * @return empty when it was not edited
	 */
	public static OptionalInt after(Hdf5Entry dataset) {
		return dataset.attributes().get(AFTER) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
	}
}
