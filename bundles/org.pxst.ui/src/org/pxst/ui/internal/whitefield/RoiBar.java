// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Spinner;
import org.pxst.core.scan.Roi;
import org.pxst.ui.internal.edit.WrapRow;

/** The edges of the region of interest as numbers, and what can be done with it: a row that wraps. */
final class RoiBar {
	private static final int PAGE = 10;

	private final WrapRow row;
	private final Consumer<int[]> edited;
	private final List<Spinner> edges = new ArrayList<>();

	/** What the buttons do. */
	interface Actions {
		/** Takes the region that holds most of the light. */
		void guess();

		/** Takes the whole frame. */
		void takeWholeFrame();

		/** Computes the whitefield from the frames. */
		void compute();
	}

	/**
	 * @param parent with a grid of one column
	 * @param edited gets ss0, ss1, fs0, fs1 as the user has typed them
	 */
	RoiBar(Composite parent, Consumer<int[]> edited, Actions actions) {
		this.edited = edited;
		row = new WrapRow(parent);
		row.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		row.label("Region: ss");
		edge("roi.ss0", "ss0: first row inside the region");
		row.label("-");
		edge("roi.ss1", "ss1: the row after the last one inside");
		row.label("fs");
		edge("roi.fs0", "fs0: first column inside the region");
		row.label("-");
		edge("roi.fs1", "fs1: the column after the last one inside");
		row.button(SWT.PUSH, "roi.guess", "Guess",
				"The rectangle that holds most of the lit pixels in little area, as guess_roi finds it", b -> actions.guess());
		row.button(SWT.PUSH, "roi.whole", "Whole frame", "The region has all rows and columns", b -> actions.takeWholeFrame());
		row.button(SWT.PUSH, "whitefield.compute", "Compute whitefield",
				"The median over the good frames, bad pixels filled, as make_whitefield does; takes seconds. "
						+ "It is in the file when you save it (Ctrl+S)",
				b -> actions.compute());
	}

	private void edge(String id, String tooltip) {
		Spinner spinner = WrapRow.named(new Spinner(row, SWT.BORDER), id);
		spinner.setValues(0, 0, 1, 0, 1, PAGE);
		spinner.setToolTipText(tooltip);
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				e -> edited.accept(edges.stream().mapToInt(Spinner::getSelection).toArray())));
		edges.add(spinner);
	}

	/** Shows a region. */
	void show(Roi roi, int rows, int columns) {
		int widest = edges.get(1).getMaximum();
		show(edges.get(0), roi.ss0(), 0, rows - 1);
		show(edges.get(1), roi.ss1(), 1, rows);
		show(edges.get(2), roi.fs0(), 0, columns - 1);
		show(edges.get(3), roi.fs1(), 1, columns);
		// spinners are as wide as their largest numbers
		if (edges.get(1).getMaximum() != widest)
			row.getParent().layout(true, true);
	}

	private static void show(Spinner spinner, int value, int min, int max) {
		// the limits of one pixel cannot be set, since they are the same
		if (spinner.getMinimum() != min || spinner.getMaximum() != Math.max(min + 1, max) || spinner.getSelection() != value)
			spinner.setValues(value, min, Math.max(min + 1, max), 0, 1, PAGE);
	}
}
