// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.pxst.core.PxstException;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.internal.view.HeldService;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.RunsListener;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.TurningSash;
import org.slf4j.LoggerFactory;

/** The steps of the current scan as a pipeline: where each of them is, which take part, and the parameters of one. */
public final class PipelineView extends ScanView<PipelineContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.pipeline";

	private static final String RUN_STEP = "org.pxst.ui.runStep";

	private final HeldService<Pipelines> pipelines = new HeldService<>(Pipelines.class);
	private final HeldService<Runs> runs = new HeldService<>(Runs.class);
	private final HeldService<StepCatalogue> catalogue = new HeldService<>(StepCatalogue.class);
	private final Runnable pipelineListener = this::pipelineChanged;
	/** What is set, for the thread that reads. */
	private volatile Asked asked = Asked.NOTHING;
	private Optional<ScanPipeline> pipeline = Optional.empty();
	private Map<String, StepStatus> stored = Map.of();
	private StepList list;
	private StepDetails details;
	private Button runAll;

	private final RunsListener runsListener = new RunsListener() {
		@Override
		public void submitted(Run run) {
			showStatuses();
		}

		@Override
		public void changed(Run run) {
			showStatuses();
		}

		@Override
		public void removed(Run run) {
			showStatuses();
		}
	};

	@Override
	protected void createContent(Composite parent) {
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		parent.setLayout(layout);
		WrapRow row = new WrapRow(parent);
		row.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		runAll = row.button(SWT.PUSH, "pipeline.run", "Run pipeline", "Runs all steps that are checked, one after the other (F9)",
				b -> command("org.pxst.ui.runPipeline"));
		row.button(SWT.PUSH, "pipeline.load", "Load...", "Takes steps and parameters from a configuration file",
				b -> command("org.pxst.ui.loadPipeline"));
		row.button(SWT.PUSH, "pipeline.save", "Save as...",
				"Writes the steps that are checked, and their parameters, to a configuration file that the command line reads, too",
				b -> command("org.pxst.ui.savePipeline"));
		row.button(SWT.PUSH, "pipeline.copy", "Copy as command line",
				"Puts the command lines that run the steps that are checked on the clipboard",
				b -> command("org.pxst.ui.copyCommandLine"));
		TurningSash sash = new TurningSash(parent);
		sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		list = new StepList(sash, StepOrder.of(catalogue.get().steps()), this::selected,
				(step, takesPart) -> pipeline.ifPresent(of -> of.setIncluded(step, takesPart)));
		details = new StepDetails(sash, new StepDetails.Actions() {
			@Override
			public void run() {
				list.selected().ifPresent(step -> start(List.of(step)));
			}

			@Override
			public void runFromHere() {
				start(fromHere());
			}

			@Override
			public void openWizard() {
				list.selected().ifPresent(step -> command(RUN_STEP, Map.of(RUN_STEP + ".step", step.name())));
			}

			@Override
			public void copy() {
				pipeline.ifPresent(of -> list.selected()
						.ifPresent(step -> attempt(() -> new CommandLineClipboard(getSite().getShell().getDisplay()).copy(of, List.of(step)))));
			}
		});
		runs.get().addListener(runsListener);
		list.select(catalogue.get().step(StepOrder.RECONSTRUCTION).orElseThrow());
	}

	@Override
	protected PipelineContent read(ScanReader reader, IMonitor monitor) {
		Asked of = asked;
		return new PipelineContent(new StoredStatuses(catalogue.get()).read(reader.hdf5(), of.group(), of.given()));
	}

	@Override
	protected void show(OpenScan scan, PipelineContent content) {
		showStored(content);
		showDetails(scan);
	}

	private void showStored(PipelineContent content) {
		stored = content.statuses();
		showStatuses();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		pipeline.ifPresent(of -> of.removeListener(pipelineListener));
		pipeline = scan.map(pipelines.get()::of);
		pipeline.ifPresent(of -> of.addListener(pipelineListener));
		stored = Map.of();
		if (pipeline.isEmpty())
			details.clear();
		showIncluded();
	}

	/** Also what is stale may be other steps now. */
	private void pipelineChanged() {
		showIncluded();
		details.showGiven();
		queue().ifPresent(queue -> queue.submit("statuses", this::read, this::showStored, problem -> status(problem.message())));
	}

	private void showIncluded() {
		asked = pipeline.map(Asked::of).orElse(Asked.NOTHING);
		list.showIncluded(step -> pipeline.filter(of -> of.isIncluded(step)).isPresent());
		runAll.setEnabled(pipeline.filter(of -> of.steps().stream().anyMatch(of::isIncluded)).isPresent());
		details.showFollowing(fromHere().size() > 1);
	}

	private void selected(StepDescription step) {
		scan().ifPresent(this::showDetails);
		showStatuses();
	}

	private void showDetails(OpenScan scan) {
		pipeline.ifPresent(of -> list.selected().ifPresent(step -> {
			details.show(step, of, scan);
			details.showFollowing(fromHere().size() > 1);
		}));
	}

	/** The step that is selected, and those after it that take part. */
	private List<StepDescription> fromHere() {
		if (pipeline.isEmpty() || list.selected().isEmpty())
			return List.of();
		ScanPipeline of = pipeline.get();
		StepDescription first = list.selected().get();
		int at = of.steps().indexOf(first);
		return of.steps().stream().filter(step -> step.equals(first) || of.steps().indexOf(step) > at && of.isIncluded(step)).toList();
	}

	private void showStatuses() {
		if (pipeline.isEmpty())
			return;
		StepStatuses statuses = new StepStatuses(stored, pipeline.get().file(), runs.get().runs());
		list.showStatuses(step -> statuses.of(step.name()));
		list.selected().ifPresent(step -> details.showStatus(statuses.of(step.name())));
	}

	private void start(List<StepDescription> steps) {
		pipeline.filter(of -> !steps.isEmpty())
				.ifPresent(of -> attempt(() -> new PipelineStart(getSite().getWorkbenchWindow()).start(of, steps)));
	}

	/** Says in the status line why something cannot be done. */
	private void attempt(Runnable what) {
		try {
			status("");
			what.run();
		} catch (PxstException e) {
			status(e.getMessage());
		}
	}

	private void command(String id) {
		command(id, Map.of());
	}

	private void command(String id, Map<String, String> parameters) {
		try {
			Command command = getSite().getService(ICommandService.class).getCommand(id);
			getSite().getService(IHandlerService.class)
					.executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
		} catch (CommandException e) {
			LoggerFactory.getLogger(PipelineView.class).error("the command {} cannot be run", id, e);
		}
	}

	/** What is wrong with the parameters that are shown; empty when nothing is. */
	public Optional<String> problem() {
		return details.problem();
	}

	@Override
	public void setFocus() {
		if (showsContent())
			list.setFocus();
		else
			super.setFocus();
	}

	@Override
	public void dispose() {
		pipeline.ifPresent(of -> of.removeListener(pipelineListener));
		runs.get().removeListener(runsListener);
		List.of(pipelines, runs, catalogue).forEach(HeldService::close);
		super.dispose();
	}
}
