// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.pxst.ui.internal.edit.WrapRow;

/** Buttons that guide a main loop. The same ones go on after it has ended, by runs of their own. */
final class LoopControls {
	private static final String BACK = "Back to iteration...";
	private static final int FEW = 5;
	private static final int MOST = 10_000;

	private final WrapRow row;
	private final Button pause;
	private final Button goOn;
	private final Spinner count;
	private final Button more;
	private final Button stop;
	private final Button cancel;
	private final Combo back;
	private boolean isPaused;

	/** What the buttons do. */
	interface Orders {
		/** Pause, or go on when it is paused. */
		void pause(boolean paused);

		/** Go on as it would have gone on. */
		void goOn();

		/** Do so many iterations more. */
		void more(int iterations);

		/** End it and write. */
		void stop();

		/** End it and write nothing. */
		void cancel();

		/** Drop the iterations after this one. */
		void back(int iteration);
	}

	LoopControls(Composite parent, Orders orders) {
		row = new WrapRow(parent);
		pause = row.button(SWT.PUSH, "live.pause", "Pause", "Pauses after the iteration that runs, or goes on", b -> orders.pause(!isPaused));
		goOn = row.button(SWT.PUSH, "live.continue", "Continue", "", b -> orders.goOn());
		count = WrapRow.named(new Spinner(row, SWT.BORDER), "live.count");
		count.setValues(FEW, 1, MOST, 0, 1, 10);
		count.setToolTipText("How many iterations more");
		more = row.button(SWT.PUSH, "live.more", "More iterations", "", b -> orders.more(count.getSelection()));
		stop = row.button(SWT.PUSH, "live.stop", "Stop and keep", "Ends the main loop within a second: the iteration that runs is dropped, the result of those before is written",
				b -> orders.stop());
		cancel = row.button(SWT.PUSH, "live.cancel", "Cancel", "Stops the run within a second; what it has found is dropped",
				b -> orders.cancel());
		back = WrapRow.named(new Combo(row, SWT.DROP_DOWN | SWT.READ_ONLY), "live.back");
		back.setItems(BACK);
		back.select(0);
		back.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chooseBack(orders::back)));
	}

	private void chooseBack(IntConsumer chosen) {
		int index = back.getSelectionIndex();
		if (index <= 0)
			return;
		int iteration = Integer.parseInt(back.getItem(index));
		back.select(0);
		chosen.accept(iteration);
	}

	/** A button, after the others, that shows or hides the settings. */
	Button settingsSwitch() {
		Button settings = row.button(SWT.TOGGLE, "live.settings", "Settings",
				"Shows or hides what the iterations update, and the settings of the main loop", b -> {
					// whoever asked for it listens
				});
		settings.moveBelow(back);
		return settings;
	}

	/** The row that they are in. */
	Composite row() {
		return row;
	}

	/**
	 * While a main loop is there.
	 *
	 * @param paused   whether it is paused, or was told to
	 * @param stopping whether it is about to end
	 * @param kept     iterations that one can go back to
	 */
	void showAlive(boolean paused, boolean stopping, List<Integer> kept) {
		setPaused(paused);
		show(!stopping, false, !stopping, !stopping, true);
		more.setToolTipText("Does so many iterations, also when the error falls no more, and pauses then");
		setBack(kept, "Drops the iterations after this one, and pauses there");
	}

	/**
	 * After a main loop.
	 *
	 * @param left      how many iterations it would still have done at most; 0 when it had come to its end
	 * @param canDoMore whether its result is there to be gone on from
	 * @param kept      iterations that one can go back to
	 * @param isOver    whether nothing of the run goes on any more
	 */
	void showOver(int left, boolean canDoMore, List<Integer> kept, boolean isOver) {
		setPaused(false);
		show(false, left > 0, canDoMore, false, !isOver);
		goOn.setToolTipText("Goes on from the result in the file as the main loop would have gone on: until the error falls no more, "
				+ left + (left == 1 ? " iteration" : " iterations") + " at most");
		more.setToolTipText("Goes on from the result in the file for so many iterations, however little the error falls");
		setBack(kept, "Runs the same again up to this iteration, and replaces the result");
	}

	/** Before any. */
	void showNothing() {
		showOver(0, false, List.of(), true);
	}

	private void show(boolean canPause, boolean canGoOn, boolean canDoMore, boolean canStop, boolean canCancel) {
		boolean changed = setThere(pause, canPause);
		changed |= setThere(goOn, canGoOn);
		changed |= setThere(count, canDoMore);
		changed |= setThere(more, canDoMore);
		changed |= setThere(stop, canStop);
		changed |= setThere(cancel, canCancel);
		if (changed)
			row.getParent().layout(true, true);
	}

	/** What cannot be done is not there; says whether that is new. */
	private static boolean setThere(Control control, boolean there) {
		if (control.getVisible() == there && control.getLayoutData() != null)
			return false;
		RowData data = new RowData();
		data.exclude = !there;
		control.setLayoutData(data);
		control.setVisible(there);
		return true;
	}

	private void setPaused(boolean paused) {
		isPaused = paused;
		setText(pause, paused ? "Go on" : "Pause");
	}

	private void setText(Button button, String text) {
		if (text.equals(button.getText()))
			return;
		button.setText(text);
		row.getParent().layout(true, true);
	}

	private void setBack(List<Integer> kept, String tooltip) {
		if (setThere(back, !kept.isEmpty()))
			row.getParent().layout(true, true);
		back.setToolTipText(tooltip);
		List<String> items = Stream.concat(Stream.of(BACK), kept.stream().map(String::valueOf)).toList();
		List<String> before = List.of(back.getItems());
		// a list that is open would close
		if (back.getListVisible() || items.equals(before))
			return;
		if (items.size() > before.size() && items.subList(0, before.size()).equals(before)) {
			// much quicker than to make the list anew
			items.subList(before.size(), items.size()).forEach(back::add);
			return;
		}
		back.setItems(items.toArray(String[]::new));
		back.select(0);
	}
}
