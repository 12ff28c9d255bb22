// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.pxst.ui.run.Run;

/** Which run is looked at. */
final class FollowedRun {
	private FollowedRun() {
	}

	/**
	 * The run whose main loop goes on just now; else the newest one of the current scan that had a main loop. Without a current
	 * scan the newest one that had one.
	 *
	 * @param runs    the oldest first
	 * @param hasLoop whether a main loop of a run is known
	 * @param current file of the current scan
	 */
	static Optional<Run> of(List<Run> runs, Predicate<Run> hasLoop, Optional<Path> current) {
		List<Run> newest = runs.stream().filter(hasLoop).sorted(Comparator.comparingInt(runs::indexOf).reversed())
				.toList();
		Predicate<Run> goesOn = run -> !run.state().isOver();
		Predicate<Run> isOfCurrent = run -> current.filter(file -> isOf(run, file)).isPresent();
		return newest.stream().filter(goesOn).findFirst().or(() -> newest.stream().filter(isOfCurrent).findFirst())
				.or(() -> newest.stream().filter(run -> current.isEmpty()).findFirst());
	}

	private static boolean isOf(Run run, Path file) {
		return run.request().input().equals(file) || run.result().filter(file::equals).isPresent();
	}
}
