// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.WorkbenchException;
import org.pxst.compute.ComputeDevices;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.internal.export.ReportAfterRun;
import org.pxst.ui.internal.run.RunStart;
import org.pxst.ui.internal.view.HeldServices;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads from a file to its reconstruction. Nothing is written before it is finished; when it is cancelled, the scan that it
 * opened is closed again.
 */
public final class NewReconstructionWizard extends Wizard implements INewWizard {
	private static final Logger LOG = LoggerFactory.getLogger(NewReconstructionWizard.class);
	private static final String PERSPECTIVE = "org.pxst.ui.perspective.reconstruction";

	private final HeldServices services = new HeldServices();
	private final OpenScans scans = services.get(OpenScans.class);
	private final StepCatalogue catalogue = services.get(StepCatalogue.class);
	private final Hdf5Viewer viewer = services.get(Hdf5Viewer.class);
	private final TrialRuns trials = new TrialRuns(new TrialRuns.Services(catalogue, services.get(StepRunner.class),
			services.get(CxiLoader.class), services.get(CxiWriter.class), services.get(ComputeDevices.class)));
	private final NewScan scan = new NewScan();
	private final DevicePreference preference = new DevicePreference();
	private final ScanOpening opening = new ScanOpening(scans);
	private Optional<IWorkbench> workbench = Optional.empty();
	private DevicePage device;
	private OutputPage output;

	/** For the workbench. */
	public NewReconstructionWizard() {
		setWindowTitle("New Reconstruction");
		setHelpAvailable(true);
		setNeedsProgressMonitor(false);
	}

	@Override
	public void init(IWorkbench bench, IStructuredSelection selection) {
		workbench = Optional.of(bench);
	}

	@Override
	public void addPages() {
		CxiLoader loader = services.get(CxiLoader.class);
		FilePage.ScanReading reading = (file, texts) -> ScanLook.of(loader, viewer, file, texts.options());
		StepDescription main = catalogue.step(NewScan.MAIN_STEP)
				.orElseThrow(() -> new InvalidDataException("there is no step " + NewScan.MAIN_STEP));
		Previews previews = new Previews(trials);
		device = new DevicePage(scan, preference);
		addPage(new FilePage(scan, reading, scans.scans(), scans.current().map(OpenScan::file)));
		addPage(new FoundPage(scan, reading, file -> DatasetDialog.entries(viewer, file), () -> scan.file().ifPresent(opening::open)));
		addPage(new FramesPage(scan, previews));
		addPage(new DefocusPage(scan, previews, trials));
		addPage(new LoopPage(scan, main, opening::opened));
		addPage(device);
		output = new OutputPage(scan, catalogue.steps(), this::commandLine);
		addPage(output);
	}

	@Override
	public void createPageControls(Composite pages) {
		// each is made when it is shown for the first time: all at once would take long
	}

	private String commandLine(PipelineSetup setup) {
		return opening.opened().map(open -> setup.ask(services.get(Pipelines.class).of(open),
				pipeline -> pipeline.commandLine(setup.steps(pipeline)))).orElse("");
	}

	@Override
	public boolean performFinish() {
		Optional<Path> file = scan.file();
		if (file.isEmpty())
			return false;
		PipelineSetup setup = PipelineSetup.of(scan);
		OpenScan open = opening.open(file.get());
		device.device().ifPresent(preference::set);
		ScanPipeline pipeline = services.get(Pipelines.class).of(open);
		setup.applyTo(pipeline);
		List<StepDescription> steps = setup.steps(pipeline);
		Runs runs = services.get(Runs.class);
		Optional<Run> run = new RunStart(runs).submit(pipeline.request(steps), "Reconstruction of " + open.name());
		if (run.isEmpty())
			return false;
		workbench.map(bench -> bench.getActiveWorkbenchWindow().getShell())
				.ifPresent(shell -> output.report().ifPresent(report -> new ReportAfterRun(runs, run.get(), report, shell).begin()));
		opening.keep();
		workbench.ifPresent(NewReconstructionWizard::showPerspective);
		return true;
	}

	private static void showPerspective(IWorkbench bench) {
		try {
			bench.showPerspective(PERSPECTIVE, bench.getActiveWorkbenchWindow());
		} catch (WorkbenchException e) {
			LOG.error("the perspective {} cannot be shown", PERSPECTIVE, e);
		}
	}

	@Override
	public boolean performCancel() {
		opening.undo();
		return true;
	}

	@Override
	public void dispose() {
		super.dispose();
		Job.createSystem("Removing temporary files", (ICoreRunnable) monitor -> {
			try {
				trials.close();
			} catch (IOException e) {
				LOG.warn("temporary files of the wizard are left behind", e);
			}
			services.close();
		}).schedule();
	}
}
