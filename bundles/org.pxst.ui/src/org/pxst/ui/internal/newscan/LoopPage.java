// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.form.StepForm;
import org.pxst.ui.session.OpenScan;

/** The parameters of the main loop, without those that other pages are about. */
final class LoopPage extends ScanPage {
	private final StepDescription step;
	private final Supplier<Optional<OpenScan>> open;
	private Label summary;
	private StepForm form;
	private Optional<OpenScan> shown = Optional.empty();

	/**
	 * @param scan what the wizard is about
	 * @param step that reconstructs
	 * @param open the scan, when it is open
	 */
	LoopPage(NewScan scan, StepDescription step, Supplier<Optional<OpenScan>> open) {
		super("loop", "Main loop", "Change how the main loop goes if need be; fields that are left empty are found from the data.", scan);
		this.step = without(step);
		this.open = open;
	}

	private static StepDescription without(StepDescription step) {
		return new StepDescription(step.type(), step.name(), step.aliases(), step.group(), step.summary(), step.description(), step.source(),
				step.parameters().stream().filter(parameter -> !NewScan.OF_OTHER_PAGES.contains(parameter.name())).toList(), step.outputs(),
				step.obsolete());
	}

	@Override
	void createContent(Composite parent) {
		summary = note(parent, "new.loop.summary");
		form = new StepForm(parent, step);
		form.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		form.addListener(() -> {
			scan().setLoop(form.given());
			check();
		});
	}

	@Override
	void entered() {
		say(summary, String.join("\n", scan().summary()));
		Optional<OpenScan> now = open.get();
		if (!now.equals(shown)) {
			shown = now;
			form.setScan(now);
		}
	}

	@Override
	Optional<String> problem() {
		return form.problem();
	}
}
