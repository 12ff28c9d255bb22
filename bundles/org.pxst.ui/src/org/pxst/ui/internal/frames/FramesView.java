// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.internal.detector.FrameFollower;
import org.pxst.ui.internal.edit.EditKeys;
import org.pxst.ui.internal.edit.EditingView;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/**
 * The frames of a scan: looking at them one by one, and choosing those that are good. What is chosen stays in the view until
 * it is saved into the file, where all steps find it.
 */
public final class FramesView extends EditingView<ScanFrames, ChoiceEditor> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.frames";

	private final FramesModel model = new FramesModel();
	private final FrameFollower follower = new FrameFollower(model::frameChanged);
	private FramesContent content;

	/** For the workbench. */
	public FramesView() {
		super("frames", "choice of good frames");
	}

	@Override
	protected void createBody(Composite body) {
		content = new FramesContent(body, model, this::queue, () -> scan().map(OpenScan::file), background(), this::suggest);
		new EditKeys(body, keys());
	}

	private Map<Integer, Runnable> keys() {
		return Map.ofEntries(Map.entry(SWT.ARROW_LEFT, () -> model.step(-1)), Map.entry(SWT.ARROW_RIGHT, () -> model.step(1)),
				Map.entry(SWT.PAGE_UP, () -> model.step(-10)), Map.entry(SWT.PAGE_DOWN, () -> model.step(10)),
				Map.entry(SWT.HOME, () -> model.setFrame(0)), Map.entry(SWT.END, () -> model.setFrame(Integer.MAX_VALUE)),
				Map.entry((int) ' ', content::togglePlaying), Map.entry((int) 'g', () -> model.mark(Mark.GOOD)),
				Map.entry((int) 'b', () -> model.mark(Mark.BAD)), Map.entry((int) 't', () -> model.mark(Mark.TOGGLE)),
				Map.entry((int) SWT.ESC, () -> model.select(new BitSet())));
	}

	@Override
	protected ScanFrames read(ScanReader reader, IMonitor monitor) {
		return ScanFramesReader.read(reader);
	}

	@Override
	protected void show(OpenScan scan, ScanFrames frames) {
		if (document(scan).isEmpty())
			keep(scan, new ChoiceEditor(scan.name(), frames.choice(), history(), this::choiceChanged));
		ChoiceEditor editor = document(scan).orElseThrow();
		editor.read(frames.choice(), frames.inResults());
		follower.follow(Optional.of(scan.selection()));
		content.image().link(scan, frames.isLines());
		model.show(frames, scan.selection(), editor);
		edited();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		follower.follow(Optional.empty());
		content.forget();
		model.clear();
		super.scanChanged(scan);
	}

	private void choiceChanged() {
		model.choiceChanged();
		edited();
	}

	@Override
	protected String note() {
		return model.scan().map(ScanFrames::incomplete).orElse("");
	}

	private void suggest() {
		model.choice().ifPresent(choice -> scan().ifPresent(scan -> {
			SuggestionSearch search = new SuggestionSearch(scan.file(), choice.indices(), model.scan().flatMap(ScanFrames::errors));
			background().start("Looking for bad frames in " + scan.name(), search::look, found -> {
				if (found.isEmpty())
					showProblem("All good frames look alike: there is no suggestion for a bad one.");
				model.suggest(found);
			});
		}));
	}

	@Override
	public void setFocus() {
		if (content != null)
			content.setFocus();
	}

	@Override
	public void dispose() {
		follower.follow(Optional.empty());
		super.dispose();
	}
}
