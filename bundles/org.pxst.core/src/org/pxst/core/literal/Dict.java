// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A dictionary.
 *
 * @param entries values by key, in the order they were written
 */
public record Dict(Map<Literal, Literal> entries) implements Literal {
	/** Takes a copy that keeps the order. */
	public Dict {
		entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
	}

	@Override
	public String text() {
		return entries.entrySet().stream().map(entry -> entry.getKey().text() + ": " + entry.getValue().text())
				.collect(Collectors.joining(", ", "{", "}"));
	}
}
