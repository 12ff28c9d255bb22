// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISaveablePart;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.pxst.ui.internal.run.WritingRun;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScansListener;
import org.pxst.ui.view.ScanView;

/**
 * A view that edits something of the current scan: with the dirty star, save, undo and redo of the workbench. Each file has
 * its own document, which is kept while the view is open, so that nothing is lost when another scan becomes current, or the
 * file changes or vanishes; even a file that is closed and opened again finds its edits, unless the user gave them up.
 *
 * @param <T> what is read for the view
 * @param <D> what is edited
 */
public abstract class EditingView<T, D extends EditedDocument> extends ScanView<T> implements ISaveablePart, ScanEdits {
	private final Map<Path, D> documents = new LinkedHashMap<>();
	private final String id;
	private final String what;
	private final OpenScansListener followClosing = new OpenScansListener() {
		@Override
		public void closed(OpenScan scan) {
			edited();
		}
	};
	private NoteBar note;
	private BackgroundWork work;
	private EditActions actions;
	private ServiceRegistration<ScanEdits> service;
	private String problem = "";
	private boolean wasDirty;

	/**
	 * @param id   of the view, for the ids of its widgets
	 * @param what what is edited, for messages
	 */
	protected EditingView(String id, String what) {
		this.id = id;
		this.what = what;
	}

	/** Builds what is below the message. */
	protected abstract void createBody(Composite body);

	/** What is to be said of what is shown, when nothing is wrong with the edits; "" for nothing. */
	protected abstract String note();

	/** The workbench's history. */
	protected static IOperationHistory history() {
		return PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
	}

	/** Where the view has done what takes long. */
	protected final Background background() {
		return work;
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
		actions.use(document.undoContext());
	}

	@Override
	protected final void createContent(Composite parent) {
		Composite body = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		body.setLayout(layout);
		note = new NoteBar(body, id);
		work = new BackgroundWork(body, this::showNote, this::showProblem);
		actions = new EditActions(getViewSite(), () -> saveAll());
		openScans().addListener(followClosing);
		service = FrameworkUtil.getBundle(EditingView.class).getBundleContext().registerService(ScanEdits.class, this, null);
		createBody(body);
	}

	/** Shows what is wrong, or done, until the next save or computation: "" when all is well. */
	protected final void showProblem(String text) {
		problem = text;
		showNote();
	}

	/** Shows what matters most. */
	protected final void showNote() {
		Optional<String> doing = work.name();
		if (doing.isPresent())
			note.show(doing.get() + "...", NoteBar.Answer.CANCEL, work::cancel);
		else if (!problem.isEmpty())
			note.show(problem, NoteBar.Answer.CLOSE, () -> showProblem(""));
		else if (document().filter(EditedDocument::isOvertaken).isPresent())
			note.show("Something else changed the " + what + " in the file. Your edits are kept; saving replaces what is there.",
					NoteBar.Answer.REVERT, () -> document().ifPresent(EditedDocument::revert));
		else
			note.show(note(), NoteBar.Answer.NONE, () -> {
				// there is no button
			});
	}

	/** Has to be called after each edit. */
	protected final void edited() {
		if (isDirty() != wasDirty) {
			wasDirty = !wasDirty;
			actions.setDirty(wasDirty);
			firePropertyChange(PROP_DIRTY);
		}
		showNote();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		work.drop();
		problem = "";
		documents.values().forEach(EditedDocument::settle);
		// of other scans only what is edited is kept
		List<Path> clean = documents.entrySet().stream()
				.filter(e -> !e.getValue().isDirty() && scan.filter(s -> s.file().equals(e.getKey())).isEmpty())
				.map(Map.Entry::getKey).toList();
		clean.forEach(this::forget);
		scan.flatMap(this::document).ifPresent(document -> actions.use(document.undoContext()));
		edited();
	}

	private void forget(Path file) {
		Optional.ofNullable(documents.remove(file)).ifPresent(d -> history().dispose(d.undoContext(), true, true, true));
	}

	@Override
	public final String title() {
		return getPartName();
	}

	@Override
	public final boolean isDirty(OpenScan scan) {
		return document(scan).filter(EditedDocument::isDirty).isPresent();
	}

	@Override
	public final boolean isDirty() {
		// not before there are widgets
		return actions != null && openScans().scans().stream().anyMatch(this::isDirty);
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
		if (!saveAll())
			monitor.setCanceled(true);
	}

	private boolean saveAll() {
		boolean all = true;
		for (OpenScan scan : openScans().scans())
			all &= save(scan);
		return all;
	}

	@Override
	public final boolean save(OpenScan scan) {
		D document = document(scan).filter(EditedDocument::isDirty).orElse(null);
		if (document == null)
			return true;
		Optional<String> obstacle = document.obstacle().or(() -> new WritingRun(scan).obstacle());
		String outcome = obstacle.orElseGet(() -> write(scan, document.save()));
		showProblem(outcome.isEmpty() ? "" : "Your edits of the " + what + " are not saved, but kept. " + outcome
				+ (obstacle.isPresent() ? "" : ". When nothing is in the way any more (another program, a full disk, a missing permission), save again."));
		edited();
		return outcome.isEmpty();
	}

	/** Writes and waits; returns what went wrong, "" when nothing did. */
	private String write(OpenScan scan, EditedDocument.Save save) {
		String[] outcome = new String[1];
		scan.write(OpenScan.RESULTS, save.content(), what, failure -> {
			if (failure.isEmpty())
				save.written().run();
			outcome[0] = failure;
		});
		Display display = PlatformUI.getWorkbench().getDisplay();
		while (outcome[0] == null && !display.isDisposed())
			if (!display.readAndDispatch())
				display.sleep();
		return outcome[0] == null ? "the workbench was closed" : outcome[0];
	}

	@Override
	public final void discard(OpenScan scan) {
		forget(scan.file());
		edited();
	}

	@Override
	public void dispose() {
		if (actions != null) {
			work.drop();
			service.unregister();
			openScans().removeListener(followClosing);
			actions.dispose();
			List.copyOf(documents.keySet()).forEach(this::forget);
		}
		super.dispose();
	}
}
