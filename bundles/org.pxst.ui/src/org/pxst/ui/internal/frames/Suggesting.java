// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;

/** Looks for bad frames on request, one search at a time. For the UI thread. */
final class Suggesting {
	private final FramesModel model;
	private final Consumer<Boolean> running;
	private final Consumer<String> problems;
	private SuggestionJob job;

	/**
	 * @param running  told whether there is a search
	 * @param problems gets why one failed, or that it found nothing; "" when it began
	 */
	Suggesting(FramesModel model, Consumer<Boolean> running, Consumer<String> problems) {
		this.model = model;
		this.running = running;
		this.problems = problems;
	}

	/** Starts a search in a file, or stops the one that runs. */
	void toggle(Path file) {
		if (job != null) {
			cancel();
			return;
		}
		FrameChoice choice = model.choice().orElse(null);
		if (choice == null)
			return;
		problems.accept("");
		Display display = Display.getCurrent();
		SuggestionJob[] started = new SuggestionJob[1];
		started[0] = new SuggestionJob(file, choice.indices(), model.scan().flatMap(ScanFrames::errors), outcome -> {
			if (!display.isDisposed())
				display.asyncExec(() -> take(started[0], outcome));
		});
		job = started[0];
		running.accept(true);
		job.schedule();
	}

	/** Stops the search, if there is one. */
	void cancel() {
		if (job == null)
			return;
		job.cancel();
		job = null;
		running.accept(false);
	}

	private void take(SuggestionJob from, SuggestionJob.Outcome outcome) {
		if (from != job)
			return;
		job = null;
		running.accept(false);
		problems.accept(outcome.problem());
		outcome.suggestions().ifPresent(found -> {
			if (found.isEmpty())
				problems.accept("All good frames look alike: there is no suggestion for a bad one.");
			model.suggest(found);
		});
	}
}
