// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.OpenScans;
import org.pxst.ui.view.ScanView;

/**
 * Pictures of the window with each view of each perspective, for the manual and for looking at all of them at once. For the
 * UI thread, which it keeps until it is done while events go on.
 */
final class ScreenPictures {
	private record Shown(String perspective, List<String> views) {
	}

	private static final List<Shown> ALL = List.of(new Shown("scan", List.of("frames", "mask", "whitefield")),
			new Shown("reconstruction", List.of("reference", "pixelMap", "errors")),
			new Shown("analysis", List.of("phase", "zernike", "focus", "thickness", "thon", "sweep", "splitHalf")));
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
	 * Takes the pictures of one scan: {@code NAME-VIEW.png}.
	 *
	 * @throws UncheckedIOException when they cannot be written
	 */
	void take(OpenScans scans, Path file) {
		try {
			Files.createDirectories(directory);
			IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
			// also where no window manager would maximise it
			window.getShell().setMaximized(false);
			window.getShell().setBounds(window.getShell().getDisplay().getPrimaryMonitor().getBounds());
			// out of the way, so that no tooltip covers anything
			window.getShell().getDisplay().setCursorLocation(0, 0);
			OpenScan scan = scans.open(file);
			String name = scan.name().replaceAll("\\..*", "");
			for (Shown each : ALL) {
				IWorkbenchPage page = workbench.showPerspective("org.pxst.ui.perspective." + each.perspective(), window);
				page.resetPerspective();
				for (String view : each.views()) {
					IViewPart part = page.showView("org.pxst.ui." + view);
					settle(part);
					save(window.getShell(), directory.resolve(name + "-" + view + ".png"));
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException("the pictures cannot be written to " + directory, e);
		} catch (WorkbenchException e) {
			throw new IllegalStateException("a view cannot be shown", e);
		}
	}

	/** Runs the event loop until the view shows something and nothing goes on. */
	private static void settle(IViewPart part) {
		Display display = Display.getCurrent();
		long end = System.currentTimeMillis() + PATIENCE_MS;
		long quiet = System.currentTimeMillis() + QUIET_MS;
		while (System.currentTimeMillis() < Math.min(end, quiet)) {
			boolean busy = !Job.getJobManager().isIdle()
					|| part instanceof ScanView<?> view && !view.showsContent() && view.message().isEmpty();
			if (busy)
				quiet = System.currentTimeMillis() + QUIET_MS;
			if (!display.readAndDispatch()) {
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
		}
	}

	private static void save(Shell shell, Path file) {
		Rectangle area = shell.getBounds().intersection(shell.getDisplay().getPrimaryMonitor().getBounds());
		Image image = new Image(shell.getDisplay(), area.width, area.height);
		GC gc = new GC(shell.getDisplay());
		try {
			gc.copyArea(image, area.x, area.y);
			ImageLoader loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			loader.save(file.toString(), SWT.IMAGE_PNG);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
