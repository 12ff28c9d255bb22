// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.session.ReadQueue;

/** The widgets of the view: image, map of positions and curves with sashes between them, and the controls around. */
final class FramesContent {
	/** In a view that is lower than this, what can be left out is. */
	static final int LOW = 450;

	private final FrameImagePart image;
	private final NavigationBar navigation;
	private final ChoiceBar choice;
	private final NoteBar note;
	private final Label about;
	private final FramesModel model;
	private final FrameText text;

	/**
	 * @param parent     filled
	 * @param queue      reads from the scan that is shown
	 * @param suggesting called when bad frames are to be looked for, or no longer
	 * @param problems   gets what is wrong; "" when nothing is
	 */
	FramesContent(Composite parent, FramesModel model, Supplier<Optional<ReadQueue>> queue, Runnable suggesting,
			Consumer<String> problems) {
		this.model = model;
		text = new FrameText(model);
		Composite body = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout(1, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		body.setLayout(layout);
		note = new NoteBar(body, () -> model.editor().ifPresent(ChoiceEditor::revert));
		WrapRow row = new WrapRow(body);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		PartsLayout parts = new PartsLayout(body);
		parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		Composite imageArea = new Composite(parts.parent(), SWT.NONE);
		imageArea.setLayout(new FillLayout());
		image = new FrameImagePart(imageArea, model, queue);
		navigation = new NavigationBar(row, model, image::isUpToDate);
		new LookBar(row, model, queue, image::setLook, problems);
		Composite mapArea = new Composite(parts.parent(), SWT.NONE);
		mapArea.setLayout(layout(new GridLayout(1, false)));
		WrapRow selecting = new WrapRow(mapArea);
		selecting.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		PositionPlot map = new PositionPlot(mapArea, model, text);
		map.plot().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		Composite curveArea = new Composite(parts.parent(), SWT.NONE);
		curveArea.setLayout(new FillLayout());
		CurvePlot curves = new CurvePlot(curveArea, model, text);
		new SelectionBar(selecting, model, tool -> {
			map.setTool(tool);
			curves.setTool(tool);
		});
		parts.setParts(imageArea, mapArea, curveArea);
		about = WrapRow.named(new Label(body, SWT.NONE), "frames.about");
		GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
		line.horizontalIndent = 4;
		about.setLayoutData(line);
		new SuggestionPanel(body, model);
		choice = new ChoiceBar(body, model, suggesting);
		choice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		model.addListener(change -> describe());
		body.addListener(SWT.Resize, e -> {
			// where it is tight, tooltips in the plots say the same
			line.exclude = body.getSize().y < LOW;
			about.setVisible(!line.exclude);
		});
	}

	private static GridLayout layout(GridLayout layout) {
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		return layout;
	}

	private void describe() {
		int selected = model.selected().cardinality();
		String line = text.of(model.frame()) + (selected == 0 ? "" : "; " + selected + " selected");
		about.setText(line.replace("&", "&&"));
		about.setToolTipText(line);
	}

	FrameImagePart image() {
		return image;
	}

	void setSuggesting(boolean running) {
		choice.setSuggesting(running);
	}

	void togglePlaying() {
		navigation.togglePlaying();
	}

	void showNote(String message, boolean canRevert) {
		note.show(message, canRevert);
	}

	/** Stops playing and lets go of the scan. */
	void forget() {
		navigation.setPlaying(false);
		image.forget();
	}

	void setFocus() {
		image.viewer().canvas().setFocus();
	}
}
