// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.pxst.processing.run.PipelineRequest;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;

/**
 * Runs that have not ended, for whoever has to ask about them. For the UI thread.
 *
 * @param runs in the order in which they run
 */
record UnfinishedRuns(List<Run> runs) {
	/** All of them. */
	static UnfinishedRuns of(Runs all) {
		return new UnfinishedRuns(all.runs().stream().filter(run -> !run.state().isOver()).toList());
	}

	/** Those that read or write a file. */
	UnfinishedRuns on(Path file) {
		return new UnfinishedRuns(runs.stream().filter(run -> concerns(run, file)).toList());
	}

	/** Those that write into a file just now. */
	List<Run> writingInto(Path file) {
		return begun().stream().filter(run -> writes(run, file)).toList();
	}

	private static boolean writes(Run run, Path file) {
		PipelineRequest request = run.request();
		return run.result().or(() -> request.target().file()).orElse(request.input()).toAbsolutePath().normalize().equals(file);
	}

	private static boolean concerns(Run run, Path file) {
		return Stream.of(Optional.of(run.request().input()), run.request().target().file(), run.result()).flatMap(Optional::stream)
				.anyMatch(path -> path.toAbsolutePath().normalize().equals(file));
	}

	/** Those that have begun. */
	List<Run> begun() {
		return runs.stream().filter(run -> run.state() != Run.State.WAITING).toList();
	}

	/** Those that have not begun. */
	List<Run> waiting() {
		return runs.stream().filter(run -> run.state() == Run.State.WAITING).toList();
	}

	/** "1 run is not finished", and what it is. */
	String text() {
		return (runs.size() == 1 ? "1 run is not finished:" : runs.size() + " runs are not finished:")
				+ runs.stream().map(UnfinishedRuns::line).collect(Collectors.joining("\n    ", "\n    ", "\n"));
	}

	private static String line(Run run) {
		return run.title() + (run.state() == Run.State.WAITING ? " (waiting)" : "");
	}
}
