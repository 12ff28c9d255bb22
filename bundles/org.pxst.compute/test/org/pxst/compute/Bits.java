// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A result down to its last bit, to be compared with another.
 *
 * @param parts the components of the record in their order
 */
record Bits(List<Object> parts) {
	static Bits of(Record result) throws ReflectiveOperationException {
		List<Object> parts = new ArrayList<>();
		for (RecordComponent component : result.getClass().getRecordComponents())
			parts.add(part(component.getAccessor().invoke(result)));
		return new Bits(parts);
	}

	private static Object part(Object value) throws ReflectiveOperationException {
		if (value instanceof Record inner)
			return of(inner);
		if (value instanceof float[] values)
			return Arrays.toString(values);
		if (value instanceof double[] values)
			return Arrays.toString(values);
		if (value instanceof byte[] values)
			return Arrays.toString(values);
		return value;
	}
}
