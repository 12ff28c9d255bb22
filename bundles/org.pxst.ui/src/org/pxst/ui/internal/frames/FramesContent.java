// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.internal.edit.Background;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.ReadQueue;

/** The widgets of the view: image, map of positions and curves with sashes between them, and the controls around. */
final class FramesContent {
	/** In a view that is lower than this, what can be left out is. */
	static final int LOW = 450;

	private final FrameImagePart image;
	private final NavigationBar navigation;
	private final Label about;
	private final FramesModel model;
	private final FrameText text;

	/**
	 * @param body       a column
	 * @param queue      reads from the scan that is shown
	 * @param file       the scan that is shown
	 * @param background computes
	 * @param suggesting called when bad frames are to be looked for
	 */
	FramesContent(Composite body, FramesModel model, Supplier<Optional<ReadQueue>> queue, Supplier<Optional<Path>> file,
			Background background, Runnable suggesting) {
		this.model = model;
		text = new FrameText(model);
		WrapRow row = new WrapRow(body);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		PartsLayout parts = new PartsLayout(body);
		parts.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		Composite imageArea = new Composite(parts.parent(), SWT.NONE);
		imageArea.setLayout(new FillLayout());
		image = new FrameImagePart(imageArea, model, queue);
		navigation = new NavigationBar(row, model, image::isUpToDate);
		new LookBar(row, model, file, background, image::setLook);
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
		new ChoiceBar(body, model, suggesting).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
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

	void togglePlaying() {
		navigation.togglePlaying();
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
