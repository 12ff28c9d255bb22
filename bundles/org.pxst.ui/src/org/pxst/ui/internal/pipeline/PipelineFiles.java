// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.pxst.core.InvalidDataException;
import org.pxst.ui.run.ScanPipeline;

/** Loads and saves pipelines; files are read and written in the background. For the UI thread. */
public final class PipelineFiles {
	private final Shell shell;
	private final Consumer<String> failed;

	/**
	 * @param shell  nothing happens after it is closed
	 * @param failed gets what is wrong
	 */
	public PipelineFiles(Shell shell, Consumer<String> failed) {
		this.shell = shell;
		this.failed = failed;
	}

	/** Takes steps and parameters from a file. */
	public void load(ScanPipeline pipeline, Path file) {
		inBackground("Loading " + file, () -> {
			String text = read(file);
			return () -> pipeline.configure(file.getFileName().toString(), text);
		});
	}

	/** Writes the steps that take part, and their parameters. */
	public void save(ScanPipeline pipeline, Path file) {
		String text = pipeline.configuration();
		inBackground("Saving " + file, () -> {
			write(file, text);
			return () -> {
				// written is written
			};
		});
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		} catch (CharacterCodingException e) {
			throw new InvalidDataException(file + ": this is no text in UTF-8, and so no configuration file; choose another one", e);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": this file cannot be read (" + e.getClass().getSimpleName() + ")", e);
		}
	}

	private static void write(Path file, String text) {
		try {
			Files.writeString(file, text, StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new InvalidDataException(
					file + ": this file cannot be written (" + e.getClass().getSimpleName() + "); choose another folder", e);
		}
	}

	/** What is done with a file, and then with what came of it in the UI thread. */
	private interface Work {
		Runnable run();
	}

	private void inBackground(String name, Work work) {
		Job.create(name, (ICoreRunnable) monitor -> {
			try {
				Runnable then = work.run();
				inUiThread(() -> attempt(then));
			} catch (InvalidDataException e) {
				inUiThread(() -> failed.accept(e.getMessage()));
			}
		}).schedule();
	}

	private void attempt(Runnable what) {
		try {
			what.run();
		} catch (InvalidDataException e) {
			failed.accept(e.getMessage());
		}
	}

	private void inUiThread(Runnable what) {
		if (shell.isDisposed())
			return;
		shell.getDisplay().asyncExec(() -> {
			if (!shell.isDisposed())
				what.run();
		});
	}
}
