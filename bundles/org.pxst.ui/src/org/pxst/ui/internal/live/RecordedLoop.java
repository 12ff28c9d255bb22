// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ConfigSection;
import org.pxst.processing.config.ProcessRecord;

/** Reads from a file how the result of a main loop came about. For background threads. */
final class RecordedLoop {
	private RecordedLoop() {
	}

	/**
	 * How the loop of a group gets again to where it was earlier.
	 *
	 * @throws org.pxst.core.InvalidDataException when what was recorded cannot be read
	 */
	static Replay replay(Hdf5View view, String group) {
		return new Replay(runs(view, group), StoredIterations.read(view, group).iterations());
	}

	/**
	 * What was given for each recorded run of the main loop, in order.
	 *
	 * @throws org.pxst.core.InvalidDataException when it cannot be read
	 */
	static List<Map<String, Literal>> runs(Hdf5View view, String group) {
		return ProcessRecord.of(view, group).stream().filter(record -> record.step().equals(FurtherRuns.STEP)).map(RecordedLoop::given)
				.toList();
	}

	private static Map<String, Literal> given(ProcessRecord record) {
		Map<String, Literal> given = new LinkedHashMap<>();
		for (ConfigSection section : ConfigFile.parse(record.group(), record.configuration()).sections())
			section.entries().stream().filter(entry -> !entry.key().equals(ConfigFile.GROUP))
					.forEach(entry -> given.put(entry.key(), entry.value()));
		return given;
	}
}
