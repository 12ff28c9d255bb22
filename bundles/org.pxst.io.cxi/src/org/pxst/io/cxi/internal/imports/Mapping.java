// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is where: a mapping file, read.
 *
 * @param name        name of the protocol, or of the file; "" for what is only said in addition to one
 * @param description what kind of files it is for, "" when it does not say
 * @param detect      places that only files of this kind have
 * @param entries     what is said about each key
 */
record Mapping(String name, String description, List<Expression> detect, Map<Key, Entry> entries) {
	/** One that says nothing. */
	static Mapping empty(String name) {
		return new Mapping(name, "", List.of(), new EnumMap<>(Key.class));
	}

	/** What is said about a key. */
	Optional<Entry> entry(Key key) {
		return Optional.ofNullable(entries.get(key));
	}

	/** This one with what another says in addition; the other wins, and so does its way of saying the same thing. */
	Mapping with(Mapping other) {
		Map<Key, Entry> all = new EnumMap<>(Key.class);
		all.putAll(entries);
		for (Key key : other.entries.keySet())
			all.keySet().removeAll(key.replaces());
		all.putAll(other.entries);
		return new Mapping(other.name.isEmpty() ? name : other.name, other.description.isEmpty() ? description : other.description,
				other.detect.isEmpty() ? detect : other.detect, all);
	}
}
