// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Undo and redo of one thing that is edited. For the UI thread. */
public final class UndoHistory {
	/** Steps back that are kept. */
	private static final int LIMIT = 500;

	private final IOperationHistory history;
	private final IUndoContext context;

	/**
	 * @param name    of what is edited
	 * @param history where the steps are kept: the workbench's
	 */
	public UndoHistory(String name, IOperationHistory history) {
		this.history = history;
		context = new ObjectUndoContext(this, name);
		history.setLimit(context, LIMIT);
	}

	/** What the steps belong to, for the actions of a view. */
	public IUndoContext context() {
		return context;
	}

	/**
	 * Does a step.
	 *
	 * @param label what the user did
	 * @param redo  does it, now and each time it is done again
	 * @param undo  takes it back
	 */
	public void execute(String label, Runnable redo, Runnable undo) {
		AbstractOperation step = new Step(label, redo, undo);
		step.addContext(context);
		try {
			history.execute(step, null, null);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Forgets all steps. */
	public void clear() {
		history.dispose(context, true, true, false);
	}

	/** One step. */
	private static final class Step extends AbstractOperation {
		private final Runnable redo;
		private final Runnable undo;

		Step(String label, Runnable redo, Runnable undo) {
			super(label);
			this.redo = redo;
			this.undo = undo;
		}

		@Override
		public IStatus execute(IProgressMonitor monitor, IAdaptable info) {
			return redo(monitor, info);
		}

		@Override
		public IStatus redo(IProgressMonitor monitor, IAdaptable info) {
			redo.run();
			return Status.OK_STATUS;
		}

		@Override
		public IStatus undo(IProgressMonitor monitor, IAdaptable info) {
			undo.run();
			return Status.OK_STATUS;
		}
	}
}
