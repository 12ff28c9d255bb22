// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.jobs;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;

/** What can be done about the run that is selected. For the UI thread. */
final class JobButtons {
	private static final String PAUSE = "Pause";
	private static final String GO_ON = "Go on";

	private final Supplier<Optional<Run>> selected;
	private final WrapRow row;
	private final Button pause;
	private final Button stop;
	private final Button cancel;
	private final Button remove;
	private final Button up;
	private final Button down;
	private final Button result;

	/**
	 * @param parent   with a grid of one column
	 * @param runs     all runs
	 * @param selected the run that they are about
	 * @param show     shows the result of a run
	 */
	JobButtons(Composite parent, Runs runs, Supplier<Optional<Run>> selected, Consumer<Run> show) {
		this.selected = selected;
		row = new WrapRow(parent);
		pause = button("jobs.pause", PAUSE, "Pauses the main loop after the iteration that runs, or lets it go on", this::pause);
		stop = button("jobs.stop", "Stop and keep",
				"Ends the main loop within a second, and the run after the step that runs; what is done is written",
				Run::stop);
		cancel = button("jobs.cancel", "Cancel",
				"Stops the run at once; what the running step has found is dropped, what was written before stays", Run::cancel);
		up = button("jobs.up", "Earlier", "Lets a run that waits change places with the one that waits before it",
				run -> runs.move(run, -1));
		down = button("jobs.down", "Later", "Lets a run that waits change places with the one that waits after it",
				run -> runs.move(run, 1));
		result = button("jobs.show", "Show result", "Shows the file that has the result in all views", show);
		remove = button("jobs.remove", "Remove", "Takes a run that has ended off the list; its result stays in the file",
				runs::remove);
	}

	private Button button(String id, String text, String tooltip, Consumer<Run> action) {
		Button button = row.button(SWT.PUSH, id, text, tooltip, clicked -> selected.get().ifPresent(action));
		button.setLayoutData(new RowData());
		return button;
	}

	private void pause(Run run) {
		run.loop().ifPresent(loop -> {
			if (loop.isPaused())
				loop.goOn();
			else
				loop.pause();
		});
		update();
	}

	/** What holds them. */
	Composite control() {
		return row;
	}

	/** Offers what can be done, and nothing else: in a dark window one does not see which buttons are disabled. */
	void update() {
		Optional<Run> run = selected.get();
		Optional<LoopRemote> loop = run.filter(r -> r.state() != Run.State.STOPPING).flatMap(Run::loop).filter(LoopRemote::isAlive);
		boolean waits = run.filter(r -> r.state() == Run.State.WAITING).isPresent();
		String text = loop.filter(LoopRemote::isPaused).isPresent() ? GO_ON : PAUSE;
		boolean changed = !pause.getText().equals(text);
		if (changed)
			pause.setText(text);
		changed |= offer(pause, loop.isPresent());
		changed |= offer(stop, run.filter(r -> r.state() == Run.State.RUNNING || r.state() == Run.State.PAUSED).isPresent());
		changed |= offer(cancel, run.filter(r -> !r.state().isOver()).isPresent());
		changed |= offer(up, waits);
		changed |= offer(down, waits);
		changed |= offer(result, run.flatMap(Run::result).isPresent());
		changed |= offer(remove, run.filter(r -> r.state().isOver()).isPresent());
		if (changed) {
			row.layout();
			row.getParent().layout();
		}
	}

	/** Shows a button, or not; true when that is another than before. */
	private static boolean offer(Button button, boolean offered) {
		RowData data = (RowData) button.getLayoutData();
		if (data.exclude != offered)
			return false;
		data.exclude = !offered;
		button.setVisible(offered);
		return true;
	}
}
