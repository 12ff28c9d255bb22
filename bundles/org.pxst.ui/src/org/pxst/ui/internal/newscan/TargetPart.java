// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.processing.run.Target;
import org.pxst.ui.internal.edit.WrapRow;

/** Where the results of a new reconstruction go. For the UI thread. */
final class TargetPart {
	/** Columns of the grid that it needs. */
	static final int COLUMNS = 3;

	private final NewScan scan;
	private final Runnable changed;
	private final Runnable looked;
	private final Button toScan;
	private final Button toFile;
	private final Text path;
	private final Button overwrite;
	private final Text group;
	private final WorkBar work;
	private Optional<String> fileProblem = Optional.empty();
	private boolean pending;

	/** What is where the file is to be. */
	private record Place(boolean hasFolder, boolean isFolder, boolean isThere) {
		static Place of(Path file) {
			return new Place(Files.isDirectory(file.getParent()), Files.isDirectory(file), Files.exists(file));
		}
	}

	/**
	 * @param box     with a grid
	 * @param scan    gets what is chosen
	 * @param changed called when the user has changed something; it has to be taken then
	 * @param looked  called when more is known about the file that is named
	 */
	TargetPart(Group box, NewScan scan, Runnable changed, Runnable looked) {
		this.scan = scan;
		this.changed = changed;
		this.looked = looked;
		toScan = radio(box, "new.target.scan", "into the scan's own file", "The results are added to the scan; its data are never changed. "
				+ "Where the file cannot be written, they go into a file beside it");
		toScan.setSelection(true);
		work = new WorkBar(box, "new.target.work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		toFile = radio(box, "new.target.file", "into a file of its own:", "The results go into another file, with links to the scan");
		path = WrapRow.named(new Text(box, SWT.BORDER), "new.target.path");
		path.setToolTipText("Path of the file");
		path.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		path.addModifyListener(e -> {
			select(!path.getText().isBlank());
			changed.run();
		});
		Button browse = WrapRow.named(new Button(box, SWT.PUSH), "new.target.browse");
		browse.setText("Browse...");
		browse.setToolTipText("Chooses the file");
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
		overwrite = WrapRow.named(new Button(box, SWT.CHECK), "new.target.overwrite");
		overwrite.setText("replace the file even if it is no result of PXST");
		overwrite.setToolTipText("A result of PXST under this name is replaced anyway");
		GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
		below.horizontalIndent = 24;
		overwrite.setLayoutData(below);
		overwrite.setEnabled(false);
		overwrite.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
		Label label = new Label(box, SWT.NONE);
		label.setText("Group in the file:");
		group = WrapRow.named(new Text(box, SWT.BORDER), "new.group");
		group.setText(scan.group());
		group.setToolTipText("Absolute path of the group of the results; the views show " + scan.group());
		group.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		group.addModifyListener(e -> changed.run());
	}

	private Button radio(Composite parent, String id, String text, String tooltip) {
		Button button = WrapRow.named(new Button(parent, SWT.RADIO), id);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			if (button.getSelection()) {
				select(button == toFile);
				changed.run();
			}
		}));
		return button;
	}

	private void select(boolean ownFile) {
		toScan.setSelection(!ownFile);
		toFile.setSelection(ownFile);
	}

	private void browse() {
		FileDialog dialog = new FileDialog(path.getShell(), SWT.SAVE);
		dialog.setText("File of the results");
		dialog.setFilterExtensions(new String[] { "*.cxi", "*" });
		scan.file().ifPresent(file -> {
			dialog.setFilterPath(String.valueOf(file.getParent()));
			dialog.setFileName(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "_result.cxi");
		});
		String chosen = dialog.open();
		if (chosen != null)
			path.setText(chosen);
	}

	private Optional<Path> file() {
		try {
			return Optional.of(path.getText().strip()).filter(name -> !name.isEmpty()).map(name -> Path.of(name).toAbsolutePath().normalize())
					.filter(named -> named.getFileName() != null);
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	/** Hands what is chosen to the scan, and looks whether the file can be. */
	void take() {
		scan.setGroup(group.getText().strip());
		Optional<Path> file = toFile.getSelection() ? file() : Optional.empty();
		scan.setTarget(file.map(chosen -> Target.file(chosen, overwrite.getSelection())).orElseGet(Target::automatic));
		lookAt(file);
	}

	/** Looks whether the file can be, and is there already: a disk may take its time to say so. */
	private void lookAt(Optional<Path> file) {
		fileProblem = Optional.empty();
		pending = file.isPresent();
		work.drop();
		if (file.isEmpty()) {
			overwrite.setEnabled(false);
			return;
		}
		Path chosen = file.get();
		work.start("Looking at " + chosen, monitor -> Place.of(chosen), found -> {
			pending = false;
			overwrite.setEnabled(found.isThere() && !found.isFolder());
			if (!found.hasFolder())
				fileProblem = Optional.of("There is no folder " + chosen.getParent() + ".");
			else if (found.isFolder())
				fileProblem = Optional.of(chosen + " is a folder; name a file in it.");
			looked.run();
		}, what -> {
			pending = false;
			fileProblem = Optional.of(what);
			looked.run();
		});
	}

	/** What is wrong with what is typed, in words for the user; empty when nothing is. */
	Optional<String> textProblem() {
		if (toFile.getSelection() && path.getText().isBlank())
			return Optional.of("Name the file of the results, or let them go into the scan.");
		if (toFile.getSelection() && file().isEmpty())
			return Optional.of("'" + path.getText() + "' is no name of a file.");
		if (toFile.getSelection() && file().equals(scan.file()))
			return Optional.of("This is the scan itself: choose \"" + toScan.getText() + "\", or another file.");
		if (!group.getText().strip().matches("(/[^/]+)+"))
			return Optional.of("'" + group.getText() + "' is no group: its path begins with a slash, /speckle_tracking for example.");
		return Optional.empty();
	}

	/** The same, and what is wrong with the file. */
	Optional<String> problem() {
		return textProblem().or(() -> fileProblem);
	}

	/** Whether the file is being looked at. */
	boolean isPending() {
		return pending;
	}
}
