// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;

/**
 * Pictures of the window while a reconstruction runs, which writes into a file that is removed afterwards. For the UI thread,
 * which it keeps while events go on.
 */
final class RunPictures {
	private static final long PATIENCE_MS = 300_000;
	/** Time for what is shown to follow what is computed. */
	private static final long LOOK_MS = 1200;
	private static final int WELL_ON_ITS_WAY = 4;

	private final Shell shell;
	private final Path directory;

	/** @param directory where the pictures go */
	RunPictures(Shell shell, Path directory) {
		this.shell = shell;
		this.directory = directory;
	}

	/**
	 * Takes {@code NAME-run.png}, {@code NAME-paused.png} and {@code NAME-done.png}.
	 *
	 * @param reconstruction the step with the main loop
	 * @throws IOException when there is no room for the result
	 */
	void take(Runs runs, ScanPipeline pipeline, StepDescription reconstruction, String name) throws IOException {
		Path folder = Files.createTempDirectory("pxst-pictures");
		Path file = folder.resolve("result.cxi");
		Target before = pipeline.target();
		pipeline.setTarget(Target.file(file, false));
		Run run = runs.submit(pipeline.request(List.of(reconstruction)), "Reconstruction of " + pipeline.file().getFileName());
		try {
			waitUntil(() -> run.state().isOver() || iterations(run) >= WELL_ON_ITS_WAY);
			goOnFor(LOOK_MS);
			Picture.of(shell).save(directory.resolve(name + "-run.png"));
			run.loop().ifPresent(LoopRemote::pause);
			waitUntil(() -> run.state().isOver() || run.state() == Run.State.PAUSED);
			goOnFor(LOOK_MS);
			Picture.of(shell).save(directory.resolve(name + "-paused.png"));
			run.loop().ifPresent(LoopRemote::goOn);
			waitUntil(() -> run.state().isOver());
			goOnFor(LOOK_MS);
			Picture.of(shell).save(directory.resolve(name + "-done.png"));
		} finally {
			run.cancel();
			waitUntil(() -> run.state().isOver());
			runs.remove(run);
			pipeline.setTarget(before);
			Files.deleteIfExists(file);
			Files.deleteIfExists(folder);
		}
	}

	private static int iterations(Run run) {
		return run.loop().map(loop -> loop.state().iterations().size()).orElse(0);
	}

	private static void goOnFor(long milliseconds) {
		long end = System.currentTimeMillis() + milliseconds;
		waitUntil(() -> System.currentTimeMillis() > end);
	}

	private static void waitUntil(BooleanSupplier so) {
		Display display = Display.getCurrent();
		long end = System.currentTimeMillis() + PATIENCE_MS;
		while (!so.getAsBoolean() && System.currentTimeMillis() < end)
			if (!display.readAndDispatch()) {
				display.timerExec(20, () -> {
				});
				display.sleep();
			}
	}
}
