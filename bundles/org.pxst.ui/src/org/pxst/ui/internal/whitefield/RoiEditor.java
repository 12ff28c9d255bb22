// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.edit.EditedDocument;
import org.pxst.ui.internal.edit.UndoHistory;

/** The region of interest of one scan while it is edited. For the UI thread. */
public final class RoiEditor implements EditedDocument {
	private final UndoHistory history;
	private final Runnable changed;
	private int rows;
	private int columns;
	private Roi stored;
	private Roi roi;
	private Optional<Roi> beforeDrag = Optional.empty();
	private boolean overtaken;

	/**
	 * @param name    of the scan
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 * @param stored  what the file has, or what is taken in its place
	 * @param history where steps are kept
	 * @param changed called after each change
	 */
	public RoiEditor(String name, int rows, int columns, Roi stored, IOperationHistory history, Runnable changed) {
		this.history = new UndoHistory("region of interest of " + name, history);
		this.rows = rows;
		this.columns = columns;
		this.stored = stored;
		this.changed = changed;
		roi = stored;
	}

	/** The region as it is now. */
	public Roi roi() {
		return roi;
	}

	@Override
	public boolean isDirty() {
		return !roi.equals(stored);
	}

	/** Whether the file's region became another one while this one was edited and not saved. */
	public boolean isOvertaken() {
		return overtaken && isDirty();
	}

	@Override
	public IUndoContext undoContext() {
		return history.context();
	}

	/**
	 * The region that is meant by edges that may lie anywhere: on whole pixels, inside the frame, with one pixel at least.
	 *
	 * @param ss0 first row
	 * @param ss1 row after the last
	 * @param fs0 first column
	 * @param fs1 column after the last
	 */
	public Roi fitted(double ss0, double ss1, double fs0, double fs1) {
		int[] ss = fitted(ss0, ss1, rows);
		int[] fs = fitted(fs0, fs1, columns);
		return new Roi(ss[0], ss[1], fs[0], fs[1]);
	}

	private static int[] fitted(double a, double b, int extent) {
		int from = (int) Math.max(0, Math.min(extent - 1d, Math.rint(Math.min(a, b))));
		int to = (int) Math.max(from + 1d, Math.min(extent, Math.rint(Math.max(a, b))));
		return new int[] { from, to };
	}

	/** Changes the region; can be undone. */
	public void edit(String label, Roi next) {
		settle();
		step(label, roi, next);
	}

	/** Changes the region while the mouse is down. */
	public void drag(Roi next) {
		if (next.equals(roi))
			return;
		if (beforeDrag.isEmpty())
			beforeDrag = Optional.of(roi);
		set(next);
	}

	/** The mouse was released: what was dragged is one step. */
	@Override
	public void settle() {
		if (beforeDrag.isEmpty())
			return;
		Roi before = beforeDrag.get();
		beforeDrag = Optional.empty();
		step("Move the region", before, roi);
	}

	/** Takes the file's region; can be undone. */
	public void revert() {
		edit("Revert to the file", stored);
	}

	private void step(String label, Roi before, Roi after) {
		if (!after.equals(before))
			history.execute(label, () -> set(after), () -> set(before));
	}

	private void set(Roi next) {
		roi = next;
		changed.run();
	}

	/** Says what the file has, after it was read again. A region that was not edited follows; one that was is kept. */
	public void read(int fileRows, int fileColumns, Roi file) {
		boolean dirty = isDirty();
		boolean other = !file.equals(stored);
		boolean reshaped = rows != fileRows || columns != fileColumns;
		rows = fileRows;
		columns = fileColumns;
		stored = file;
		if (reshaped || other && !dirty)
			history.clear();
		if (!dirty)
			roi = file;
		else if (reshaped)
			roi = fitted(roi.ss0(), roi.ss1(), roi.fs0(), roi.fs1());
		overtaken |= dirty && other;
		changed.run();
	}

	@Override
	public Save save() {
		settle();
		Roi written = roi;
		long[] edges = { written.ss0(), written.ss1(), written.fs0(), written.fs1() };
		CxiDataset dataset = new CxiDataset("roi", new int[] { edges.length }, edges,
				Map.of("units", "pixel", "edited", "by hand in the PXST workbench", "date",
						Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
		return new Save(List.of(dataset), () -> {
			stored = written;
			overtaken = false;
			changed.run();
		});
	}
}
