// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;

/** Opens CXI files with jhdf. */
@Component
public final class JhdfCxiLoader implements CxiLoader {
	@Override
	public CxiFile open(Path file, CxiOptions options) {
		Hdf5File opened = new Hdf5File(file);
		try {
			return new JhdfCxiFile(opened, options);
		} catch (RuntimeException | Error e) {
			opened.close();
			throw e;
		}
	}
}
