// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.edit.EditedDocument;
import org.pxst.ui.internal.edit.UndoHistory;

/** The mask of one scan while it is edited: true = good. For the UI thread. */
public final class MaskEditor implements EditedDocument {
	private final UndoHistory history;
	private final Runnable changed;
	private MaskPixels pixels;
	private Mask stored;
	private boolean overtaken;
	private boolean inFile = true;
	private boolean chosen;
	private Optional<MaskStroke> stroke = Optional.empty();

	/**
	 * @param name    of the scan
	 * @param stored  what the file has, or what is taken in its place
	 * @param history where steps are kept
	 * @param changed called after each change
	 */
	public MaskEditor(String name, Mask stored, IOperationHistory history, Runnable changed) {
		this.history = new UndoHistory("mask of " + name, history);
		this.changed = changed;
		this.stored = stored;
		pixels = new MaskPixels(stored);
	}

	/** The pixels, to look at. */
	public MaskPixels pixels() {
		return pixels;
	}

	/** Number of pixels that are not as in the file. */
	public int unsaved() {
		return pixels.differences(stored);
	}

	@Override
	public boolean isDirty() {
		return stroke.isPresent() || unsaved() > 0 || chosen && !inFile;
	}

	@Override
	public boolean isOvertaken() {
		return overtaken && isDirty();
	}

	@Override
	public IUndoContext undoContext() {
		return history.context();
	}

	/** Applies a mode to pixels, flat (ss, fs). */
	public void edit(String label, BitSet area, MaskMode mode) {
		settle();
		edit(label, pixels.change(area, mode));
	}

	/** Makes it another mask of the same shape. It can then be saved when the results have none, even if nothing changes. */
	public void replace(String label, Mask mask) {
		settle();
		chosen = true;
		edit(label, pixels.changeTo(mask));
		changed.run();
	}

	/** Bad areas grow by pixels. */
	public void grow(int by) {
		replace("Grow", new Growth(by).grow(pixels.mask()));
	}

	/** Bad areas shrink by pixels. */
	public void shrink(int by) {
		replace("Shrink", new Growth(by).shrink(pixels.mask()));
	}

	/** Good becomes bad everywhere, and the other way round. */
	public void invert() {
		edit("Invert", whole(), MaskMode.TOGGLE);
	}

	/** All pixels become good. */
	public void clear() {
		edit("Clear", whole(), MaskMode.UNMASK);
	}

	/** All pixels become bad. */
	public void fill() {
		edit("Fill", whole(), MaskMode.MASK);
	}

	private BitSet whole() {
		return new AreaPixels(pixels.rows(), pixels.columns()).all();
	}

	@Override
	public void revert() {
		settle();
		edit("Revert to the file", pixels.changeTo(stored));
	}

	private void edit(String label, MaskChange change) {
		if (change.isEmpty())
			return;
		history.execute(label, () -> apply(change), () -> apply(change));
	}

	private void apply(MaskChange change) {
		change.apply(pixels);
		changed.run();
	}

	/** Begins a stroke of the brush, or draws on: over pixels, flat (ss, fs). */
	public void draw(BitSet passed, MaskMode mode) {
		if (stroke.isEmpty())
			stroke = Optional.of(new MaskStroke(pixels, mode));
		if (stroke.get().extend(passed))
			changed.run();
	}

	/** Takes back a stroke that is not ended. */
	public void giveUp() {
		if (stroke.isEmpty())
			return;
		MaskChange change = stroke.get().change();
		stroke = Optional.empty();
		apply(change);
	}

	/** Ends a stroke: all of it is one step. */
	@Override
	public void settle() {
		if (stroke.isEmpty())
			return;
		MaskChange change = stroke.get().change();
		stroke = Optional.empty();
		// takes it back and does it as a step that can be undone
		change.apply(pixels);
		edit("Brush", change);
	}

	/**
	 * Says what the file has, after it was read again. A mask that was not edited follows; one that was is kept, as long as
	 * it has the frames' shape.
	 *
	 * @param file    what the file has, or what is taken in its place
	 * @param results whether it is that of the results
	 * @return whether edits were lost because the frames have another shape now
	 */
	public boolean read(Mask file, boolean results) {
		boolean dirty = isDirty();
		boolean reshaped = file.rows() != pixels.rows() || file.columns() != pixels.columns();
		boolean other = reshaped || !new MaskPixels(file).equals(stored);
		stored = file;
		inFile = results;
		if (reshaped || !dirty && other) {
			stroke = Optional.empty();
			history.clear();
			pixels = new MaskPixels(file);
		} else if (other)
			overtaken = true;
		changed.run();
		return reshaped && dirty;
	}

	@Override
	public Save save() {
		settle();
		Mask mask = pixels.mask();
		CxiDataset dataset = new CxiDataset("mask", new int[] { mask.rows(), mask.columns() }, mask.good(),
				Save.attributes("description", "true = good"));
		return new Save(List.of(dataset), () -> {
			stored = mask;
			inFile = true;
			overtaken = false;
			changed.run();
		});
	}
}
