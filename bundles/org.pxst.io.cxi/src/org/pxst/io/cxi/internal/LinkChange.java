// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Lcopy;
import static org.bytedeco.hdf5.global.hdf5.H5Ldelete;
import static org.bytedeco.hdf5.global.hdf5.H5Lmove;
import static org.bytedeco.hdf5.global.hdf5.H5Ocopy;
import static org.bytedeco.hdf5.global.hdf5.H5P_CLS_LINK_CREATE_ID_g;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Pcreate;
import static org.bytedeco.hdf5.global.hdf5.H5Pset_create_intermediate_group;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;

/**
 * A change of names: some go, and one may come.
 *
 * @param removed names that go; of a move, also the old one; none is inside another one
 * @param from    what the new name is for, empty when there is no new one
 * @param to      the new name
 * @param isMove  whether the old name goes
 * @param isLink  whether the object is a soft or external link
 */
record LinkChange(Set<String> removed, Optional<String> from, Optional<String> to, boolean isMove, boolean isLink) {
	/** No change. */
	static LinkChange none() {
		return removal(Set.of());
	}

	/** Names that go. */
	static LinkChange removal(Set<String> removed) {
		return new LinkChange(Set.copyOf(removed), Optional.empty(), Optional.empty(), false, false);
	}

	/** Whether nothing changes. */
	boolean isNone() {
		return removed.isEmpty() && to.isEmpty();
	}

	/** Whether a name of the original goes. */
	boolean removes(String path) {
		return removed.contains(path);
	}

	/** Whether a name comes: the new one, or a group on the way to it. */
	boolean makes(String path) {
		return to.filter(target -> target.equals(path) || target.startsWith(path + "/")).isPresent();
	}

	/**
	 * Carries it out.
	 *
	 * @param file a private copy, open for writing
	 * @throws IOException when it cannot be done; the copy is worthless then
	 */
	void apply(NativeFile file) throws IOException {
		for (String path : removed)
			if (!isMove || !path.equals(from.orElseThrow()))
				remove(file, path);
		if (to.isEmpty())
			return;
		String source = from.orElseThrow();
		try (Handle links = Handle.of(H5Pcreate(H5P_CLS_LINK_CREATE_ID_g()), hdf5::H5Pclose, "link properties");
				BytePointer a = NativeObject.utf8(source);
				BytePointer b = NativeObject.utf8(to.get())) {
			NativeHdf5.check(H5Pset_create_intermediate_group(links.id(), 1), "link properties");
			if (isMove)
				NativeHdf5.check(H5Lmove(file.id(), a, file.id(), b, links.id(), H5P_DEFAULT), "renaming " + source);
			else if (isLink)
				NativeHdf5.check(H5Lcopy(file.id(), a, file.id(), b, links.id(), H5P_DEFAULT), "copying " + source);
			else
				NativeHdf5.check(H5Ocopy(file.id(), a, file.id(), b, H5P_DEFAULT, links.id()), "copying " + source);
		}
	}

	private static void remove(NativeFile file, String path) throws IOException {
		try (BytePointer name = NativeObject.utf8(path)) {
			NativeHdf5.check(H5Ldelete(file.id(), name, H5P_DEFAULT), "removing " + path);
		}
	}
}
