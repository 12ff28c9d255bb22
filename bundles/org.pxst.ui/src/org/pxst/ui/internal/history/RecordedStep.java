// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.config.ConfigEntry;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ConfigSection;
import org.pxst.processing.config.ProcessRecord;

/**
 * A run of a step that is recorded in a file.
 *
 * @param group  absolute path of the group of results that it is in
 * @param record what is recorded
 */
public record RecordedStep(String group, ProcessRecord record) {
	/**
	 * What the user gave, as text by the parameter's name.
	 *
	 * @return empty when the record's configuration cannot be read
	 */
	public Map<String, String> given() {
		Map<String, String> given = new LinkedHashMap<>();
		try {
			for (ConfigSection section : configuration().sections())
				for (ConfigEntry entry : section.entries())
					given.put(entry.key(), entry.value().text());
		} catch (InvalidDataException e) {
			// what was used is known all the same
			return Map.of();
		}
		return given;
	}

	/**
	 * What the user gave, to run it again.
	 *
	 * @throws InvalidDataException when it cannot be read
	 */
	public ConfigFile configuration() {
		return ConfigFile.parse(group + "/" + record.group() + "/configuration", record.configuration());
	}

	/** Date and time in words, to the second, as the clock on the wall showed them there. */
	public String date() {
		return record.date().length() >= 19 ? record.date().substring(0, 19).replace('T', ' ') : record.date();
	}

	/** Whether a text is somewhere in it, small and capital letters being the same. */
	public boolean contains(String text) {
		String wanted = text.trim().toLowerCase(Locale.ROOT);
		String all = String.join("\n", group, record.step(), record.date(), record.command(), record.computedOn(),
				record.configuration(), record.parameters().toString());
		return all.toLowerCase(Locale.ROOT).contains(wanted);
	}
}
