// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.BooleanDataset;
import org.eclipse.january.dataset.ByteDataset;
import org.eclipse.january.dataset.Dataset;
import org.eclipse.january.dataset.DatasetUtils;
import org.eclipse.january.dataset.DoubleDataset;
import org.eclipse.january.dataset.FloatDataset;
import org.eclipse.january.dataset.IntegerDataset;
import org.eclipse.january.dataset.LongDataset;
import org.eclipse.january.dataset.ShortDataset;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/** All that is in a group of a file: kinds, types, shapes, attributes, and values to the byte. */
final class StoredGroup {
	private static final String DATE = "date";

	private final Map<String, Stored> things = new TreeMap<>();

	private record Stored(String kind, Map<String, Object> attributes, byte[] values) {
	}

	private StoredGroup() {
	}

	/** What is in a group, by path relative to it. */
	static StoredGroup of(Path file, String group) {
		StoredGroup stored = new StoredGroup();
		try (Hdf5View view = TinyScan.service(Hdf5Viewer.class).open(file)) {
			for (Hdf5Entry entry : view.tree(group)) {
				Map<String, Object> attributes = new LinkedHashMap<>(entry.attributes());
				attributes.remove(DATE);
				attributes.replaceAll((name, value) -> value instanceof Object[] array ? List.of(array) : value);
				stored.things.put(entry.path().substring(group.length()), new Stored(entry.kind() + " " + entry.link() + " "
						+ entry.layout().map(layout -> layout.type() + " " + layout.shape()).orElse(""), attributes,
						entry.kind() == Hdf5Entry.Kind.DATASET ? bytes(view, entry.path()) : new byte[0]));
			}
		}
		return stored;
	}

	/** The same but for one thing in it. */
	StoredGroup without(String path) {
		StoredGroup rest = new StoredGroup();
		rest.things.putAll(things);
		rest.things.remove(path);
		return rest;
	}

	/** The results alone, without the records of the runs that made them. */
	StoredGroup withoutRecords() {
		StoredGroup rest = new StoredGroup();
		things.forEach((path, stored) -> {
			Map<String, Object> attributes = new LinkedHashMap<>(stored.attributes());
			attributes.remove("process");
			if (!path.startsWith("/process_"))
				rest.things.put(path, new Stored(stored.kind(), attributes, stored.values()));
		});
		return rest;
	}

	private static byte[] bytes(Hdf5View view, String path) {
		try {
			Dataset values = DatasetUtils.convertToDataset(view.values(path).getSlice()).flatten();
			ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.getSize(), Double.BYTES));
			if (values instanceof DoubleDataset numbers)
				bytes.asDoubleBuffer().put(numbers.getData());
			else if (values instanceof FloatDataset numbers)
				bytes.asFloatBuffer().put(numbers.getData());
			else if (values instanceof LongDataset numbers)
				bytes.asLongBuffer().put(numbers.getData());
			else if (values instanceof IntegerDataset numbers)
				bytes.asIntBuffer().put(numbers.getData());
			else if (values instanceof ShortDataset numbers)
				bytes.asShortBuffer().put(numbers.getData());
			else if (values instanceof ByteDataset numbers)
				bytes.put(numbers.getData());
			else if (values instanceof BooleanDataset truths)
				for (boolean truth : truths.getData())
					bytes.put((byte) (truth ? 1 : 0));
			else {
				StringBuilder texts = new StringBuilder();
				for (int k = 0; k < values.getSize(); k++)
					texts.append(values.getString(k)).append('\0');
				return texts.toString().getBytes(StandardCharsets.UTF_8);
			}
			return bytes.array();
		} catch (DatasetException e) {
			throw new AssertionError(path, e);
		}
	}

	/**
	 * Fails where another one is not the same. Dates are left out.
	 *
	 * @param but names of data sets that may have other values
	 */
	void checkSame(StoredGroup other, Set<String> but) {
		assertFalse(things.isEmpty());
		assertEquals(things.keySet(), other.things.keySet());
		things.forEach((path, stored) -> {
			Stored there = other.things.get(path);
			assertEquals(stored.kind(), there.kind(), path);
			assertEquals(stored.attributes(), there.attributes(), path);
			String name = path.substring(path.lastIndexOf('/') + 1);
			if (!name.equals(DATE) && !but.contains(name))
				assertArrayEquals(stored.values(), there.values(), () -> path + ": " + text(stored) + " and " + text(there));
		});
	}

	private static String text(Stored stored) {
		return new String(stored.values(), 0, Math.min(stored.values().length, 300), StandardCharsets.UTF_8);
	}
}
