// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.ParameterDescription;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadProblem;

/** Asks for a data set of the scan's file or of another one. */
final class OtherDatasetDialog extends TitleAreaDialog {
	private static final int WIDTH = 90;
	private static final int LINES = 14;

	private final ParameterDescription parameter;
	private final Optional<OpenScan> scan;
	private List<FileFacts.Dataset> shown;
	private Optional<Path> file = Optional.empty();
	private Table table;
	private String path = "";

	/** @param facts of the scan's file */
	OtherDatasetDialog(Shell parent, ParameterDescription parameter, Optional<OpenScan> scan, FileFacts facts) {
		super(parent);
		this.parameter = parameter;
		this.scan = scan;
		shown = suitingFirst(facts);
	}

	private List<FileFacts.Dataset> suitingFirst(FileFacts facts) {
		List<FileFacts.Dataset> ordered = new ArrayList<>(facts.suiting(parameter, ""));
		facts.datasets().stream().filter(dataset -> !ordered.contains(dataset)).toList().forEach(ordered::add);
		return ordered;
	}

	/** What was chosen: the path of the data set, with its file when that is another one. */
	String path() {
		return path;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Choose a data set");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(parameter.label());
		setMessage(parameter.description() + ". It must be " + parameter.type().meaning() + ".");
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		area.setLayout(new GridLayout());
		area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		WrapRow row = new WrapRow(area);
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		row.button(SWT.PUSH, "otherDataset.file", "Other file...", "Shows the data sets of another HDF5 file", button -> askForFile())
				.setEnabled(scan.isPresent());
		table = WrapRow.named(new Table(area, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION), "otherDataset.table");
		table.setHeaderVisible(true);
		table.setToolTipText("A double click takes a data set");
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = convertWidthInCharsToPixels(WIDTH);
		data.heightHint = LINES * table.getItemHeight();
		table.setLayoutData(data);
		for (String title : new String[] { "Data set", "Shape", "Origin" })
			new TableColumn(table, SWT.LEFT).setText(title);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> select()));
		table.addListener(SWT.DefaultSelection, e -> {
			if (!path.isEmpty())
				okPressed();
		});
		fill();
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.OK_ID).setEnabled(false);
	}

	private void fill() {
		table.removeAll();
		for (FileFacts.Dataset dataset : shown) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(new String[] { dataset.path(), shape(dataset.shape()), dataset.origin() });
		}
		for (TableColumn column : table.getColumns())
			column.pack();
	}

	private static String shape(List<Long> extents) {
		return extents.isEmpty() ? "number" : String.join(" x ", extents.stream().map(String::valueOf).toList());
	}

	private void select() {
		String inside = shown.get(table.getSelectionIndex()).path();
		path = file.map(Path::toString).orElse("") + inside;
		getButton(IDialogConstants.OK_ID).setEnabled(true);
	}

	private void askForFile() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText("Choose the file");
		dialog.setFilterExtensions(new String[] { "*.cxi;*.h5;*.hdf5;*.nxs", "*" });
		String name = dialog.open();
		if (name != null)
			showFile(Path.of(name));
	}

	private void showFile(Path wanted) {
		scan.orElseThrow().queue(table).submit("otherFile", (reader, monitor) -> datasets(wanted), found -> {
			file = Optional.of(wanted);
			shown = suitingFirst(new FileFacts(found, 0, 0));
			path = "";
			setErrorMessage(null);
			getButton(IDialogConstants.OK_ID).setEnabled(false);
			fill();
		}, (ReadProblem problem) -> setErrorMessage(problem.message()));
	}

	private static List<FileFacts.Dataset> datasets(Path file) {
		List<FileFacts.Dataset> found = new ArrayList<>();
		Service.call(Hdf5Viewer.class, viewer -> {
			try (Hdf5View view = viewer.open(file)) {
				found.addAll(FileFactsReading.datasets(view));
			}
		});
		return found;
	}
}
