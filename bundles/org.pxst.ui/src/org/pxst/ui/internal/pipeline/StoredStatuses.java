// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.processing.run.PipelineState;
import org.pxst.processing.run.StepState;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.internal.pipeline.StepStatus.Kind;

/** What a scan's file says of the steps, in words. For background threads. */
final class StoredStatuses {
	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ROOT);

	private final StepCatalogue catalogue;

	StoredStatuses(StepCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Reads where the steps are.
	 *
	 * @param view  the open file
	 * @param group absolute path of the results' group
	 * @param given what is set for each step, by its name
	 * @return by the step's name
	 * @throws org.pxst.core.InvalidDataException when the file cannot be read
	 */
	Map<String, StepStatus> read(Hdf5View view, String group, Map<String, Map<String, Literal>> given) {
		Map<String, StepStatus> statuses = new LinkedHashMap<>();
		PipelineState.of(view, group, catalogue, given).forEach((name, state) -> statuses.put(name, status(name, state)));
		return statuses;
	}

	private StepStatus status(String name, StepState state) {
		return switch (state.kind()) {
		case MISSING -> new StepStatus(Kind.MISSING, "");
		case DONE -> new StepStatus(Kind.DONE, made(name, state));
		case STALE -> new StepStatus(Kind.STALE, sentence(state.reason()) + " " + made(name, state));
		};
	}

	/** It begins with the name of a parameter, which stays as it is written. */
	private static String sentence(String reason) {
		return reason.isEmpty() ? "" : reason + ".";
	}

	/** When it was made and by which step. */
	private String made(String name, StepState state) {
		StringBuilder text = new StringBuilder();
		String when = when(state.date());
		String by = state.by().filter(other -> !other.equals(name)).flatMap(catalogue::step).map(step -> " by " + StepTitle.of(step)).orElse("");
		if (!when.isEmpty() || !by.isEmpty())
			text.append("Made").append(when.isEmpty() ? "" : " " + when).append(by).append('.');
		if (state.edited())
			text.append(text.isEmpty() ? "" : " ").append("Edited by hand.");
		return text.toString();
	}

	/** A date as people write it, where they are; "" when it is none. */
	private static String when(String iso) {
		try {
			return OffsetDateTime.parse(iso).atZoneSameInstant(ZoneId.systemDefault()).format(WHEN);
		} catch (DateTimeException e) {
			return "";
		}
	}
}
