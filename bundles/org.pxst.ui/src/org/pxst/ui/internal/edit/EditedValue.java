// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.pxst.io.cxi.CxiContent;

/**
 * An immutable value of one scan's file while it is edited. For the UI thread.
 *
 * @param <V> with equals
 */
public abstract class EditedValue<V> implements EditedDocument {
	private final UndoHistory history;
	private final Runnable changed;
	private V stored;
	private V value;
	private boolean overtaken;

	/**
	 * @param name    for the history
	 * @param stored  what the file has, or what is taken in its place
	 * @param history where steps are kept
	 * @param changed called after each change of the value or of what the file has
	 */
	protected EditedValue(String name, V stored, IOperationHistory history, Runnable changed) {
		this.history = new UndoHistory(name, history);
		this.changed = changed;
		this.stored = stored;
		value = stored;
	}

	/** As it is now. */
	public final V value() {
		return value;
	}

	/** As the file has it. */
	protected final V stored() {
		return stored;
	}

	@Override
	public final boolean isDirty() {
		return !value.equals(stored);
	}

	@Override
	public final boolean isOvertaken() {
		return overtaken && isDirty();
	}

	@Override
	public final IUndoContext undoContext() {
		return history.context();
	}

	@Override
	public void settle() {
		// nothing is ever begun, unless a subclass does
	}

	/**
	 * Changes the value; can be undone. Nothing happens when it is that already.
	 *
	 * @param label what is done, for undo
	 */
	public final void edit(String label, V next) {
		settle();
		step(label, value, next);
	}

	@Override
	public final void revert() {
		edit("Revert to the file", stored);
	}

	/** A step that can be undone, whatever the value is at the moment. */
	protected final void step(String label, V before, V after) {
		if (!after.equals(before))
			history.execute(label, () -> set(after), () -> set(before));
	}

	/** Changes the value; cannot be undone. */
	protected final void set(V next) {
		value = next;
		changed.run();
	}

	/**
	 * Says what the file has, after it was read again. A value that was not edited follows; one that was is kept.
	 *
	 * @param file  what the file has
	 * @param fitted the value as far as it still fits; empty when it does as it is
	 */
	protected final void read(V file, Optional<V> fitted) {
		boolean dirty = isDirty();
		boolean other = !file.equals(stored);
		stored = file;
		if (fitted.isPresent() || other && !dirty)
			history.clear();
		value = dirty ? fitted.orElse(value) : file;
		overtaken |= dirty && other;
		changed.run();
	}

	/** What to write of the value. */
	protected abstract List<CxiContent> content();

	/** What a value is that was written: the value itself, unless part of it belongs to the file alone from then on. */
	protected V inFile(V written) {
		return written;
	}

	@Override
	public final Save save() {
		settle();
		V written = value;
		return new Save(content(), () -> {
			stored = inFile(written);
			if (value.equals(written))
				value = stored;
			overtaken = false;
			changed.run();
		});
	}
}
