// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection;
import org.pxst.ui.view.ScanView;

/**
 * The frames of a scan: looking at them one by one, and choosing those that are good. What is chosen stays in the view until
 * it is saved into the file, where all steps find it.
 */
public final class FramesView extends ScanView<ScanFrames> implements ISaveablePart {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.frames";

	private final FramesModel model = new FramesModel();
	private final ScanSelection.Listener followFrame = new ScanSelection.Listener() {
		@Override
		public void frameChanged(int frame) {
			model.frameChanged();
		}
	};
	private final OpenScansListener followClosing = new OpenScansListener() {
		@Override
		public void closed(OpenScan scan) {
			editors.closed(scan.file());
			firePropertyChange(PROP_DIRTY);
		}
	};
	private ChoiceEditors editors;
	private FramesContent content;
	private Suggesting suggesting;
	private UndoActionHandler undo;
	private RedoActionHandler redo;
	private Optional<ScanSelection> followed = Optional.empty();
	private String problem = "";

	@Override
	protected void createContent(Composite parent) {
		IOperationHistory history = PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
		editors = new ChoiceEditors(history, this::choiceChanged);
		suggesting = new Suggesting(model, running -> content.setSuggesting(running), this::setProblem);
		content = new FramesContent(parent, model, this::queue, () -> scan().ifPresent(s -> suggesting.toggle(s.file())),
				this::setProblem);
		new FrameKeys(parent, keys());
		IActionBars bars = getViewSite().getActionBars();
		IUndoContext none = new ObjectUndoContext(this);
		undo = new UndoActionHandler(getSite(), none);
		redo = new RedoActionHandler(getSite(), none);
		bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
		bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
		bars.getToolBarManager().add(undo);
		bars.getToolBarManager().add(redo);
		bars.updateActionBars();
		openScans().addListener(followClosing);
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
		ChoiceEditor editor = editors.read(scan.file(), frames.choice(), frames.inResults());
		follow(Optional.of(scan.selection()));
		undo.setContext(editor.context());
		redo.setContext(editor.context());
		content.image().link(scan, frames.isLines());
		model.show(frames, scan.selection(), editor);
		showNote();
		firePropertyChange(PROP_DIRTY);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		follow(Optional.empty());
		suggesting.cancel();
		content.forget();
		model.clear();
		setProblem("");
	}

	private void follow(Optional<ScanSelection> selection) {
		followed.ifPresent(old -> old.removeListener(followFrame));
		followed = selection;
		followed.ifPresent(now -> now.addListener(followFrame));
	}

	private void choiceChanged(ChoiceEditor editor) {
		model.choiceChanged(editor);
		// what was wrong before the edit is no news any more
		setProblem("");
		firePropertyChange(PROP_DIRTY);
	}

	private void setProblem(String text) {
		problem = text;
		showNote();
	}

	private void showNote() {
		boolean overtaken = model.editor().map(ChoiceEditor::isOvertaken).orElse(false);
		String note = overtaken ? "The good frames in the file were changed by something else. Your choice is kept; saving it "
				+ "replaces them." : model.scan().map(ScanFrames::incomplete).orElse("");
		content.showNote(problem.isEmpty() ? note : problem, problem.isEmpty() && overtaken);
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		ChoiceSaver saver = new ChoiceSaver(this::setProblem);
		for (Path file : editors.dirty()) {
			Optional<OpenScan> scan = openScans().scans().stream().filter(s -> s.file().equals(file)).findFirst();
			if (scan.isPresent() && !saver.save(scan.get(), editors.of(file).orElseThrow()))
				monitor.setCanceled(true);
		}
	}

	@Override
	public boolean isDirty() {
		return editors != null && openScans().scans().stream()
				.anyMatch(scan -> editors.of(scan.file()).map(ChoiceEditor::isDirty).orElse(false));
	}

	@Override
	public void doSaveAs() {
		throw new UnsupportedOperationException("a choice of frames belongs to its scan");
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public boolean isSaveOnCloseNeeded() {
		return isDirty();
	}

	@Override
	public void setFocus() {
		if (content != null)
			content.setFocus();
	}

	@Override
	public void dispose() {
		if (editors != null) {
			follow(Optional.empty());
			suggesting.cancel();
			openScans().removeListener(followClosing);
			undo.dispose();
			redo.dispose();
			editors.dispose();
		}
		super.dispose();
	}
}
