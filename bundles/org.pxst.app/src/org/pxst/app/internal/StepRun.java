// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.List;
import java.util.Locale;

import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;

/** Runs a step from a file to a file, and says what came out. */
final class StepRun {
	private final StepRunner runner;
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Terminal terminal;
	private final StepRecord record;

	StepRun(StepRunner runner, CxiLoader loader, CxiWriter writer, Terminal terminal, StepRecord record) {
		this.runner = runner;
		this.loader = loader;
		this.writer = writer;
		this.terminal = terminal;
		this.record = record;
	}

	/**
	 * Checks what the user gives, before anything is read.
	 *
	 * @throws org.pxst.core.InvalidDataException when a name or a value is wrong
	 */
	void check(StepRequest request) {
		runner.check(request);
	}

	/**
	 * Runs it. A signal stops it, and nothing is written then.
	 *
	 * @param destination where the results go; the caller closes it
	 * @param group       absolute path of their group
	 * @param mode        how progress is shown
	 */
	void run(StepRequest request, Destination destination, String group, Progress.Mode mode) {
		long start = System.nanoTime();
		Progress progress = Progress.of(mode, terminal);
		try (Interruption interruption = new Interruption(
				() -> progress.message("pxst: interrupted; stopping (again: quit at once)"), progress::subTask)) {
			StepOutcome outcome;
			InputState opened = InputState.of(request.input());
			try {
				outcome = runner.run(request, interruption);
				opened.changeSince(request.input()).ifPresent(change -> progress
						.message("pxst: " + request.input() + ": " + change + "; the result may be wrong, make it again"));
			} finally {
				progress.end();
			}
			StepRecord.Run done = new StepRecord.Run(request.step().name(), request.input(), outcome.given(),
					outcome.parameters(), outcome.computedOn());
			Delivery delivery = Delivery.to(destination, request.input(), writer, group,
					record.with(done, outcome.result().datasets(), destination, group), links(request, group));
			outcome.result().summary().forEach(terminal.out()::println);
			line("result", delivery.file() + ", group " + group);
			line("computed on", outcome.computedOn());
			line("wall time", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
			delivery.failure().ifPresent(failure -> {
				throw failure;
			});
		}
	}

	private void line(String name, String value) {
		terminal.out().println(String.format(Locale.ROOT, "%-20s%s", name, value));
	}

	private List<CxiLink> links(StepRequest request, String group) {
		try (CxiFile file = loader.open(request.input(), request.options())) {
			return RawDataLinks.to(file, group);
		}
	}
}
