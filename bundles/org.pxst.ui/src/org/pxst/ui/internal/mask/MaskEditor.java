// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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
		return stroke.isPresent() || unsaved() > 0;
	}

	/** Whether the file's mask became another one while this one was edited and not saved. */
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

	/** Makes it another mask of the same shape. */
	public void replace(String label, Mask mask) {
		settle();
		edit(label, pixels.changeTo(mask));
	}

	/** The mask that the file has, or what is taken in its place. */
	public Mask stored() {
		return stored;
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
	 * @return whether edits were lost because the frames have another shape now
	 */
	public boolean read(Mask file) {
		boolean dirty = isDirty();
		boolean reshaped = file.rows() != pixels.rows() || file.columns() != pixels.columns();
		boolean other = reshaped || !new MaskPixels(file).equals(stored);
		stored = file;
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
				Map.of("edited", "by hand in the PXST workbench", "date",
						Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), "description", "true = good"));
		return new Save(List.of(dataset), () -> {
			stored = mask;
			overtaken = false;
			changed.run();
		});
	}
}
