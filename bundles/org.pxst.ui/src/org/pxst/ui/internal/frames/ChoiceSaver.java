// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.time.Instant;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Display;
import org.pxst.ui.session.OpenScan;

/** Saves edited choices. For the UI thread. */
final class ChoiceSaver {
	private static final String NONE_GOOD = "No frame is good: the choice is not saved. Mark at least one frame good.";

	private final Consumer<String> problems;

	/** @param problems gets why a choice is not saved; "" when it is */
	ChoiceSaver(Consumer<String> problems) {
		this.problems = problems;
	}

	/**
	 * Saves a choice and waits until it is written, while the window goes on to live: the platform closes the view after
	 * this.
	 *
	 * @param scan   where to
	 * @param editor what
	 * @return whether it is in the file
	 */
	boolean save(OpenScan scan, ChoiceEditor editor) {
		FrameChoice choice = editor.choice();
		if (choice.count() == 0) {
			problems.accept(NONE_GOOD);
			return false;
		}
		String[] outcome = new String[1];
		scan.write(ChoiceContent.GROUP, ChoiceContent.of(choice, editor.isInResults(), Instant.now()), "good frames", problem -> {
			outcome[0] = problem;
			if (problem.isEmpty())
				editor.saved(choice);
			problems.accept(problem.isEmpty() ? "" : "The choice of good frames is not saved: " + problem);
		});
		Display display = Display.getCurrent();
		while (outcome[0] == null && !display.isDisposed())
			if (!display.readAndDispatch())
				display.sleep();
		return "".equals(outcome[0]);
	}
}
