// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import static org.bytedeco.hdf5.global.hdf5.H5Aget_space;
import static org.bytedeco.hdf5.global.hdf5.H5Aget_type;
import static org.bytedeco.hdf5.global.hdf5.H5Aiterate2;
import static org.bytedeco.hdf5.global.hdf5.H5Aopen;
import static org.bytedeco.hdf5.global.hdf5.H5Aread;
import static org.bytedeco.hdf5.global.hdf5.H5P_DEFAULT;
import static org.bytedeco.hdf5.global.hdf5.H5Sextent_equal;
import static org.bytedeco.hdf5.global.hdf5.H5Sget_simple_extent_npoints;
import static org.bytedeco.hdf5.global.hdf5.H5Tequal;
import static org.bytedeco.hdf5.global.hdf5.H5_INDEX_NAME;
import static org.bytedeco.hdf5.global.hdf5.H5_ITER_INC;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.bytedeco.hdf5.H5A_info_t;
import org.bytedeco.hdf5.H5A_operator2_t;
import org.bytedeco.hdf5.global.hdf5;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.pxst.core.CancelledException;
import org.pxst.io.cxi.internal.NativeObject.NamedLink;

/**
 * Makes sure that a changed copy of a file has everything of the original but what was meant to change: every group with
 * its links, every attribute, every data set with its stored values; and that what was one object under several names
 * still is one.
 */
final class FileComparison {
	private final NativeFile original;
	private final NativeFile copy;
	private final LinkChange change;
	private final boolean rewritten;
	private final BooleanSupplier cancelled;

	/** Which object of the copy is which of the original. */
	private static final class Pairs {
		private final Map<ByteBuffer, ByteBuffer> known = new HashMap<>();
		private final Set<ByteBuffer> used = new HashSet<>();

		/** Returns whether they have been compared before. */
		boolean add(NativeObject a, NativeObject b) throws IOException {
			ByteBuffer before = known.putIfAbsent(a.token(), b.token());
			if (before != null ? !before.equals(b.token()) : !used.add(b.token()))
				throw new IOException("what is one object under several names in the original is not in the copy, or the other way "
						+ "round: " + a.path() + "; nothing was changed");
			return before != null;
		}
	}

	/**
	 * @param original  the file as it was, open
	 * @param copy      the changed copy, open
	 * @param change    what was meant to change
	 * @param rewritten whether the copy was written anew, and not byte for byte
	 * @param cancelled whether to stop
	 */
	FileComparison(NativeFile original, NativeFile copy, LinkChange change, boolean rewritten, BooleanSupplier cancelled) {
		this.original = original;
		this.copy = copy;
		this.change = change;
		this.rewritten = rewritten;
		this.cancelled = cancelled;
	}

	/**
	 * Compares everything.
	 *
	 * @throws IOException        when something is missing, different or too much; names it
	 * @throws CancelledException when it is to stop
	 */
	void compare() throws IOException {
		try (ValueComparison values = new ValueComparison(original, copy, cancelled)) {
			Pairs pairs = new Pairs();
			compareObjects("/", "/", pairs, rewritten, true, values);
			if (change.to().isPresent()) {
				String from = change.from().orElseThrow();
				String to = change.to().get();
				NamedLink a = link(original, from);
				NamedLink b = link(copy, to);
				if (a.kind() != b.kind() || !a.value().equals(b.value()))
					throw ValueComparison.different(to);
				if (a.isHard())
					compareObjects(from, to, change.isMove() ? pairs : new Pairs(), rewritten || !change.isMove(), false, values);
			}
		}
	}

	private static NamedLink link(NativeFile file, String path) throws IOException {
		int slash = path.lastIndexOf('/');
		try (NativeObject group = NativeObject.open(file, slash == 0 ? "/" : path.substring(0, slash))) {
			for (NamedLink link : group.links())
				if (link.name().equals(path.substring(slash + 1)))
					return link;
		}
		throw new IOException("there is no " + path + " in the copy; nothing was changed");
	}

	/**
	 * Compares an object and all that is below it.
	 *
	 * @param changed whether the change is to be looked for there
	 */
	private void compareObjects(String pathA, String pathB, Pairs pairs, boolean moved, boolean changed, ValueComparison values)
			throws IOException {
		if (cancelled.getAsBoolean())
			throw new CancelledException("comparing " + pathA);
		try (NativeObject a = NativeObject.open(original, pathA); NativeObject b = NativeObject.open(copy, pathB)) {
			if (a.kind() != b.kind())
				throw ValueComparison.different(pathA);
			if (pairs.add(a, b))
				return;
			compareAttributes(a, b, moved);
			if (a.isDataset())
				values.compare(a, b, moved);
			else if (a.isGroup())
				compareLinks(a, b, pairs, moved, changed, values);
		}
	}

