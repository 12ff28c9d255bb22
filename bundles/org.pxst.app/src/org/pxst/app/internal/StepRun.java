// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntFunction;

import org.pxst.core.CancelledException;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.StepOutput;

/** Runs steps from a file to a file, and says what came out. */
final class StepRun {
	private final PipelineRunner runner;
	private final Terminal terminal;

	StepRun(PipelineRunner runner, Terminal terminal) {
		this.runner = runner;
		this.terminal = terminal;
	}

	/**
	 * Checks what the user gives, before anything is read.
	 *
	 * @throws org.pxst.core.InvalidDataException when a name or a value is wrong
	 */
	void check(PipelineRequest request) {
		runner.check(request);
	}

	/** Runs a single step, as {@link #run(PipelineRequest, IntFunction, Progress.Mode)} does. */
	int run(PipelineRequest request, Progress.Mode mode) {
		return run(request, index -> "", mode);
	}

	/**
	 * Runs them. A signal stops the one that runs, which writes nothing then, but for a main loop: the iterations that it has
	 * done are its result.
	 *
	 * @param headline line for each before it begins, "" for none
	 * @param mode     how progress is shown
	 * @return an {@link ExitCode}
	 */
	int run(PipelineRequest request, IntFunction<String> headline, Progress.Mode mode) {
		Progress progress = Progress.of(mode, terminal);
		Report report = new Report(headline, progress);
		try (Interruption interruption = new Interruption(
				() -> progress.message("pxst: interrupted; stopping (again: quit at once)"), progress::subTask)) {
			runner.run(request, report, LoopGuide.AUTOMATIC, interruption);
			return interruption.isCancelled() ? ExitCode.INTERRUPTED : ExitCode.OK;
		} catch (CancelledException e) {
			progress.end();
			if (report.written == null)
				throw e;
			terminal.err().println("pxst: " + e.getMessage() + "; what the steps before it found is in " + report.written);
			return ExitCode.INTERRUPTED;
		} finally {
			progress.end();
		}
	}

	/** Prints what each step found. */
	private final class Report implements PipelineListener {
		private final IntFunction<String> headline;
		private final Progress progress;
		private long start;
		private Path written;

		Report(IntFunction<String> headline, Progress progress) {
			this.headline = headline;
			this.progress = progress;
		}

		@Override
		public void stepStarted(int index, PipelineStep step) {
			start = System.nanoTime();
			String line = headline.apply(index);
			if (!line.isEmpty())
				terminal.out().println(line);
		}

		@Override
		public void remark(String text) {
			progress.message("pxst: " + text);
		}

		@Override
		public void stepDone(int index, PipelineStep step, StepOutput output) {
			progress.end();
			written = output.file();
			output.outcome().result().summary().forEach(terminal.out()::println);
			line("result", output.file() + ", group " + output.group());
			line("computed on", output.outcome().computedOn());
			line("wall time", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
		}

		private void line(String name, String value) {
			terminal.out().println(String.format(Locale.ROOT, "%-20s%s", name, value));
		}
	}
}
