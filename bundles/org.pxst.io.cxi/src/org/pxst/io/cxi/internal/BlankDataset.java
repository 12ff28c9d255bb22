// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

import org.pxst.core.scan.PixelType;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFrames;

import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;

/**
 * A data set as jhdf is to make it, with its type, shape and attributes, but without its values. jhdf wants nested arrays
 * of all values; here all rows are one and the same, so that even a large stack of frames takes no memory.
 *
 * @param elements   a boxed value, a String, or nested arrays
 * @param unsigned   whether integers have no sign
 * @param attributes by name, in the order in which they are written
 */
record BlankDataset(Object elements, boolean unsigned, Map<String, Object> attributes) {
	/**
	 * For values in memory.
	 *
	 * @throws IllegalArgumentException when there are values or attributes that cannot be written
	 */
	static BlankDataset of(CxiDataset dataset) {
		Elements values = new Elements(dataset.values());
		Class<?> type = dataset.values().getClass().getComponentType();
		Object one = values.isText() ? longest(values.text()) : zero(type);
		return new BlankDataset(repeated(one, type, dataset.shape()), type == byte.class || type == short.class,
				checked(dataset.attributes()));
	}

	/**
	 * For frames from a source.
	 *
	 * @throws IllegalArgumentException when there are attributes that cannot be written
	 */
	static BlankDataset of(CxiFrames content) {
		PixelType pixels = content.frames().type();
		Class<?> type = switch (pixels) {
		case UINT8, INT8 -> byte.class;
		case UINT16, INT16 -> short.class;
		case UINT32, INT32 -> int.class;
		case UINT64, INT64 -> long.class;
		case FLOAT32 -> float.class;
		case FLOAT64 -> double.class;
		};
		boolean unsigned = switch (pixels) {
		case UINT8, UINT16, UINT32, UINT64 -> true;
		case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64 -> false;
		};
		return new BlankDataset(repeated(zero(type), type, content.frames().frames(),
				content.frames().rows(), content.frames().columns()), unsigned, checked(content.attributes()));
	}

	/** Boxed. */
	private static Object zero(Class<?> type) {
		return Array.get(Array.newInstance(type, 1), 0);
	}

	/** The type has the length of the longest. */
	private static String longest(String[] text) {
		return Arrays.stream(text).max(Comparator.comparingInt(s -> s.getBytes(StandardCharsets.UTF_8).length)).orElse("");
	}

	private static Object repeated(Object one, Class<?> type, int... shape) {
		if (shape.length == 0)
			return one;
		Object row = Array.newInstance(type, shape[shape.length - 1]);
		if (row instanceof String[] text)
			Arrays.fill(text, one);
		for (int axis = shape.length - 2; axis >= 0; axis--) {
			Object[] rows = (Object[]) Array.newInstance(row.getClass(), shape[axis]);
			Arrays.fill(rows, row);
			row = rows;
		}
		return row;
	}

	private static Map<String, Object> checked(Map<String, Object> attributes) {
		attributes.forEach(AttributeOutput::array);
		return new TreeMap<>(attributes);
	}

	/** Makes it. */
	void make(WritableGroup group, String name) {
		DatasetCreationOptions options = unsigned ? DatasetCreationOptions.builder().unsigned().build()
				: DatasetCreationOptions.DEFAULT;
		WritableDataset made = group.putDataset(name, elements, options);
		attributes.forEach(made::putAttribute);
	}
}
