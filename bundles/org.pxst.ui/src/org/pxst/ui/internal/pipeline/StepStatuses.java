// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.pxst.processing.run.PipelineStep;
import org.pxst.ui.internal.pipeline.StepStatus.Kind;
import org.pxst.ui.run.Run;

/** Puts together where the steps of a scan are: what its file says, and what is being run. */
final class StepStatuses {
	private static final StepStatus MISSING = new StepStatus(Kind.MISSING, "");

	private final Map<String, StepStatus> stored;
	private final Map<String, StepStatus> running = new HashMap<>();

	/**
	 * @param stored what the file says, by the step's name
	 * @param file   the scan
	 * @param runs   all runs, the oldest first
	 */
	StepStatuses(Map<String, StepStatus> stored, Path file, List<Run> runs) {
		this.stored = Map.copyOf(stored);
		runs.stream().filter(run -> isOf(run, file)).forEach(this::add);
	}

	private static boolean isOf(Run run, Path file) {
		return run.request().input().equals(file) || run.result().filter(file::equals).isPresent();
	}

	/** A later run has more to say. */
	private void add(Run run) {
		List<PipelineStep> steps = run.request().steps();
		// a step may be there twice; what is going on is more than what is to come
		for (int k = steps.size() - 1; k >= 0; k--) {
			String name = steps.get(k).step().name();
			if (k < run.step() || run.state() == Run.State.DONE)
				running.remove(name);
			else if (k == run.step())
				reached(run, name);
			else if (!run.state().isOver())
				running.put(name, new StepStatus(Kind.WAITING, "It is to be run: " + run.title() + "."));
		}
	}

	private void reached(Run run, String name) {
		switch (run.state()) {
		case RUNNING, PAUSED, STOPPING -> running.put(name, new StepStatus(Kind.RUNNING, run.activity()));
		case FAILED -> running.put(name, new StepStatus(Kind.FAILED, run.problem()));
		case WAITING -> running.put(name, new StepStatus(Kind.WAITING, ""));
		default -> running.remove(name);
		}
	}

	/** Where a step is. */
	StepStatus of(String step) {
		return running.getOrDefault(step, stored.getOrDefault(step, MISSING));
	}
}
