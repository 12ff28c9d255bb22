// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.pipeline.StepTitle;

/** Where the results go, what runs after the reconstruction, and the command line that does the same. */
final class OutputPage extends ScanPage {
	private static final int COMMAND_LINES = 4;
	/** What is quick and what most users look at. */
	private static final Set<String> USUAL = Set.of("zernike", "focus_profile");
	/** The reconstruction does that. */
	private static final String PART_OF_IT = "calculate_phase";

	private final List<StepDescription> analysis;
	private final Function<PipelineSetup, String> command;
	private final Map<String, Button> steps = new LinkedHashMap<>();
	private ReportChoice report;
	private TargetPart target;
	private Label summary;
	private Text commandLine;

	/**
	 * @param scan      what the wizard is about
	 * @param catalogue all steps
	 * @param command   the command line that does what is chosen
	 */
	OutputPage(NewScan scan, List<StepDescription> catalogue, Function<PipelineSetup, String> command) {
		super("output", "Output", "Choose where the results go and what is made of them; Finish starts the run.", scan);
		analysis = catalogue.stream().filter(step -> step.group() == StepGroup.ANALYSIS && !step.name().equals(PART_OF_IT)).toList();
		this.command = command;
		scan.setSteps(analysis.stream().map(StepDescription::name).filter(USUAL::contains).collect(Collectors.toSet()));
	}

	@Override
	void createContent(Composite parent) {
		target = new TargetPart(group(parent, "Results", TargetPart.COLUMNS), scan(), this::changed, this::check);
		steps(group(parent, "After the reconstruction", 1));
		summary = note(parent, "new.summary");
		Composite row = new Composite(parent, SWT.NONE);
		row.setLayout(new GridLayout(2, false));
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		Label label = new Label(row, SWT.NONE);
		label.setText("The command line that does the same:");
		label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		Button copy = WrapRow.named(new Button(row, SWT.PUSH), "new.copy");
		copy.setText("Copy");
		copy.setToolTipText("Puts the command line on the clipboard");
		copy.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> copy()));
		commandLine = WrapRow.named(new Text(parent, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL), "new.command");
		commandLine.setToolTipText("For a terminal, or a script that does many scans");
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = COMMAND_LINES * commandLine.getLineHeight();
		data.widthHint = 1;
		commandLine.setLayoutData(data);
	}

	private static Group group(Composite parent, String title, int columns) {
		Group group = new Group(parent, SWT.NONE);
		group.setText(title);
		group.setLayout(new GridLayout(columns, false));
		group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		return group;
	}

	private void steps(Group box) {
		WrapRow row = new WrapRow(box);
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		for (StepDescription step : analysis) {
			Button button = row.button(SWT.CHECK, "new.step." + step.name(), StepTitle.of(step), step.summary(), b -> changed());
			button.setSelection(scan().steps().contains(step.name()));
			steps.put(step.name(), button);
		}
		report = new ReportChoice(row, scan(), this::changed);
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(commandLine.getDisplay());
		clipboard.setContents(new Object[] { commandLine.getText() }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	private void changed() {
		scan().setSteps(steps.entrySet().stream().filter(e -> e.getValue().getSelection()).map(Map.Entry::getKey).collect(Collectors.toSet()));
		target.take();
		update();
		check();
	}

	private void update() {
		if (scan().look().isEmpty() || target.textProblem().isPresent())
			return;
		try {
			PipelineSetup setup = PipelineSetup.of(scan());
			commandLine.setText(command.apply(setup) + report.command());
			say(summary, "Runs " + NewScan.MAIN_STEP + analysis.stream().map(StepDescription::name).filter(setup.steps()::contains)
					.map(name -> ", " + name).collect(Collectors.joining()) + " on " + scan().look().get().summary() + ".\n"
					+ String.join(". ", scan().summary()) + "." + report.summary());
		} catch (InvalidDataException e) {
			// the page that it is on says so, too
			commandLine.setText("");
			say(summary, e.getMessage());
		}
		reflow();
	}

	/** The report that is to be written when the run is done. */
	Optional<Path> report() {
		return Optional.ofNullable(report).flatMap(ReportChoice::file);
	}

	@Override
	void entered() {
		changed();
	}

	@Override
	Optional<String> problem() {
		return target.problem();
	}

	@Override
	public boolean isPageComplete() {
		// also asked before the page was shown for the first time
		return super.isPageComplete() && (target == null || !target.isPending());
	}
}
