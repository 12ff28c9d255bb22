// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.whitefield;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.pxst.core.scan.Roi;

/** The edges of the region of interest as numbers, and what can be done with it: a row that wraps. */
final class RoiBar {
	private static final String ID = "org.pxst.ui.id";
	private static final int PAGE = 10;

	private final Composite row;
	private final Consumer<int[]> edited;
	private final List<Spinner> edges = new ArrayList<>();
	private Button write;

	/** What the buttons do. */
	interface Actions {
		/** Takes the region that holds most of the light. */
		void guess();

		/** Takes the whole frame. */
		void takeWholeFrame();

		/** Writes the region into the file. */
		void save();

		/** Computes the whitefield from the frames. */
		void compute();

		/** Writes the computed whitefield into the file. */
		void writeWhitefield();
	}

	/**
	 * @param parent with a grid of one column
	 * @param edited gets ss0, ss1, fs0, fs1 as the user has typed them
	 */
	RoiBar(Composite parent, Consumer<int[]> edited, Actions actions) {
		this.edited = edited;
		row = new Composite(parent, SWT.NONE);
		RowLayout layout = new RowLayout(SWT.HORIZONTAL);
		layout.center = true;
		layout.marginTop = 2;
		layout.marginBottom = 2;
		row.setLayout(layout);
		row.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
		edge("ss0", "First row inside the region");
		edge("ss1", "The row after the last one inside");
		edge("fs0", "First column inside the region");
		edge("fs1", "The column after the last one inside");
		button("roi.guess", "Guess", "The rectangle that holds most of the lit pixels in little area, as guess_roi finds it",
				actions::guess);
		button("roi.whole", "Whole frame", "All rows and columns", actions::takeWholeFrame);
		button("roi.save", "Save region", "Writes the region into the file, for all steps (Ctrl+S)", actions::save);
		button("whitefield.compute", "Compute whitefield",
				"The median over the good frames, bad pixels filled, as make_whitefield does; takes seconds and writes nothing",
				actions::compute);
		write = button("whitefield.write", "Write whitefield", "Writes the computed whitefield into the file, for all steps",
				actions::writeWhitefield);
		write.setEnabled(false);
	}

	private void edge(String name, String tooltip) {
		Composite pair = new Composite(row, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		pair.setLayout(layout);
		Label label = new Label(pair, SWT.NONE);
		label.setText(name);
		label.setToolTipText(tooltip);
		Spinner spinner = new Spinner(pair, SWT.BORDER);
		spinner.setValues(0, 0, 99999, 0, 1, PAGE);
		spinner.setToolTipText(tooltip);
		spinner.setData(ID, "roi." + name);
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> typed()));
		edges.add(spinner);
	}

	private Button button(String id, String text, String tooltip, Runnable clicked) {
		Button button = new Button(row, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData(ID, id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> clicked.run()));
		return button;
	}

	private void typed() {
		edited.accept(edges.stream().mapToInt(Spinner::getSelection).toArray());
	}

	/** Shows a region. */
	void show(Roi roi, int rows, int columns) {
		show(edges.get(0), roi.ss0(), 0, rows - 1);
		show(edges.get(1), roi.ss1(), 1, rows);
		show(edges.get(2), roi.fs0(), 0, columns - 1);
		show(edges.get(3), roi.fs1(), 1, columns);
	}

	private static void show(Spinner spinner, int value, int min, int max) {
		// the limits of one pixel cannot be set, since they are the same
		if (spinner.getMinimum() != min || spinner.getMaximum() != Math.max(min + 1, max) || spinner.getSelection() != value)
			spinner.setValues(value, min, Math.max(min + 1, max), 0, 1, PAGE);
	}

	/** Whether there is a whitefield that is not in the file yet. */
	void setWritable(boolean computed) {
		write.setEnabled(computed);
	}
}
