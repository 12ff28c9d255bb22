// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.pxst.core.InvalidDataException;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepGroup;
import org.pxst.ui.internal.edit.WrapRow;

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
	private Button toScan;
	private Button toFile;
	private Text path;
	private Button overwrite;
	private Text group;
	private Label summary;
	private Text commandLine;
	private WorkBar work;
	private Optional<String> fileProblem = Optional.empty();
	private boolean pending;

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
		target(group(parent, "Results", 3));
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

	private void target(Group box) {
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
			changed();
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
		overwrite.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed()));
		Label label = new Label(box, SWT.NONE);
		label.setText("Group in the file:");
		group = WrapRow.named(new Text(box, SWT.BORDER), "new.group");
		group.setText(scan().group());
		group.setToolTipText("Absolute path of the group of the results; the views show " + scan().group());
		group.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		group.addModifyListener(e -> changed());
	}

	private Button radio(Composite parent, String id, String text, String tooltip) {
		Button button = WrapRow.named(new Button(parent, SWT.RADIO), id);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			if (button.getSelection()) {
				select(button == toFile);
				changed();
			}
		}));
		return button;
	}

	private void select(boolean ownFile) {
		toScan.setSelection(!ownFile);
		toFile.setSelection(ownFile);
	}

	private void steps(Group box) {
		WrapRow row = new WrapRow(box);
		row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		for (StepDescription step : analysis) {
			Button button = row.button(SWT.CHECK, "new.step." + step.name(), step.name(), step.summary(), b -> changed());
			button.setSelection(scan().steps().contains(step.name()));
			steps.put(step.name(), button);
		}
	}


	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText("File of the results");
		dialog.setFilterExtensions(new String[] { "*.cxi", "*" });
		scan().file().ifPresent(file -> {
			dialog.setFilterPath(String.valueOf(file.getParent()));
			dialog.setFileName(file.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "_result.cxi");
		});
		String chosen = dialog.open();
		if (chosen != null)
			path.setText(chosen);
	}

	private void copy() {
		Clipboard clipboard = new Clipboard(commandLine.getDisplay());
		clipboard.setContents(new Object[] { commandLine.getText() }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}

	private Optional<Path> file() {
		try {
			return path.getText().isBlank() ? Optional.empty() : Optional.of(Path.of(path.getText().strip()).toAbsolutePath().normalize());
		} catch (InvalidPathException e) {
			return Optional.empty();
		}
	}

	private void changed() {
		scan().setSteps(steps.entrySet().stream().filter(e -> e.getValue().getSelection()).map(Map.Entry::getKey).collect(Collectors.toSet()));
		scan().setGroup(group.getText().strip());
		Optional<Path> file = toFile.getSelection() ? file() : Optional.empty();
		scan().setTarget(file.map(chosen -> Target.file(chosen, overwrite.getSelection())).orElseGet(Target::automatic));
		lookAt(file);
		update();
		check();
	}

	/** Whether the file can be, and is there already: a disk may take its time to say so. */
	private void lookAt(Optional<Path> file) {
		fileProblem = Optional.empty();
		pending = file.isPresent();
		work.drop();
		if (file.isEmpty()) {
			overwrite.setEnabled(false);
			return;
		}
		Path chosen = file.get();
		work.start("Looking at " + chosen, monitor -> new boolean[] { Files.isDirectory(chosen.getParent()), Files.isDirectory(chosen),
				Files.exists(chosen) }, found -> {
					pending = false;
					overwrite.setEnabled(found[2] && !found[1]);
					if (!found[0])
						fileProblem = Optional.of("There is no folder " + chosen.getParent() + ".");
					else if (found[1])
						fileProblem = Optional.of(chosen + " is a folder; name a file in it.");
					check();
				}, what -> {
					pending = false;
					fileProblem = Optional.of(what);
					check();
				});
	}

	private void update() {
		if (scan().look().isEmpty() || localProblem().isPresent())
			return;
		try {
			PipelineSetup setup = PipelineSetup.of(scan());
			commandLine.setText(command.apply(setup));
			say(summary, "Runs " + NewScan.MAIN_STEP + analysis.stream().map(StepDescription::name).filter(setup.steps()::contains)
					.map(name -> ", " + name).collect(Collectors.joining()) + " on " + scan().look().get().summary() + ".\n"
					+ String.join(". ", scan().summary()) + ".");
		} catch (InvalidDataException e) {
			// the page that it is on says so, too
			commandLine.setText("");
			say(summary, e.getMessage());
		}
		reflow();
	}

	@Override
	void entered() {
		changed();
	}

	private Optional<String> localProblem() {
		if (toFile.getSelection() && path.getText().isBlank())
			return Optional.of("Name the file of the results, or let them go into the scan.");
		if (toFile.getSelection() && file().isEmpty())
			return Optional.of("'" + path.getText() + "' is no name of a file.");
		if (toFile.getSelection() && file().equals(scan().file()))
			return Optional.of("This is the scan itself: choose \"" + toScan.getText() + "\", or another file.");
		if (!group.getText().strip().matches("(/[^/]+)+"))
			return Optional.of("'" + group.getText() + "' is no group: its path begins with a slash, /speckle_tracking for example.");
		return Optional.empty();
	}

	@Override
	Optional<String> problem() {
		return localProblem().or(() -> fileProblem);
	}

	@Override
	public boolean isPageComplete() {
		return super.isPageComplete() && !pending;
	}
}
