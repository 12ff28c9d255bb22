// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.function.Consumer;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The choice of good frames of one scan while it is edited: what the file has, what the user made of it, undo and redo.
 * For the UI thread.
 */
public final class ChoiceEditor {
	private static final Logger LOG = LoggerFactory.getLogger(ChoiceEditor.class);
	/** Steps back that are kept. */
	private static final int LIMIT = 500;

	private final IOperationHistory history;
	private final IUndoContext context;
	private final Consumer<ChoiceEditor> changed;
	private FrameChoice stored;
	private FrameChoice choice;
	private boolean overtaken;
	private boolean inResults;

	/**
	 * An editor.
	 *
	 * @param name    of the scan, for the history
	 * @param stored  what the file has
	 * @param history where changes are kept
	 * @param changed told after each change of the choice or of what the file has
	 */
	public ChoiceEditor(String name, FrameChoice stored, IOperationHistory history,
			Consumer<ChoiceEditor> changed) {
		this.history = history;
		this.changed = changed;
		this.stored = stored;
		choice = stored;
		context = new ObjectUndoContext(this, name);
		history.setLimit(context, LIMIT);
	}

	/** Undo and redo of this editor. */
	public IUndoContext context() {
		return context;
	}

	/** The choice as it is now. */
	public FrameChoice choice() {
		return choice;
	}

	/** Whether the choice is another than the file's. */
	public boolean isDirty() {
		return !choice.equals(stored);
	}

	/** Whether something else changed the file's choice while this one was edited and not saved. */
	public boolean isOvertaken() {
		return overtaken && isDirty();
	}

	/** Whether the results in the file have good frames of their own: those of frame_check or of a reconstruction. */
	public boolean isInResults() {
		return inResults;
	}

	/**
	 * Changes the choice; can be undone. Nothing happens when it is that already.
	 *
	 * @param label what is done, for undo
	 * @param next  of as many frames
	 */
	public void change(String label, FrameChoice next) {
		if (next.equals(choice))
			return;
		AbstractOperation operation = new Change(label, choice, next);
		operation.addContext(context);
		try {
			history.execute(operation, null, null);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Takes the file's choice; can be undone. */
	public void revert() {
		change("Revert to the file", stored);
	}

	/**
	 * Says what the file has, after it was read again. A choice that was not edited follows; one that was is kept.
	 *
	 * @param file    the choice in the file
	 * @param results whether the results have good frames of their own, too
	 */
	public void read(FrameChoice file, boolean results) {
		inResults = results;
		boolean dirty = isDirty();
		boolean other = !file.equals(stored);
		if (file.frames() != choice.frames()) {
			LOG.info("the scan has {} frames now, it had {}; the choice of good frames is kept for those that it had",
					file.frames(), choice.frames());
			history.dispose(context, true, true, false);
			choice = choice.resized(file.frames());
		}
		stored = file;
		if (!dirty) {
			if (other)
				history.dispose(context, true, true, false);
			choice = file;
		} else if (other)
			overtaken = true;
		changed.accept(this);
	}

	/** Says that a choice was written into the file. */
	public void saved(FrameChoice written) {
		stored = written;
		overtaken = false;
		changed.accept(this);
	}

	/** Forgets what could be undone. */
	public void dispose() {
		history.dispose(context, true, true, true);
	}

	/** One change. */
	private final class Change extends AbstractOperation {
		private final FrameChoice before;
		private final FrameChoice after;

		Change(String label, FrameChoice before, FrameChoice after) {
			super(label);
			this.before = before;
			this.after = after;
		}

		@Override
		public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
			return set(after);
		}

		@Override
		public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
			return set(after);
		}

		@Override
		public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
			return set(before);
		}

		private IStatus set(FrameChoice next) {
			choice = next;
			changed.accept(ChoiceEditor.this);
			return Status.OK_STATUS;
		}
	}
}
