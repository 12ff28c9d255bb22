// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;
import org.pxst.ui.internal.edit.WrapRow;

/** Which frame is current: a number, a slider, and play. */
final class NavigationBar {
	private static final int[] SPEEDS = { 1, 2, 5, 10, 25, 50 };
	private static final int USUAL_SPEED = 3;
	private static final int PAGE = 10;

	private final FramesModel model;
	private final BooleanSupplier ready;
	private final Button play;
	private final Combo speed;
	private final Spinner number;
	private final Label total;
	private final Scale slider;
	private boolean playing;

	/**
	 * @param row   where the controls go
	 * @param model what they drive
	 * @param ready whether the frame that was asked for last is on the screen, so that playing can go on
	 */
	NavigationBar(WrapRow row, FramesModel model, BooleanSupplier ready) {
		this.model = model;
		this.ready = ready;
		play = row.button(SWT.TOGGLE, "frames.play", "Play", "Shows frame after frame (Space)", b -> setPlaying(b.getSelection()));
		speed = WrapRow.named(new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN), "frames.speed");
		for (int s : SPEEDS)
			speed.add(s + " / s");
		speed.select(USUAL_SPEED);
		speed.setToolTipText("How many frames a second are played");
		row.label("Frame");
		number = WrapRow.named(new Spinner(row, SWT.BORDER), "frames.number");
		number.setPageIncrement(PAGE);
		number.setToolTipText("The current frame, counted from 0 (left, right, page up, page down, Home, End)");
		number.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> model.setFrame(number.getSelection())));
		total = row.label("of 0");
		slider = WrapRow.named(new Scale(row, SWT.HORIZONTAL), "frames.slider");
		slider.setLayoutData(new RowData(120, SWT.DEFAULT));
		slider.setToolTipText("The current frame");
		slider.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> model.setFrame(slider.getSelection())));
		model.addListener(this::changed);
	}

	private void changed(FramesModel.Change change) {
		if (change == FramesModel.Change.SCAN)
			model.scan().ifPresent(this::show);
		if (change != FramesModel.Change.SCAN && change != FramesModel.Change.FRAME)
			return;
		if (number.getSelection() != model.frame())
			number.setSelection(model.frame());
		if (slider.getSelection() != model.frame())
			slider.setSelection(model.frame());
	}

	private void show(ScanFrames scan) {
		int last = scan.frames() - 1;
		number.setValues(Math.min(last, Math.max(0, model.frame())), 0, last, 0, 1, PAGE);
		slider.setMaximum(Math.max(1, last));
		slider.setPageIncrement(PAGE);
		String text = "of 0-" + last;
		if (!total.getText().equals(text)) {
			total.setText(text);
			total.setToolTipText(scan.frames() + " frames, counted from 0");
			Composite row = total.getParent();
			row.getParent().layout(true, true);
		}
	}

	/** Starts or stops playing. */
	void setPlaying(boolean on) {
		play.setSelection(on);
		play.setText(on ? "Pause" : "Play");
		if (on && !playing)
			play.getDisplay().timerExec(interval(), this::tick);
		playing = on;
	}

	/** Starts playing, or stops it. */
	void togglePlaying() {
		setPlaying(!playing);
	}

	private int interval() {
		return 1000 / SPEEDS[Math.max(0, speed.getSelectionIndex())];
	}

	private void tick() {
		if (play.isDisposed() || !playing)
			return;
		if (model.scan().isEmpty()) {
			setPlaying(false);
			return;
		}
		play.getDisplay().timerExec(interval(), this::tick);
		// a slow disk makes it slower, but skips nothing
		if (ready.getAsBoolean())
			model.setFrame((model.frame() + 1) % model.scan().get().frames());
	}
}
