// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5D_VIRTUAL;
import static org.bytedeco.hdf5.global.hdf5.H5Dget_create_plist;
import static org.bytedeco.hdf5.global.hdf5.H5L_TYPE_EXTERNAL;
import static org.bytedeco.hdf5.global.hdf5.H5Pget_layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

import org.bytedeco.hdf5.global.hdf5;
import org.pxst.io.cxi.internal.NativeObject.NamedLink;

/** Finds the names of other files in a file: of external links and virtual data sets. */
final class OtherFiles {
	private final NativeFile file;
	private final Set<String> names = new LinkedHashSet<>();
	private final Set<ByteBuffer> seen = new HashSet<>();

	/** @param file a file, open */
	OtherFiles(NativeFile file) {
		this.file = file;
	}

	/** The names, as they are stored. */
	Set<String> names() throws IOException {
		collect("/");
		return names;
	}

	private void collect(String path) throws IOException {
		try (NativeObject object = NativeObject.open(file, path)) {
			if (!seen.add(object.token()))
				return;
			if (object.isDataset())
				collectSources(object);
			if (!object.isGroup())
				return;
			for (NamedLink link : object.links())
				if (link.isHard())
					collect(object.child(link.name()));
				else if (link.kind() == H5L_TYPE_EXTERNAL)
					names.add(fileOf(link.value()));
		}
	}

	/** After a byte of flags, the file's name ends with a zero (HDF5 File Format Specification 3.0, section IV.A.2.g). */
	private static String fileOf(ByteBuffer value) {
		int end = 1;
		while (end < value.limit() && value.get(end) != 0)
			end++;
		return new String(value.array(), 1, end - 1, StandardCharsets.UTF_8);
	}

	private void collectSources(NativeObject dataset) throws IOException {
		try (Handle creation = Handle.of(H5Dget_create_plist(dataset.handle().id()), hdf5::H5Pclose, dataset.path())) {
			if (H5Pget_layout(creation.id()) == H5D_VIRTUAL)
				VirtualSources.of(creation, dataset.path()).stream().map(VirtualSources::file)
						.filter(name -> !".".equals(name)).forEach(names::add);
		}
	}
}
