// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.List;

import org.eclipse.core.commands.operations.IUndoContext;
import org.pxst.io.cxi.CxiContent;

/** Something of one scan's file while it is edited. Outlives refreshes of the file, and even its being closed. For the UI thread. */
public interface EditedDocument {
	/** Whether it differs from what the file has. */
	boolean isDirty();

	/** Ends what the mouse has begun: another scan becomes current, say. */
	void settle();

	/** Undo and redo. */
	IUndoContext undoContext();

	/** What is to be written now; edits that follow do not change it. */
	Save save();

	/**
	 * A state that is written.
	 *
	 * @param content what to write, relative to the group of results
	 * @param written to be called when the file has it
	 */
	record Save(List<CxiContent> content, Runnable written) {
	}
}
