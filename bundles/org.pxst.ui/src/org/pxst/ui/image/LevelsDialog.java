// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Locale;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for levels: percentiles of each picture, or values. */
final class LevelsDialog extends TitleAreaDialog {
	private final LevelsChoice former;
	private final Levels levels;
	private Button percentiles;
	private Text low;
	private Text high;
	private LevelsChoice choice;

	/** @param levels those in force */
	LevelsDialog(Shell shell, LevelsChoice former, Levels levels) {
		super(shell);
		this.former = former;
		this.levels = levels;
		choice = former;
	}

	/** What was chosen. */
	LevelsChoice choice() {
		return choice;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		getShell().setText("Levels");
		setTitle("Levels of the colours");
		setMessage("The first colour is for the lower level and all below, the last for the upper level and all above.");
		Composite area = (Composite) super.createDialogArea(parent);
		Composite grid = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(grid);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(grid);
		percentiles = radio(grid, "Percentiles of each picture");
		percentiles.setToolTipText("The levels follow each picture: so many percent of its values are below");
		Button values = radio(grid, "Values, the same for all pictures");
		values.setToolTipText("The levels stay as they are");
		low = field(grid, "Lower level:");
		low.setData("org.pxst.ui.id", "image.levels.low");
		high = field(grid, "Upper level:");
		high.setData("org.pxst.ui.id", "image.levels.high");
		boolean fixed = former.fixed().isPresent();
		percentiles.setSelection(!fixed);
		values.setSelection(fixed);
		fill();
		percentiles.addListener(SWT.Selection, e -> fill());
		low.addListener(SWT.Modify, e -> check());
		high.addListener(SWT.Modify, e -> check());
		return area;
	}

	private static Button radio(Composite grid, String text) {
		Button button = new Button(grid, SWT.RADIO);
		button.setText(text);
		GridDataFactory.swtDefaults().span(2, 1).applyTo(button);
		return button;
	}

	private static Text field(Composite grid, String text) {
		new Label(grid, SWT.NONE).setText(text);
		Text field = new Text(grid, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
		return field;
	}

	private void fill() {
		boolean ofEach = percentiles.getSelection();
		Levels shown = former.fixed().orElse(levels);
		low.setText(String.format(Locale.ROOT, "%.6g", ofEach ? former.low() : shown.low()));
		high.setText(String.format(Locale.ROOT, "%.6g", ofEach ? former.high() : shown.high()));
	}

	private void check() {
		String problem = null;
		try {
			double from = Double.parseDouble(low.getText().trim());
			double to = Double.parseDouble(high.getText().trim());
			boolean ofEach = percentiles.getSelection();
			if (!(to > from) || Double.isInfinite(to - from))
				problem = "The upper level must be larger than the lower one.";
			else if (ofEach && (from < 0 || to > 100))
				problem = "Percentiles are from 0 to 100.";
			else
				choice = ofEach ? LevelsChoice.percentiles(from, to) : LevelsChoice.fixed(from, to);
		} catch (NumberFormatException e) {
			problem = "Enter two numbers.";
		}
		setErrorMessage(problem);
		Button ok = getButton(OK);
		if (ok != null)
			ok.setEnabled(problem == null);
	}
}
