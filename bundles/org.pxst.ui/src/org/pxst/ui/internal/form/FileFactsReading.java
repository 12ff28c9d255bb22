// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.DatasetException;
import org.eclipse.january.IMonitor;
import org.eclipse.january.dataset.IDataset;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.ReadTask;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what forms have to know of a file; of small results also what they hold.
 *
 * @param group absolute path of the group of the results
 */
record FileFactsReading(String group) implements ReadTask<FileFacts> {
	private static final Logger LOG = LoggerFactory.getLogger(FileFactsReading.class);
	/** Elements of what is small; lists of frames are longer than numbers. */
	private static final long SMALL = 100_000;

	@Override
	public FileFacts read(ScanReader reader, IMonitor monitor) {
		List<FileFacts.Dataset> datasets = new ArrayList<>();
		for (Hdf5Entry entry : reader.hdf5().tree("/")) {
			if (monitor.isCancelled())
				throw new CancelledException("reading " + reader.hdf5().path());
			entry.layout().filter(layout -> layout.numeric() && entry.problem().isEmpty())
					.ifPresent(layout -> datasets.add(dataset(reader.hdf5(), entry, layout)));
		}
		int[] frame = frame(reader);
		return new FileFacts(datasets, frame[0], frame[1]);
	}

	/** All data sets of numbers of any HDF5 file, without their values. */
	static List<FileFacts.Dataset> datasets(Hdf5View view) {
		return view.tree("/").stream().filter(entry -> entry.problem().isEmpty() && entry.layout().filter(Hdf5Layout::numeric).isPresent())
				.map(entry -> described(entry, entry.layout().orElseThrow(), Optional.empty())).toList();
	}

	private FileFacts.Dataset dataset(Hdf5View view, Hdf5Entry entry, Hdf5Layout layout) {
		boolean small = entry.path().startsWith(group + "/") && layout.shape().size() <= 1 && layout.size() <= SMALL;
		return described(entry, layout, small ? value(view, entry.path()) : Optional.empty());
	}

	private static FileFacts.Dataset described(Hdf5Entry entry, Hdf5Layout layout, Optional<IDataset> value) {
		return new FileFacts.Dataset(entry.path(), layout.shape(), attribute(entry, "step"), attribute(entry, "date"), value);
	}

	private static String attribute(Hdf5Entry entry, String name) {
		return entry.attributes().get(name) instanceof String text ? text : "";
	}

	private static Optional<IDataset> value(Hdf5View view, String path) {
		try {
			return Optional.of(view.values(path).getSlice());
		} catch (PxstException | DatasetException e) {
			// whoever runs the step is told what is wrong
			LOG.debug("{} of {} has no value to show", path, view.path(), e);
			return Optional.empty();
		}
	}

	private static int[] frame(ScanReader reader) {
		try {
			int[] shape = reader.cxi().frames().getShape();
			return new int[] { shape[shape.length - 2], shape[shape.length - 1] };
		} catch (PxstException e) {
			LOG.debug("{} has no frames", reader.hdf5().path(), e);
			return new int[2];
		}
	}
}
