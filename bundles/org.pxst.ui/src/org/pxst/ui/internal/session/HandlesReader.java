// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.util.List;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IDataset;
import org.eclipse.january.dataset.ILazyDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/** Reads from a file while a task runs. */
final class HandlesReader implements ScanReader {
	private final FileHandles handles;

	/** @param handles kept open by whoever runs the task */
	HandlesReader(FileHandles handles) {
		this.handles = handles;
	}

	@Override
	public CxiFile cxi() {
		return handles.cxi();
	}

	@Override
	public Hdf5View hdf5() {
		return handles.view();
	}

	@Override
	public boolean has(String path) {
		return hdf5().find(absolute(path)).flatMap(Hdf5Entry::layout).isPresent();
	}

	@Override
	public IDataset read(String path) {
		ILazyDataset values = hdf5().values(absolute(path));
		if (values instanceof IDataset whole)
			return whole;
		try {
			return values.getSlice();
		} catch (DatasetException e) {
			throw new InvalidDataException(hdf5().path() + ": " + absolute(path) + " cannot be read: " + e.getMessage(), e);
		}
	}

	@Override
	public double[] doubles(String path) {
		Dataset numbers = numbers(path);
		return numbers.getSize() == 0 ? new double[0] : DatasetUtils.cast(DoubleDataset.class, numbers).getData();
	}

	@Override
	public float[] floats(String path) {
		Dataset numbers = numbers(path);
		return numbers.getSize() == 0 ? new float[0] : DatasetUtils.cast(FloatDataset.class, numbers).getData();
	}

	private Dataset numbers(String path) {
		Dataset values = DatasetUtils.convertToDataset(read(path));
		if (values.isComplex()
				|| !Number.class.isAssignableFrom(values.getElementClass()) && values.getElementClass() != Boolean.class)
			throw new InvalidDataException(hdf5().path() + ": " + absolute(path) + " holds no numbers");
		return values;
	}

	@Override
	public int[] shape(String path) {
		List<Long> shape = hdf5().find(absolute(path)).flatMap(Hdf5Entry::layout).map(Hdf5Layout::shape)
				.orElseThrow(() -> new InvalidDataException(hdf5().path() + ": there is no data set " + absolute(path)));
		return shape.stream().mapToInt(extent -> (int) Math.min(extent, Integer.MAX_VALUE)).toArray();
	}

	private static String absolute(String path) {
		return path.startsWith("/") ? path : OpenScan.RESULTS + "/" + path;
	}
}
