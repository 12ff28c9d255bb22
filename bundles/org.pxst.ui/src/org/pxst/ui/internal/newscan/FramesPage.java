// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.RoiTool;
import org.pxst.ui.internal.edit.WrapRow;

/** Which frames and which part of them take part, with a picture of what a few frames say. */
final class FramesPage extends ScanPage {
	private static final int LEAST_LINES = 22;
	private static final int PATIENCE_MS = 400;

	private final Previews previews;
	private Button automatic;
	private Button own;
	private Text region;
	private Text leftOut;
	private Button mask;
	private Combo shown;
	private ImageViewer viewer;
	private Label text;
	private WorkBar work;
	private Optional<DetectorPictures> pictures = Optional.empty();
	private Optional<RoiTool> tool = Optional.empty();
	private boolean showing;

	/**
	 * @param scan     what the wizard is about
	 * @param previews finds mask, whitefield and region
	 */
	FramesPage(NewScan scan, Previews previews) {
		super("frames", "Frames and region", "Look at the light on the detector, and choose another region or leave frames out if need be.",
				scan);
		this.previews = previews;
	}

	@Override
	void createContent(Composite parent) {
		Composite top = new Composite(parent, SWT.NONE);
		top.setLayout(new GridLayout(4, false));
		top.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		new Label(top, SWT.NONE).setText("Region of interest:");
		automatic = radio(top, "new.roi.automatic", "automatic (found again from all frames)", "The reconstruction finds the region itself");
		own = radio(top, "new.roi.own", "this one:", "The region that is drawn in the picture, or typed here");
		region = WrapRow.named(new Text(top, SWT.BORDER), "new.roi");
		region.setToolTipText("First row, row after the last, first column, column after the last; or drag the rectangle in the picture");
		region.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		region.addModifyListener(e -> typedRegion());
		new Label(top, SWT.NONE).setText("Frames to leave out:");
		leftOut = WrapRow.named(new Text(top, SWT.BORDER), "new.frames");
		leftOut.setMessage("none; or for example 3,7-9");
		leftOut.setToolTipText("Numbers and ranges of frames that do not take part, counted from 0");
		leftOut.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		leftOut.addModifyListener(e -> typedFrames());
		mask = new Button(top, SWT.CHECK);
		WrapRow.named(mask, "new.mask").setText("With the mask of the Mask view");
		mask.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		mask.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			scan().setEditedMask(mask.getSelection());
			preview();
		}));
		Composite row = new Composite(parent, SWT.NONE);
		row.setLayout(new GridLayout(3, false));
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		new Label(row, SWT.NONE).setText("Picture:");
		shown = WrapRow.named(new Combo(row, SWT.READ_ONLY), "new.frames.picture");
		shown.setItems("whitefield", "first frame");
		shown.select(0);
		shown.setToolTipText("What the picture shows: the median over a few frames, or the first frame that takes part");
		shown.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showPicture()));
		work = new WorkBar(row, "new.frames.work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		viewer = WrapRow.named(new ImageViewer(parent), "new.frames.image");
		viewer.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		text = note(parent, "new.frames.text");
	}

	private Button radio(Composite parent, String id, String label, String tooltip) {
		Button button = WrapRow.named(new Button(parent, SWT.RADIO), id);
		button.setText(label);
		button.setToolTipText(tooltip);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			if (button.getSelection())
				choose(button == own);
		}));
		return button;
	}

	@Override
	int leastLines() {
		return LEAST_LINES;
	}

	private void choose(boolean ownRegion) {
		if (ownRegion && region.getText().isBlank())
			take(drawn());
		scan().setRegion(new RegionText(ownRegion ? region.getText() : ""));
		if (!ownRegion)
			showRegion();
		check();
	}

	/** The region that is in the picture: what the user chose, else what was found. */
	private Optional<Roi> drawn() {
		Optional<Roi> chosen = regionProblem().isEmpty() ? scan().roi() : Optional.empty();
		return chosen.or(() -> pictures.map(p -> p.detector().roi()));
	}

	private Optional<String> regionProblem() {
		return scan().look().flatMap(look -> scan().region().problem(look.rows(), look.columns()));
	}

	private void take(Optional<Roi> roi) {
		showing = true;
		roi.ifPresent(r -> region.setText(RegionText.of(r).text()));
		showing = false;
	}

	private void typedRegion() {
		if (showing)
			return;
		select(true);
		scan().setRegion(new RegionText(region.getText()));
		if (region.getText().isBlank())
			select(false);
		tool.ifPresent(t -> drawn().ifPresent(t::setRoi));
		viewer.redrawOverlays();
		check();
	}

	private void dragged(Roi roi) {
		take(Optional.of(roi));
		select(true);
		scan().setRegion(RegionText.of(roi));
		check();
	}

	private void select(boolean ownRegion) {
		automatic.setSelection(!ownRegion);
		own.setSelection(ownRegion);
	}

	private void typedFrames() {
		if (showing)
			return;
		FrameSelection typed = new FrameSelection(leftOut.getText());
		scan().setFrames(typed);
		check();
		getShell().getDisplay().timerExec(PATIENCE_MS, () -> {
			if (!leftOut.isDisposed() && typed.equals(scan().frames()))
				preview();
		});
	}

	/** Finds mask, whitefield and region from a few frames, unless that is done. */
	private void preview() {
		Optional<Trial> trial = scan().trial();
		if (trial.isEmpty())
			return;
		Optional<Detector> known = previews.detector(trial.get());
		if (known.isPresent()) {
			work.drop();
			found(known.get());
			return;
		}
		work.start("Looking at a few frames", monitor -> previews.find(trial.get(), monitor), this::found, what -> {
			say(text, what + " The reconstruction may still find its way from all frames.");
			if (pictures.isEmpty())
				viewer.showMessage("There is no picture: " + what);
			reflow();
		});
	}

	private void found(Detector detector) {
		pictures = Optional.of(new DetectorPictures(detector));
		say(text, pictures.get().text());
		showPicture();
		showRegion();
		reflow();
	}

	private void showPicture() {
		pictures.ifPresent(p -> {
			viewer.show(shown.getSelectionIndex() == 0 ? p.whitefield() : p.first());
			viewer.setLayers(p.layers());
		});
	}

	private void showRegion() {
		pictures.ifPresent(p -> drawn().ifPresent(roi -> {
			Detector detector = p.detector();
			if (tool.isEmpty()) {
				tool = Optional.of(new RoiTool(roi, detector.mask().rows(), detector.mask().columns(), (changed, finished) -> dragged(changed)));
				viewer.setTool(tool.get());
			}
			tool.get().setRoi(roi);
			viewer.redrawOverlays();
			if (scan().region().text().isBlank())
				take(Optional.of(roi));
		}));
	}

	@Override
	void entered() {
		showing = true;
		boolean same = pictures.map(DetectorPictures::detector).flatMap(d -> scan().look().filter(look -> look.file().equals(d.trial().file())
				&& look.rows() == d.mask().rows() && look.columns() == d.mask().columns())).isPresent();
		if (!same) {
			pictures = Optional.empty();
			tool = Optional.empty();
			viewer.setTool(null);
			region.setText(scan().region().text());
			viewer.showMessage("Looking at a few frames...");
			say(text, "");
		}
		leftOut.setText(scan().frames().leftOut());
		select(!scan().region().text().isBlank());
		boolean there = scan().look().filter(ScanLook::editedMask).isPresent();
		mask.setEnabled(there);
		mask.setSelection(scan().editedMask());
		mask.setToolTipText(there ? "Pixels that are bad in " + ScanLook.EDITED_MASK + " are bad here, too"
				: "There is no mask in the file yet that the Mask view could have edited");
		showing = false;
		preview();
	}

	@Override
	Optional<String> problem() {
		return regionProblem().or(() -> scan().look().flatMap(look -> scan().frames().problem(look)));
	}
}
