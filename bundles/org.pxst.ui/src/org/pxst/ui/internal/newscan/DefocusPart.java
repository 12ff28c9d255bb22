// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;

/** One way to find the defocus: what it found, or why it did not, or how far it is. For the UI thread. */
final class DefocusPart {
	private final WorkBar work;
	private final Label text;
	private final String name;
	private Optional<DefocusFit> fit = Optional.empty();

	/**
	 * @param parent  where it goes
	 * @param id      for tests: ID.text
	 * @param name    what it is
	 * @param tooltip how it works
	 */
	DefocusPart(Composite parent, String id, String name, String tooltip) {
		this.name = name;
		Group group = new Group(parent, SWT.NONE);
		group.setText(name);
		group.setToolTipText(tooltip);
		GridLayout layout = new GridLayout();
		layout.verticalSpacing = 0;
		group.setLayout(layout);
		group.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		text = ScanPage.note(group, id + ".text");
		work = new WorkBar(group, id + ".work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
	}

	/** What was found; empty while it is not, or when it was not. */
	Optional<DefocusFit> fit() {
		return fit;
	}

	/** Forgets what was found, and stops what is being done. */
	void clear() {
		work.drop();
		fit = Optional.empty();
		ScanPage.say(text, "waits for its turn");
	}

	/**
	 * Looks for the defocus.
	 *
	 * @param task  in a background thread
	 * @param ended called when it has ended, with or without an outcome
	 */
	void start(Function<IMonitor, DefocusFit> task, Runnable ended) {
		ScanPage.say(text, "");
		work.start(name, task, found -> {
			fit = Optional.of(found);
			ScanPage.say(text, found.text());
			ended.run();
		}, what -> {
			ScanPage.say(text, what);
			ended.run();
		});
	}
}
