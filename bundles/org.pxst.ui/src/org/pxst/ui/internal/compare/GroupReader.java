// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import org.eclipse.january.dataset.IDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.ui.session.ScanReader;

/**
 * A scan's file, read with relative paths in another group of results than the usual one.
 *
 * @param reader the file
 * @param group  absolute path of the group
 */
record GroupReader(ScanReader reader, String group) implements ScanReader {
	@Override
	public CxiFile cxi() {
		return reader.cxi();
	}

	@Override
	public Hdf5View hdf5() {
		return reader.hdf5();
	}

	@Override
	public boolean has(String path) {
		return reader.has(absolute(path));
	}

	@Override
	public IDataset read(String path) {
		return reader.read(absolute(path));
	}

	@Override
	public double[] doubles(String path) {
		return reader.doubles(absolute(path));
	}

	@Override
	public float[] floats(String path) {
		return reader.floats(absolute(path));
	}

	@Override
	public int[] shape(String path) {
		return reader.shape(absolute(path));
	}

	private String absolute(String path) {
		return path.startsWith("/") ? path : group + "/" + path;
	}
}