	private void compareLinks(NativeObject a, NativeObject b, Pairs pairs, boolean moved, boolean changed, ValueComparison values)
			throws IOException {
		Map<String, NamedLink> there = new LinkedHashMap<>();
		for (NamedLink link : b.links())
			there.put(link.name(), link);
		for (NamedLink link : a.links()) {
			String path = a.child(link.name());
			if (change.removes(path)) {
				if (there.containsKey(link.name()) && !change.makes(b.child(link.name())))
					throw new IOException("the copy still has " + path + "; nothing was changed");
				there.remove(link.name());
				continue;
			}
			NamedLink other = there.remove(link.name());
			if (other == null || other.kind() != link.kind() || !other.value().equals(link.value()))
				throw ValueComparison.different(path);
			if (link.isHard())
				compareObjects(path, b.child(link.name()), pairs, moved, changed, values);
		}
		for (String name : there.keySet())
			if (!changed || !change.makes(b.child(name)))
				throw new IOException("the copy has " + b.child(name) + ", which the original has not; nothing was changed");
	}

	private static void compareAttributes(NativeObject a, NativeObject b, boolean moved) throws IOException {
		List<String> names = names(a);
		if (!names.equals(names(b)))
			throw ValueComparison.different("list of attributes of " + a.path());
		for (String name : names)
			try (BytePointer text = NativeObject.utf8(name);
					Handle first = Handle.of(H5Aopen(a.handle().id(), text, H5P_DEFAULT), hdf5::H5Aclose, name);
					Handle second = Handle.of(H5Aopen(b.handle().id(), text, H5P_DEFAULT), hdf5::H5Aclose, name)) {
				compareAttribute(first, second, "attribute " + name + " of " + a.path(), moved);
			}
	}

	private static void compareAttribute(Handle a, Handle b, String what, boolean moved) throws IOException {
		try (Handle typeA = Handle.of(H5Aget_type(a.id()), hdf5::H5Tclose, what);
				Handle typeB = Handle.of(H5Aget_type(b.id()), hdf5::H5Tclose, what);
				Handle spaceA = Handle.of(H5Aget_space(a.id()), hdf5::H5Sclose, what);
				Handle spaceB = Handle.of(H5Aget_space(b.id()), hdf5::H5Sclose, what)) {
			if (H5Tequal(typeA.id(), typeB.id()) <= 0 || H5Sextent_equal(spaceA.id(), spaceB.id()) <= 0)
				throw ValueComparison.different(what);
			NativeElements elements = new NativeElements(typeA, what);
			if (moved)
				elements.requireComparable();
			int count = Math.toIntExact(H5Sget_simple_extent_npoints(spaceA.id()));
			boolean same = true;
			if (elements.isText())
				same = Arrays.equals(elements.text(spaceA, count, target -> H5Aread(a.id(), typeA.id(), target)),
						elements.text(spaceA, count, target -> H5Aread(b.id(), typeA.id(), target)));
			else if (elements.isPlain())
				same = Arrays.equals(elements.bytes(count, target -> H5Aread(a.id(), typeA.id(), target)),
						elements.bytes(count, target -> H5Aread(b.id(), typeA.id(), target)));
			if (!same)
				throw ValueComparison.different(what);
		}
	}

	/** Names of all attributes, in their alphabetical order. */
	static List<String> names(NativeObject object) throws IOException {
		List<String> names = new ArrayList<>();
		try (Collector collector = new Collector(names)) {
			NativeHdf5.check(
					H5Aiterate2(object.handle().id(), H5_INDEX_NAME, H5_ITER_INC, new long[] { 0 }, collector, null),
					"listing the attributes of " + object.path());
		}
		return names;
	}

	private static final class Collector extends H5A_operator2_t {
		private final List<String> names;

		Collector(List<String> names) {
			this.names = names;
		}

		@Override
		public int call(long object, BytePointer name, H5A_info_t info, Pointer data) {
			names.add(name.getString(StandardCharsets.UTF_8));
			return 0;
		}
	}
}
