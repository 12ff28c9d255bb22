// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.osgi.service.component.annotations.Component;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.internal.hdf5.FileBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens CXI files with jhdf. */
@Component
public final class JhdfCxiLoader implements CxiLoader {
	private static final Logger LOG = LoggerFactory.getLogger(JhdfCxiLoader.class);
	/** A write by another program may change the structure while it is read; then it is read again. */
	private static final int ATTEMPTS = 3;

	@Override
	public CxiFile open(Path file, CxiOptions options) {
		for (int attempt = 1;; attempt++) {
			FileBytes bytes = Hdf5Header.open(file);
			FileState before = state(file);
			try {
				CxiFile opened = open(file, bytes, options);
				if (attempt == ATTEMPTS || state(file).equals(before))
					return opened;
				opened.close();
			} catch (InvalidDataException e) {
				if (attempt == ATTEMPTS || state(file).equals(before))
					throw e;
				LOG.debug("{}: changing, looking again", file, e);
			}
		}
	}

	private static FileState state(Path file) {
		try {
			return FileState.of(file);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be read: " + Reason.of(e), e);
		}
	}

	private static CxiFile open(Path file, FileBytes bytes, CxiOptions options) {
		Hdf5File opened = new Hdf5File(file, bytes);
		try {
			return new JhdfCxiFile(opened, options);
		} catch (RuntimeException | Error e) {
			opened.close();
			throw e;
		}
	}
}
