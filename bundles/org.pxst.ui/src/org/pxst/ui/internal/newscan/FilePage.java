// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.InvalidDataException;
import org.pxst.ui.internal.commands.RecentScans;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.OpenScan;

/** Which file. */
final class FilePage extends ScanPage {
	private static final int PATIENCE_MS = 250;
	private static final int LINES = 8;

	private final ScanReading reading;
	private final List<OpenScan> open;
	private final Optional<Path> first;
	private Text file;
	private WorkBar work;
	private Label summary;
	private Optional<String> problem = Optional.empty();

	/**
	 * @param scan    what the wizard is about
	 * @param reading looks at files
	 * @param open    scans that are open
	 * @param first   the file at first
	 */
	FilePage(NewScan scan, ScanReading reading, List<OpenScan> open, Optional<Path> first) {
		super("file", "File", "Choose the file with the scan: one that is open, a recent one, or another.", scan);
		this.reading = reading;
		this.open = open;
		this.first = first;
	}

	@Override
	void createContent(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		row.setLayout(new GridLayout(3, false));
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		new Label(row, SWT.NONE).setText("File:");
		file = WrapRow.named(new Text(row, SWT.BORDER), "new.file");
		file.setMessage("a CXI or another HDF5 file");
		file.setToolTipText("The CXI or HDF5 file that has the frames");
		file.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		Button browse = WrapRow.named(new Button(row, SWT.PUSH), "new.browse");
		browse.setText("Browse...");
		browse.setToolTipText("Looks for a file on the disk");
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
		known(parent);
		work = new WorkBar(parent, "new.file.work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		summary = note(parent, "new.file.summary");
		file.addModifyListener(e -> typed());
		first.ifPresent(path -> file.setText(path.toString()));
	}

	private void known(Composite parent) {
		Set<Path> paths = new LinkedHashSet<>();
		open.forEach(scan -> paths.add(scan.file()));
		paths.addAll(new RecentScans().files());
		Label label = new Label(parent, SWT.NONE);
		label.setText("Open and recent files:");
		org.eclipse.swt.widgets.List list = WrapRow.named(
				new org.eclipse.swt.widgets.List(parent, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL), "new.recent");
		list.setToolTipText("Files that are open or were opened lately; a click chooses one");
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = LINES * list.getItemHeight();
		list.setLayoutData(data);
		paths.forEach(path -> list.add(path.toString()));
		list.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			if (list.getSelectionIndex() >= 0)
				file.setText(list.getItem(list.getSelectionIndex()));
		}));
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText("Choose a scan");
		dialog.setFilterNames(new String[] { "CXI and HDF5 files", "All files" });
		dialog.setFilterExtensions(new String[] { "*.cxi;*.h5;*.hdf5;*.nxs", "*" });
		path().map(Path::getParent).ifPresent(folder -> dialog.setFilterPath(folder.toString()));
		String chosen = dialog.open();
		if (chosen != null)
			file.setText(chosen);
	}

	private Optional<Path> path() {
		try {
			return file.getText().isBlank() ? Optional.empty() : Optional.of(Path.of(file.getText().strip()).toAbsolutePath().normalize());
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	private void typed() {
		scan().setLook(Optional.empty());
		problem = Optional.empty();
		say(summary, "");
		work.drop();
		String text = file.getText();
		// not for each letter
		file.getDisplay().timerExec(PATIENCE_MS, () -> {
			if (!file.isDisposed() && file.getText().equals(text))
				look();
		});
		if (getControl() != null)
			check();
	}

	private void look() {
		Optional<Path> path = path();
		if (path.isEmpty()) {
			finished(file.getText().isBlank() ? Optional.empty() : Optional.of("'" + file.getText() + "' is no name of a file."));
			return;
		}
		work.start("Looking at " + path.get().getFileName(), monitor -> reading.look(path.get(), ItemTexts.nothing()), this::found,
				what -> finished(Optional.of(what)));
	}

	private void found(ScanLook look) {
		scan().setLook(Optional.of(look));
		say(summary, look.summary() + (look.problem().isEmpty() ? ". Everything that is needed was found."
				: ". Something is missing or wrong; the next page says what, and lets you give it."));
		finished(Optional.empty());
	}

	private void finished(Optional<String> wrong) {
		problem = wrong;
		check();
		reflow();
	}

	@Override
	void entered() {
		file.setFocus();
	}

	@Override
	Optional<String> problem() {
		return problem;
	}

	@Override
	public boolean isPageComplete() {
		return scan().look().isPresent();
	}

	/** Looks at files; for background threads. */
	@FunctionalInterface
	interface ScanReading {
		/**
		 * Looks at one.
		 *
		 * @throws InvalidDataException when it is no HDF5 file, or is broken
		 */
		ScanLook look(Path file, ItemTexts texts);
	}
}
