// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.List;
import java.util.Locale;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** Asks which data set of a file is the mask, and what its numbers mean. */
final class MaskImportDialog extends TitleAreaDialog {
	private final String file;
	private final List<MaskFile.Candidate> candidates;
	private final MaskMeaning guess;
	private int chosen;
	private MaskMeaning meaning;

	/**
	 * @param file       name of the file
	 * @param candidates what may be the mask, at least one
	 * @param guess      what the numbers of the first one seem to mean
	 */
	MaskImportDialog(Shell parent, String file, List<MaskFile.Candidate> candidates, MaskMeaning guess) {
		super(parent);
		this.file = file;
		this.candidates = candidates;
		this.guess = guess;
		meaning = guess;
	}

	/** What was chosen. */
	MaskFile.Candidate candidate() {
		return candidates.get(chosen);
	}

	/** What its numbers mean. */
	MaskMeaning meaning() {
		return meaning;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Import a mask");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle("Mask from " + file);
		setMessage("What do the numbers mean? Programs do not agree on it.");
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayout(new GridLayout(2, false));
		area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		if (!candidates.get(0).path().isEmpty()) {
			new Label(area, SWT.NONE).setText("Data set");
			Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
			combo.setItems(candidates.stream().map(MaskFile.Candidate::path).toArray(String[]::new));
			combo.select(0);
			combo.setToolTipText("Data sets with the shape of a frame; those named mask come first");
			combo.setData(PanelForm.ID, "maskImport.dataset");
			combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
			combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> chosen = combo.getSelectionIndex()));
		}
		for (MaskMeaning m : MaskMeaning.values()) {
			Button button = new Button(area, SWT.RADIO);
			button.setText(m.label() + " (" + m.users() + ")" + (m == guess ? ", as it seems" : ""));
			button.setToolTipText("The values that the other program gives to pixels");
			button.setSelection(m == guess);
			button.setData(PanelForm.ID, "maskImport." + m.name().toLowerCase(Locale.ROOT));
			button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
			button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
				if (button.getSelection())
					meaning = m;
			}));
		}
		return area;
	}
}
