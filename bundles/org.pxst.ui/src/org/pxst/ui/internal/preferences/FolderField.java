// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A preference that is a folder, or nothing. For the UI thread. */
final class FolderField {
	private final Preference preference;
	private final String what;
	private final Text text;

	/**
	 * @param parent     with a grid of three columns
	 * @param preference what is chosen
	 * @param what       it is for
	 * @param none       what happens without it, shown in the empty field
	 * @param tooltip    more about it
	 * @param changed    called after each change
	 */
	FolderField(Composite parent, Preference preference, String what, String none, String tooltip, Runnable changed) {
		this.preference = preference;
		this.what = what;
		new Label(parent, SWT.NONE).setText(what + ":");
		text = new Text(parent, SWT.BORDER | SWT.SINGLE);
		text.setMessage(none);
		text.setToolTipText(tooltip);
		text.setData("org.pxst.ui.id", id());
		text.setText(preference.text());
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		text.addModifyListener(event -> changed.run());
		Button browse = new Button(parent, SWT.PUSH);
		browse.setText("Browse...");
		browse.setToolTipText("Choose a folder");
		browse.setData("org.pxst.ui.id", id() + ".browse");
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
	}

	private String id() {
		return "preferences." + preference.name().toLowerCase(Locale.ROOT);
	}

	private void browse() {
		DirectoryDialog dialog = new DirectoryDialog(text.getShell());
		dialog.setText(what);
		dialog.setFilterPath(text.getText());
		Optional.ofNullable(dialog.open()).ifPresent(text::setText);
	}

	/** What is wrong, in words; empty when nothing is. */
	Optional<String> problem() {
		String name = text.getText().trim();
		try {
			return name.isEmpty() || Files.isDirectory(Path.of(name)) ? Optional.empty()
					: Optional.of(what + ": there is no folder " + name + ".");
		} catch (InvalidPathException e) {
			return Optional.of(what + ": " + name + " is no name of a folder (" + e.getReason() + ").");
		}
	}

	void setDefault() {
		text.setText("");
	}

	void keep() {
		preference.set(text.getText().trim());
	}
}
