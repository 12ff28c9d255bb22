// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What one run was made with. For the UI thread. */
final class RunDetails extends Composite {
	private static final int LINES = 2;

	private final Text about;
	private final TextTable parameters;

	RunDetails(Composite parent) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		setLayout(layout);
		about = new Text(this, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		about.setToolTipText("Command, file and device of the selected run");
		about.setData("org.pxst.ui.id", "history.about");
		GridData lines = new GridData(SWT.FILL, SWT.TOP, true, false);
		lines.heightHint = LINES * about.getLineHeight();
		about.setLayoutData(lines);
		parameters = new TextTable(this, SWT.MULTI, "history.parameters",
				"Parameters of the selected run: what was given, and what was used. Ctrl+C copies the selected rows.",
				"Parameter", "Given", "Used");
		parameters.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
	}

	/** Shows a run, or nothing. */
	void show(Optional<RecordedStep> step) {
		about.setText(step.map(RunDetails::words).orElse(""));
		parameters.show(step.map(RunDetails::rows).orElse(List.of()));
	}

	private static String words(RecordedStep step) {
		return step.record().step() + " of " + step.record().input() + ", on " + step.record().computedOn() + ", version "
				+ step.record().version() + "\n" + step.record().command();
	}

	private static List<String[]> rows(RecordedStep step) {
		Map<String, String> given = step.given();
		Map<String, String> used = step.record().parameters();
		Set<String> names = new LinkedHashSet<>(used.keySet());
		names.addAll(given.keySet());
		List<String[]> rows = new ArrayList<>();
		for (String name : names)
			rows.add(new String[] { name, given.getOrDefault(name, ""), used.getOrDefault(name, "") });
		return rows;
	}
}
