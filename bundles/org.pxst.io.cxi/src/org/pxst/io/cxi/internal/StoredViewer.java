// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/** Opens HDF5 files without the native library. */
@Component
public final class StoredViewer implements Hdf5Viewer {
	@Override
	public Hdf5View open(Path file) {
		return new StoredView(new Hdf5File(file));
	}
}
