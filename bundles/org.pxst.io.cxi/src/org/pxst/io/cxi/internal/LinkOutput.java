// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_external;
import static org.bytedeco.hdf5.global.hdf5.H5Lcreate_soft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.bytedeco.javacpp.BytePointer;
import org.pxst.io.cxi.CxiLink;

/** Writes links to an open file. */
final class LinkOutput {
	private final NativeFile file;

	/** @param file a file open for writing, in the directory where it will stay */
	LinkOutput(NativeFile file) {
		this.file = file;
	}

	/**
	 * Writes a link; makes groups as the creation properties say.
	 *
	 * @param path   absolute path, not there yet
	 * @param link   where it leads
	 * @param links  creation properties
	 * @param access access properties
	 * @throws IOException when it cannot be written
	 */
	void write(String path, CxiLink link, Handle links, Handle access) throws IOException {
		try (BytePointer name = utf8(path); BytePointer target = utf8(link.target())) {
			if (link.file().isEmpty()) {
				NativeHdf5.check(H5Lcreate_soft(target, file.id(), name, links.id(), access.id()),
						"writing the link " + path);
				return;
			}
			try (BytePointer other = new NeighbourName(file.path(), link.file().get()).utf8()) {
				NativeHdf5.check(H5Lcreate_external(other, target, file.id(), name, links.id(), access.id()),
						"writing the link " + path);
			}
		}
	}

	private static BytePointer utf8(String text) {
		return new BytePointer(text, StandardCharsets.UTF_8);
	}
}
