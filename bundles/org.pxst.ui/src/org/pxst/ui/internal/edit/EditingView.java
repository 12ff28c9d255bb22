// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.RedoActionHandler;
import org.eclipse.ui.operations.UndoActionHandler;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.view.ScanView;

/**
 * A view that edits something of the current scan: with the dirty star, save, undo and redo of the workbench. Each file has
 * its own document, which is kept while the view is open, so that nothing is lost when another scan becomes current, or the
 * file changes or vanishes; even a file that is closed and opened again finds its edits.
 *
 * @param <T> what is read for the view
 * @param <D> what is edited
 */
public abstract class EditingView<T, D extends EditedDocument> extends ScanView<T> implements ISaveablePart {
	private final Map<Path, D> documents = new LinkedHashMap<>();
	private final String what;
	private final OpenScansListener followClosing = new OpenScansListener() {
		@Override
		public void closed(OpenScan scan) {
			edited();
		}
	};
	private UndoActionHandler undo;
	private RedoActionHandler redo;
	private boolean wasDirty;
	private int writing;

	/** @param what what is edited, in a word, for messages */
	protected EditingView(String what) {
		this.what = what;
	}

	/** Shows what became of a save: "" when all is well. */
	protected abstract void showProblem(String problem);

	/** The workbench's history. */
	protected static IOperationHistory history() {
		return PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
	}

	/** The document of a scan, if there is one already. */
	protected final Optional<D> document(OpenScan scan) {
		return Optional.ofNullable(documents.get(scan.file()));
	}

	/** The document of the current scan. */
	protected final Optional<D> document() {
		return scan().flatMap(this::document);
	}

	/** Keeps the document of a scan. */
	protected final void keep(OpenScan scan, D document) {
		documents.put(scan.file(), document);
		useUndo(document);
	}

	/** Undo and redo, for buttons; to be called once, when the widgets are made. */
	protected final void createUndo() {
		openScans().addListener(followClosing);
		IUndoContext none = new ObjectUndoContext(this);
		undo = new UndoActionHandler(getSite(), none);
		redo = new RedoActionHandler(getSite(), none);
		IActionBars bars = getViewSite().getActionBars();
		bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
		bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
		bars.getToolBarManager().add(undo);
		bars.getToolBarManager().add(redo);
		bars.updateActionBars();
	}

	/** Undo and redo are those of this document from now on. */
	private void useUndo(D document) {
		undo.setContext(document.undoContext());
		redo.setContext(document.undoContext());
	}

	/** Has to be called after each edit. */
	protected final void edited() {
		if (isDirty() != wasDirty) {
			wasDirty = !wasDirty;
			firePropertyChange(PROP_DIRTY);
		}
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		documents.values().forEach(EditedDocument::settle);
		// of other scans only what is edited is kept
		documents.entrySet().removeIf(
				entry -> !entry.getValue().isDirty() && scan.filter(s -> s.file().equals(entry.getKey())).isEmpty());
		scan.flatMap(this::document).ifPresent(this::useUndo);
		edited();
	}

	@Override
	public final boolean isDirty() {
		// not before there are widgets
		return undo != null && openScans().scans().stream().anyMatch(s -> document(s).filter(EditedDocument::isDirty).isPresent());
	}

	@Override
	public final boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public final boolean isSaveOnCloseNeeded() {
		return isDirty();
	}

	@Override
	public final void doSaveAs() {
		throw new UnsupportedOperationException("not allowed");
	}

	/** Saves all that is edited, and waits for it while the workbench goes on: it may be about to close. */
	@Override
	public final void doSave(IProgressMonitor monitor) {
		for (OpenScan scan : openScans().scans())
			document(scan).filter(EditedDocument::isDirty).ifPresent(document -> write(scan, document, problem -> {
				if (!problem.isEmpty())
					monitor.setCanceled(true);
			}));
		Display display = PlatformUI.getWorkbench().getDisplay();
		while (writing > 0 && !display.isDisposed())
			if (!display.readAndDispatch())
				display.sleep();
	}

	/** Writes the document of the current scan, edited or not. */
	protected final void saveCurrent() {
		scan().ifPresent(scan -> document(scan).ifPresent(document -> write(scan, document, problem -> {
			// shown already
		})));
	}

	private void write(OpenScan scan, D document, Consumer<String> then) {
		EditedDocument.Save save = document.save();
		writing++;
		scan.write(OpenScan.RESULTS, save.content(), what, problem -> {
			writing--;
			if (problem.isEmpty())
				save.written().run();
			showProblem(problem.isEmpty() ? "" : "The " + what + " was not saved, your edits are kept. " + problem);
			then.accept(problem);
			edited();
		});
	}

	@Override
	public void dispose() {
		if (undo != null) {
			openScans().removeListener(followClosing);
			undo.dispose();
			redo.dispose();
		}
		documents.values().forEach(d -> history().dispose(d.undoContext(), true, true, true));
		super.dispose();
	}
}
