// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.imports.ImportProtocol;
import org.pxst.io.cxi.imports.ImportRequest;
import org.pxst.io.cxi.imports.ScanImport;
import org.pxst.io.cxi.imports.ScanImporter;

/** Imports nothing, and remembers what was asked for. */
final class FakeImporter implements ScanImporter {
	final List<Path> written = new ArrayList<>();
	ImportRequest request;
	boolean replace;
	boolean closed;
	/** What is wrong with the distance. */
	Optional<String> problem = Optional.empty();
	/** What happens to the writing. */
	Optional<RuntimeException> failure = Optional.empty();

	@Override
	public List<ImportProtocol> protocols() {
		return List.of(new ImportProtocol("nexus", "NeXus files", "data = /entry/data\n"));
	}

	@Override
	public ScanImport open(ImportRequest asked) {
		request = asked;
		return new ScanImport() {
			@Override
			public String protocol() {
				return "nexus";
			}

			@Override
			public List<CxiFinding> findings() {
				return List.of(new CxiFinding(CxiItem.DISTANCE, Optional.of("raw.nxs:/entry/distance"), "1250 mm", problem));
			}

			@Override
			public String storage() {
				return "linked, not copied";
			}

			@Override
			public void write(Path output, boolean overwrite, IMonitor monitor) {
				replace = overwrite;
				problem.ifPresent(line -> {
					throw new InvalidDataException(line);
				});
				failure.ifPresent(e -> {
					throw e;
				});
				written.add(output);
			}

			@Override
			public void close() {
				closed = true;
			}
		};
	}
}
