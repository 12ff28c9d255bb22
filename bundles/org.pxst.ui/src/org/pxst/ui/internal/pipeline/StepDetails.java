// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.Text;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.form.StepForm;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.view.SummaryText;

/** The step that is selected: what it does, where it is, its parameters, and buttons that run it. For the UI thread. */
final class StepDetails extends Composite {
	private static final int FEW_LINES = 2;

	private final Label title;
	private final SummaryText summary;
	private final SummaryText state;
	private final Button run;
	private final Button runFromHere;
	private final Button mask;
	private final Label problem;
	private final Composite room;
	private Optional<StepForm> form = Optional.empty();
	private Optional<StepDescription> step = Optional.empty();
	private Optional<ScanPipeline> pipeline = Optional.empty();

	/** What the buttons do. */
	interface Actions {
		/** Run the step. */
		void run();

		/** Run the step and those after it that take part. */
		void runFromHere();

		/** Open the step's wizard. */
		void openWizard();

		/** Put the step's command line on the clipboard. */
		void copy();
	}

	StepDetails(Composite parent, Actions actions) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginHeight = 2;
		layout.marginWidth = 2;
		layout.verticalSpacing = 2;
		setLayout(layout);
		title = WrapRow.named(new Label(this, SWT.WRAP), "pipeline.title");
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		summary = new SummaryText(this, "pipeline.summary", "", FEW_LINES);
		state = new SummaryText(this, "pipeline.why", "", FEW_LINES);
		WrapRow row = new WrapRow(this);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		run = row.button(SWT.PUSH, "pipeline.runStep", "Run", "Runs this step with the parameters below", b -> actions.run());
		runFromHere = row.button(SWT.PUSH, "pipeline.runFromHere", "Run from here",
				"Runs this step and those after it that take part", b -> actions.runFromHere());
		row.button(SWT.PUSH, "pipeline.wizard", "Wizard...", "Runs this step with help: what it needs, and a preview", b -> actions.openWizard());
		row.button(SWT.PUSH, "pipeline.copyStep", "Copy",
				"Puts the command line that runs this step with these parameters on the clipboard", b -> actions.copy());
		mask = WrapRow.named(new Button(this, SWT.CHECK), "pipeline.useMask");
		mask.setText("Begin with the mask in the file");
		mask.setToolTipText("Takes the mask that you edited or made with make_mask instead of the detector's own; further bad pixels that "
				+ "are found are added to it");
		mask.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		mask.addListener(SWT.Selection, event -> setMask(mask.getSelection()));
		problem = WrapRow.named(new Label(this, SWT.WRAP), "pipeline.problem");
		problem.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		room = new Composite(this, SWT.NONE);
		GridLayout inner = new GridLayout();
		inner.marginHeight = 0;
		inner.marginWidth = 0;
		room.setLayout(inner);
		room.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		setThere(problem, false);
	}

	/** Shows a step of a scan. */
	void show(StepDescription shown, ScanPipeline of, OpenScan scan) {
		if (step.filter(shown::equals).isEmpty() || pipeline.filter(now -> now == of).isEmpty()) {
			form.ifPresent(Control::dispose);
			step = Optional.of(shown);
			pipeline = Optional.of(of);
			title.setText(StepTitle.of(shown).replace("&", "&&"));
			summary.setText(shown.summary() + (shown.description().isEmpty() ? "" : " " + shown.description()));
			setThere(mask, StepOrder.isReconstruction(shown));
			StepForm made = new StepForm(room, shown);
			made.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
			made.addListener(this::changed);
			form = Optional.of(made);
			showProblem();
			layout(true, true);
		}
		form.get().setGroup(of.group());
		form.get().setScan(Optional.of(scan));
		showGiven();
	}

	/** Shows no step. */
	void clear() {
		form.ifPresent(Control::dispose);
		form = Optional.empty();
		step = Optional.empty();
		pipeline = Optional.empty();
	}

	/** Shows where the step is. */
	void showStatus(StepStatus status) {
		String word = status.kind().word();
		state.setText(Character.toUpperCase(word.charAt(0)) + word.substring(1) + ". " + status.detail());
	}

	/** Shows whether there is anything to run after this step. */
	void showFollowing(boolean some) {
		runFromHere.setEnabled(some && problem().isEmpty());
	}

	/** Shows what is set, when that is not what is shown. */
	void showGiven() {
		if (form.isEmpty())
			return;
		Map<String, Literal> given = new LinkedHashMap<>(pipeline.get().given(step.get()));
		given.keySet().removeIf(name -> step.get().parameter(name).isEmpty());
		if (!given.equals(form.get().given()))
			form.get().setGiven(given);
		mask.setSelection(ownMask().equals(pipeline.get().given(step.get()).get(ScanParameter.DETECTOR_MASK.key())));
		showProblem();
	}

	private Literal ownMask() {
		return new Text(pipeline.get().group() + "/mask");
	}

	private void setMask(boolean own) {
		Map<String, Literal> given = new LinkedHashMap<>(pipeline.get().given(step.get()));
		if (own)
			given.put(ScanParameter.DETECTOR_MASK.key(), ownMask());
		else
			given.remove(ScanParameter.DETECTOR_MASK.key());
		pipeline.get().setGiven(step.get(), given);
	}

	private void changed() {
		Map<String, Literal> given = new LinkedHashMap<>(form.get().given());
		// what a form does not show stays
		pipeline.get().given(step.get()).forEach((name, value) -> {
			if (step.get().parameter(name).isEmpty())
				given.put(name, value);
		});
		pipeline.get().setGiven(step.get(), given);
		showProblem();
	}

	/** What is wrong with the parameters that are shown. */
	Optional<String> problem() {
		return form.flatMap(StepForm::problem);
	}

	private void showProblem() {
		String text = problem().orElse("");
		run.setEnabled(text.isEmpty());
		if (text.equals(problem.getText()))
			return;
		problem.setText(text.replace("&", "&&"));
		setThere(problem, !text.isEmpty());
		layout(true, true);
	}

	private static void setThere(Control control, boolean there) {
		((GridData) control.getLayoutData()).exclude = !there;
		control.setVisible(there);
	}

	@Override
	public boolean setFocus() {
		return form.filter(shown -> !shown.isDisposed()).map(StepForm::setFocus).orElseGet(super::setFocus);
	}
}
