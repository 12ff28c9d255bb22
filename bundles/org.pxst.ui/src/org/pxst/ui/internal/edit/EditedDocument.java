// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.operations.IUndoContext;
import org.pxst.io.cxi.CxiContent;

/** Something of one scan's file while it is edited. Outlives refreshes of the file, and even its being closed. For the UI thread. */
public interface EditedDocument {
	/** Whether it differs from what the file has. */
	boolean isDirty();

	/** Whether the file's became another one while this one was edited and not saved. */
	boolean isOvertaken();

	/** Takes what the file has; can be undone. */
	void revert();

	/** Ends what the mouse has begun: another scan becomes current, say. */
	void settle();

	/** Undo and redo. */
	IUndoContext undoContext();

	/** Why it cannot be saved as it is, and what to do; empty when it can. */
	default Optional<String> obstacle() {
		return Optional.empty();
	}

	/** What is to be written now; edits that follow do not change it. */
	Save save();

	/**
	 * A state that is written.
	 *
	 * @param content what to write, relative to the group of results
	 * @param written to be called when the file has it
	 */
	record Save(List<CxiContent> content, Runnable written) {
		/** Attributes that tell where data come from that no step has made. */
		public static Map<String, Object> attributes(String name, Object value) {
			return Map.of("edited", "by hand in the PXST workbench", "date",
					Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), name, value);
		}
	}
}
