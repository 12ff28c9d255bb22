// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.view.ScanView;

/**
 * Pictures of the window with each view of each perspective, for the manual and for looking at all of them at once. For the
 * UI thread, which it keeps until it is done while events go on.
 */
final class ScreenPictures {
	/** What the pictures need. */
	record Services(OpenScans scans, StepCatalogue steps, Pipelines pipelines, Runs runs) {
	}

	private record Shown(String perspective, List<String> views) {
	}

	private static final List<Shown> ALL = List.of(new Shown("scan", List.of("frames", "mask", "whitefield")),
			new Shown("reconstruction", List.of("pipeline", "reference", "pixelMap", "errors", "history")),
			new Shown("analysis", List.of("phase", "zernike", "focus", "thickness", "thon", "sweep", "splitHalf")));
	private static final String RECONSTRUCTION = "pixel_map_from_data";
	/** How long a view may take until it shows something. */
	private static final long PATIENCE_MS = 60_000;
	/** How long nothing may be left to do before a picture is taken: drawing goes on in the background. */
	private static final long QUIET_MS = 1500;

	private final IWorkbench workbench;
	private final Path directory;

	/** @param directory where the pictures go; made when it is not there */
	ScreenPictures(IWorkbench workbench, Path directory) {
		this.workbench = workbench;
		this.directory = directory;
	}

	/**
	 * Takes the pictures of one scan: of all views, {@code NAME-VIEW.png}; of the wizards of a new reconstruction and of each
	 * step; and of a reconstruction while it runs. Nothing is written into the scan.
	 *
	 * @throws UncheckedIOException when they cannot be written
	 */
	void take(Services services, Path file) {
		try {
			Files.createDirectories(directory);
			IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
			// also where no window manager would maximise it
			window.getShell().setMaximized(false);
			window.getShell().setBounds(window.getShell().getDisplay().getPrimaryMonitor().getBounds());
			// out of the way, so that no tooltip covers anything
			window.getShell().getDisplay().setCursorLocation(0, 0);
			OpenScan scan = services.scans().open(file);
			String name = scan.name().replaceAll("\\..*", "");
			for (Shown each : ALL) {
				IWorkbenchPage page = workbench.showPerspective("org.pxst.ui.perspective." + each.perspective(), window);
				page.resetPerspective();
				for (String view : each.views()) {
					IViewPart part = page.showView("org.pxst.ui." + view);
					settle(part);
					Picture.of(window.getShell()).save(directory.resolve(name + "-" + view + ".png"));
				}
			}
			takeWizards(services.steps(), name);
			takeRun(services, scan, name);
		} catch (IOException e) {
			throw new UncheckedIOException("the pictures cannot be written to " + directory, e);
		} catch (WorkbenchException e) {
			throw new IllegalStateException("a view cannot be shown", e);
		}
	}

	private void takeWizards(StepCatalogue steps, String name) {
		WizardPictures wizards = new WizardPictures(workbench, directory);
		wizards.take("org.pxst.ui.newReconstruction", Map.of(), name + "-new");
		for (StepDescription step : steps.steps())
			wizards.take("org.pxst.ui.runStep", Map.of("org.pxst.ui.runStep.step", step.name()), name + "-step-" + step.name());
	}

	private void takeRun(Services services, OpenScan scan, String name) throws WorkbenchException, IOException {
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		IWorkbenchPage page = workbench.showPerspective("org.pxst.ui.perspective.reconstruction", window);
		page.resetPerspective();
		page.showView("org.pxst.ui.live");
		StepDescription reconstruction = services.steps().step(RECONSTRUCTION).orElseThrow();
		new RunPictures(window.getShell(), directory).take(services.runs(), services.pipelines().of(scan), reconstruction, name);
	}

	/** Runs the event loop until the view shows something and nothing goes on. */
	private static void settle(IViewPart part) {
		Display display = Display.getCurrent();
		long end = System.currentTimeMillis() + PATIENCE_MS;
		long quiet = System.currentTimeMillis() + QUIET_MS;
		while (System.currentTimeMillis() < Math.min(end, quiet)) {
			boolean busy = !Job.getJobManager().isIdle()
					|| part instanceof ScanView<?> view && view.isWaiting();
			if (busy)
				quiet = System.currentTimeMillis() + QUIET_MS;
			if (!display.readAndDispatch()) {
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
		}
	}
}
