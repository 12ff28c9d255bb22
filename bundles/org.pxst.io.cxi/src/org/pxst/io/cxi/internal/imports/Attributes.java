// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.lang.reflect.Array;
import java.util.Map;
import java.util.Optional;

/** Values of HDF5 attributes, which programs write as scalars or as arrays of one. */
final class Attributes {
	private Attributes() {
	}

	/** A text. */
	static Optional<String> text(Map<String, Object> attributes, String name) {
		return single(attributes.get(name)).filter(String.class::isInstance).map(value -> ((String) value).strip());
	}

	/** Numbers, flat. */
	static Optional<double[]> numbers(Map<String, Object> attributes, String name) {
		Object value = attributes.get(name);
		if (value instanceof Number number)
			return Optional.of(new double[] { number.doubleValue() });
		if (value == null || !value.getClass().isArray())
			return Optional.empty();
		double[] numbers = new double[Array.getLength(value)];
		for (int k = 0; k < numbers.length; k++) {
			if (!(Array.get(value, k) instanceof Number number))
				return Optional.empty();
			numbers[k] = number.doubleValue();
		}
		return Optional.of(numbers);
	}

	private static Optional<Object> single(Object value) {
		return value != null && value.getClass().isArray() && Array.getLength(value) == 1
				? Optional.ofNullable(Array.get(value, 0))
				: Optional.ofNullable(value);
	}
}
