// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.config;

import java.util.List;

/**
 * A section of a configuration file.
 *
 * @param name    as it stands in brackets
 * @param line    of the brackets, from 1 on
 * @param entries in order
 */
public record ConfigSection(String name, int line, List<ConfigEntry> entries) {
	/** What the 2020 suite adds to the name of a step for the parameters that few users touch. */
	private static final String ADVANCED = "-advanced";

	/** Takes a copy. */
	public ConfigSection {
		entries = List.copyOf(entries);
	}

	/** The step that it is for. */
	public String step() {
		return name.endsWith(ADVANCED) ? name.substring(0, name.length() - ADVANCED.length()) : name;
	}
}
