// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadTask;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the tree of a file with the values of its scalars, as far as there are not too many.
 *
 * @param scan the file
 */
record TreeReading(OpenScan scan) implements ReadTask<ContentTree> {
	private static final Logger LOG = LoggerFactory.getLogger(TreeReading.class);
	private static final int MOST_VALUES = 5000;
	private static final int LONGEST_VALUE = 200;

	@Override
	public ContentTree read(ScanReader reader, IMonitor monitor) {
		List<Hdf5Entry> entries = reader.hdf5().tree("/");
		Map<String, String> values = new HashMap<>();
		for (Hdf5Entry entry : entries) {
			if (monitor.isCancelled())
				throw new CancelledException("reading " + scan.file());
			if (values.size() < MOST_VALUES && isScalar(entry))
				values.put(entry.path(), value(reader.hdf5(), entry.path()));
		}
		return new ContentTree(scan, entries, values);
	}

	private static boolean isScalar(Hdf5Entry entry) {
		return entry.problem().isEmpty() && entry.layout()
				.filter(layout -> (layout.numeric() || layout.type().equals("string"))
						&& layout.shape().stream().allMatch(extent -> extent == 1))
				.isPresent();
	}

	private static String value(Hdf5View view, String path) {
		try {
			ILazyDataset values = view.values(path);
			IDataset read = values instanceof IDataset whole ? whole : values.getSlice();
			String text = read.getSize() == 0 ? "" : Values.text(read, new int[read.getRank()]);
			return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + " ...";
		} catch (PxstException | DatasetException e) {
			// the tree shows the rest; whoever opens the data set sees what is wrong
			LOG.debug("{} of {} has no value to show", path, view.path(), e);
			return "";
		}
	}
}
