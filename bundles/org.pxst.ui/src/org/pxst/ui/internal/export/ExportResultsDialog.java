// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.export;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.pxst.io.cxi.tools.ExportRequest;
import org.pxst.ui.internal.preferences.Preference;

/** Asks which results are to be exported, as what, and where to. */
final class ExportResultsDialog extends TitleAreaDialog {
	private static final String ID = "org.pxst.ui.id";
	private static final int TEXT_WIDTH = 380;

	private final Path scan;
	private final List<String> groups;
	private ExportFormat format = ExportFormat.NEXUS;
	private Combo group;
	private Text output;
	private Button overwrite;
	/** What the dialog put there itself, and not the user. */
	private String proposed = "";
	private ExportRequest request;

	/**
	 * @param parent where
	 * @param scan   file with the results
	 * @param groups with results, at least one
	 */
	ExportResultsDialog(Shell parent, Path scan, List<String> groups) {
		super(parent);
		this.scan = scan;
		this.groups = groups;
		setShellStyle(getShellStyle() | SWT.RESIZE);
	}

	/** What the user wants. */
	ExportRequest request() {
		return request;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Export Results");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle("Export the results of " + scan.getFileName());
		Composite form = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(10, 10).numColumns(3).applyTo(form);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
		label(form, "Results:");
		group = new Combo(form, SWT.READ_ONLY);
		group.setItems(groups.toArray(String[]::new));
		group.select(0);
		group.setToolTipText("The group of results inside the file");
		group.setData(ID, "export.group");
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(group);
		// beside the first of its choices
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label(form, "As:"));
		Composite kinds = new Composite(form, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(kinds);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(kinds);
		for (ExportFormat kind : ExportFormat.values())
			radio(kinds, kind);
		label(form, "To:");
		output = new Text(form, SWT.BORDER | SWT.SINGLE);
		output.setToolTipText("The NeXus file, or the folder for images and tables, which is made when it is not there");
		output.setData(ID, "export.output");
		output.addModifyListener(event -> check());
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(output);
		Button browse = new Button(form, SWT.PUSH);
		browse.setText("Browse...");
		browse.setToolTipText("Choose the file or folder");
		browse.setData(ID, "export.browse");
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
		label(form, "");
		overwrite = new Button(form, SWT.CHECK);
		overwrite.setText("Replace files that exist");
		overwrite.setToolTipText("Without this nothing is written when a file of that name exists");
		overwrite.setData(ID, "export.overwrite");
		overwrite.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
		GridDataFactory.fillDefaults().span(2, 1).applyTo(overwrite);
		return area;
	}

	private static Label label(Composite form, String text) {
		Label label = new Label(form, SWT.NONE);
		label.setText(text);
		return label;
	}

	private void radio(Composite kinds, ExportFormat kind) {
		Button button = new Button(kinds, SWT.RADIO);
		button.setText(kind.text());
		button.setToolTipText(kind.description());
		button.setData(ID, "export." + kind.name().toLowerCase(java.util.Locale.ROOT));
		button.setSelection(kind == format);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (button.getSelection())
				choose(kind);
		}));
	}

	private void choose(ExportFormat kind) {
		format = kind;
		if (output.getText().equals(proposed))
			propose();
		check();
	}

	private void propose() {
		proposed = new FileNames(scan, Preference.EXPORT_FOLDER.folder()).named(format.ending()).toString();
		output.setText(proposed);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.OK_ID).setText("Export");
		propose();
	}

	private void browse() {
		Path now = new FileNames(scan, Preference.EXPORT_FOLDER.folder()).named(format.ending());
		String chosen;
		if (format.isFile()) {
			FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
			dialog.setFilterPath(now.getParent().toString());
			dialog.setFileName(now.getFileName().toString());
			chosen = dialog.open();
		} else {
			DirectoryDialog dialog = new DirectoryDialog(getShell());
			dialog.setFilterPath(now.getParent().toString());
			chosen = dialog.open();
		}
		Optional.ofNullable(chosen).ifPresent(output::setText);
	}

	private void check() {
		Optional<String> problem = problem();
		setErrorMessage(problem.orElse(null));
		setMessage(format.description() + ".", IMessageProvider.NONE);
		Optional.ofNullable(getButton(IDialogConstants.OK_ID)).ifPresent(ok -> ok.setEnabled(problem.isEmpty()));
	}

	private Optional<String> problem() {
		String name = output.getText().trim();
		if (name.isEmpty())
			return Optional.of("Say where to write.");
		try {
			Path path = scan.toAbsolutePath().resolveSibling(name);
			if (path.equals(scan.toAbsolutePath()))
				return Optional.of("This is the scan itself. Choose another name.");
			if (format.isFile() && Files.isDirectory(path))
				return Optional.of("This is a folder. Name a file in it.");
			if (format.isFile() && Files.exists(path) && !overwrite.getSelection())
				return Optional.of("This file exists. Choose another name, or replace it.");
			if (!format.isFile() && Files.isRegularFile(path))
				return Optional.of("This is a file. Name a folder.");
		} catch (InvalidPathException e) {
			return Optional.of("This is no name of a file (" + e.getReason() + ").");
		}
		return Optional.empty();
	}

	@Override
	protected void okPressed() {
		request = new ExportRequest(scan, groups.get(group.getSelectionIndex()), List.of(), format.format(),
				scan.toAbsolutePath().resolveSibling(output.getText().trim()), overwrite.getSelection());
		super.okPressed();
	}
}
