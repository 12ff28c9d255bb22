// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Optional;

import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.steps.FrameList;
import org.pxst.ui.internal.edit.WrapRow;

/** The good frames as a list that can be typed, and the button that looks for bad ones. */
final class ChoiceBar extends Composite {
	private final FramesModel model;
	private final Text list;
	private final Label count;
	private final ControlDecoration wrong;

	/** @param suggesting called when bad frames are to be looked for */
	ChoiceBar(Composite parent, FramesModel model, Runnable suggesting) {
		super(parent, SWT.NONE);
		this.model = model;
		GridLayout layout = new GridLayout(4, false);
		layout.marginHeight = 1;
		layout.marginWidth = 4;
		layout.horizontalSpacing = 8;
		setLayout(layout);
		new Label(this, SWT.NONE).setText("Good frames");
		list = WrapRow.named(new Text(this, SWT.BORDER | SWT.SINGLE), "frames.list");
		list.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		list.setToolTipText("Good frames: numbers and ranges, counted from 0, for example 0-23,25,30-48. Enter takes what is typed");
		wrong = new ControlDecoration(list, SWT.TOP | SWT.LEFT);
		wrong.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_ERROR).getImage());
		wrong.hide();
		list.addListener(SWT.Modify, e -> check());
		list.addListener(SWT.DefaultSelection, e -> take());
		list.addListener(SWT.FocusOut, e -> take());
		list.addListener(SWT.Traverse, e -> {
			if (e.detail == SWT.TRAVERSE_ESCAPE)
				showChoice();
		});
		count = new Label(this, SWT.NONE);
		Button suggest = WrapRow.named(new Button(this, SWT.PUSH), "frames.suggest");
		suggest.setText("Suggest bad frames");
		suggest.setToolTipText("Looks for blank frames, beam dips, flashes, frames whose light is elsewhere, and those that the model "
				+ "does not explain (frame_check). Nothing is changed until you accept it");
		suggest.addListener(SWT.Selection, e -> suggesting.run());
		model.addListener(this::changed);
	}

	private void changed(FramesModel.Change change) {
		if (change == FramesModel.Change.SCAN || change == FramesModel.Change.CHOICE)
			showChoice();
	}

	private void showChoice() {
		model.choice().ifPresent(choice -> {
			if (!choice.text().equals(list.getText()))
				list.setText(choice.text());
			String text = choice.count() + " of " + choice.frames();
			if (!text.equals(count.getText())) {
				count.setText(text);
				layout();
			}
		});
	}

	private void check() {
		Optional<String> problem = problem();
		problem.ifPresent(wrong::setDescriptionText);
		if (problem.isPresent())
			wrong.show();
		else
			wrong.hide();
	}

	private Optional<String> problem() {
		FrameChoice choice = model.choice().orElse(null);
		if (choice == null || list.getText().equals(choice.text()))
			return Optional.empty();
		try {
			FrameList.parse(list.getText(), choice.frames());
			return Optional.empty();
		} catch (InvalidDataException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** Takes what was typed; what is wrong stays, to be mended. */
	private void take() {
		model.editor().ifPresent(editor -> {
			FrameChoice choice = editor.value();
			if (problem().isEmpty() && !list.getText().equals(choice.text())) {
				editor.edit("Type good frames",
						FrameChoice.of(choice.frames(), FrameList.parse(list.getText(), choice.frames()).indices()));
				showChoice();
			}
		});
	}
}
