// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5Layout;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.ConfigFile;
import org.pxst.processing.config.ConfigSection;
import org.pxst.processing.config.ProcessRecord;

/** Reads from a file how the result of a main loop came about. For background threads. */
final class RecordedLoop {
	private RecordedLoop() {
	}

	/**
	 * The runs that are recorded in a file.
	 *
	 * @param runs what has a file and a group with the result of a main loop
	 * @throws org.pxst.core.InvalidDataException when they cannot be read
	 */
	static Replay read(Hdf5Viewer viewer, FurtherRuns runs) {
		try (Hdf5View view = viewer.open(runs.result())) {
			int total = view.find(runs.group() + "/error_iteration").flatMap(Hdf5Entry::layout).map(RecordedLoop::length).orElse(0);
			List<Map<String, Literal>> given = ProcessRecord.of(view, runs.group()).stream()
					.filter(record -> record.step().equals(runs.step().name())).map(RecordedLoop::given).toList();
			return new Replay(given, total);
		}
	}

	private static int length(Hdf5Layout layout) {
		return layout.shape().size() == 1 ? layout.shape().get(0).intValue() : 0;
	}

	private static Map<String, Literal> given(ProcessRecord record) {
		Map<String, Literal> given = new LinkedHashMap<>();
		for (ConfigSection section : ConfigFile.parse(record.group(), record.configuration()).sections())
			section.entries().stream().filter(entry -> !entry.key().equals(ConfigFile.GROUP))
					.forEach(entry -> given.put(entry.key(), entry.value()));
		return given;
	}
}
