// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.operations.IOperationHistory;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.ui.internal.edit.EditedValue;

/** The region of interest of one scan while it is edited, and a whitefield that was computed for it. For the UI thread. */
final class WhitefieldEditor extends EditedValue<WhitefieldEdit> {
	private int rows;
	private int columns;
	private Optional<WhitefieldEdit> beforeDrag = Optional.empty();

	/**
	 * @param name    of the scan
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 * @param stored  the region that the file has
	 * @param history where steps are kept
	 * @param changed called after each change
	 */
	WhitefieldEditor(String name, int rows, int columns, Optional<Roi> stored, IOperationHistory history, Runnable changed) {
		super("whitefield and region of interest of " + name, new WhitefieldEdit(stored, Optional.empty()), history, changed);
		this.rows = rows;
		this.columns = columns;
	}

	/** The region as it is now: the whole frame as long as there is none. */
	Roi roi() {
		return value().roi().orElseGet(() -> Roi.full(rows, columns));
	}

	/** The whitefield that the file does not have, if one was computed. */
	Optional<Light> computed() {
		return value().computed();
	}

	/**
	 * The region that is meant by edges that may lie anywhere: on whole pixels, inside the frame, with one pixel at least.
	 *
	 * @param ss0 first row
	 * @param ss1 row after the last
	 * @param fs0 first column
	 * @param fs1 column after the last
	 */
	Roi fitted(double ss0, double ss1, double fs0, double fs1) {
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
	void edit(String label, Roi next) {
		settle();
		edit(label, value().with(next));
	}

	/** Takes a whitefield in place of the file's; can be undone. */
	void take(Light made) {
		settle();
		edit("Compute the whitefield", value().with(made));
	}

	/** Changes the region while the mouse is down. */
	void drag(Roi next) {
		if (next.equals(roi()))
			return;
		if (beforeDrag.isEmpty())
			beforeDrag = Optional.of(value());
		set(value().with(next));
	}

	/** Whether the mouse is down. */
	boolean isDragged() {
		return beforeDrag.isPresent();
	}

	/** The mouse was released: what was dragged is one step. */
	@Override
	public void settle() {
		if (beforeDrag.isEmpty())
			return;
		WhitefieldEdit before = beforeDrag.get();
		beforeDrag = Optional.empty();
		step("Move the region", before, value());
	}

	/** Says what the file has, after it was read again. What was not edited follows; what was is kept. */
	void read(int fileRows, int fileColumns, Optional<Roi> file) {
		boolean reshaped = rows != fileRows || columns != fileColumns;
		rows = fileRows;
		columns = fileColumns;
		// a whitefield of other frames is of no use
		read(new WhitefieldEdit(file, Optional.empty()), reshaped ? Optional.of(new WhitefieldEdit(
				value().roi().map(r -> fitted(r.ss0(), r.ss1(), r.fs0(), r.fs1())), Optional.empty())) : Optional.empty());
	}

	@Override
	protected List<CxiContent> content() {
		List<CxiContent> content = new ArrayList<>();
		value().roi().filter(r -> !value().roi().equals(stored().roi())).ifPresent(r -> {
			long[] edges = { r.ss0(), r.ss1(), r.fs0(), r.fs1() };
			content.add(new CxiDataset("roi", new int[] { edges.length }, edges, Save.attributes("units", "pixel")));
		});
		computed().map(Light::image).ifPresent(image -> content.add(whitefield(image)));
		return content;
	}

	private static CxiContent whitefield(Image image) {
		return CxiDataset.of("whitefield", image.values(), "counts", image.rows(), image.columns());
	}

	@Override
	protected WhitefieldEdit inFile(WhitefieldEdit written) {
		return new WhitefieldEdit(written.roi(), Optional.empty());
	}
}
