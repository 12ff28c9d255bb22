// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.literal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A list or a tuple.
 *
 * @param items what is in it, in order
 * @param tuple whether it was written as a tuple; most readers need not care
 */
public record Sequence(List<Literal> items, boolean tuple) implements Literal {
	/** Takes a copy. */
	public Sequence {
		items = List.copyOf(items);
	}

	@Override
	public String text() {
		String inside = items.stream().map(Literal::text).collect(Collectors.joining(", "));
		if (!tuple)
			return "[" + inside + "]";
		return items.size() == 1 ? "(" + inside + ",)" : "(" + inside + ")";
	}
}
