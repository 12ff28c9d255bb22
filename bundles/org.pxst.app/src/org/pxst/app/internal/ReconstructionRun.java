// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.pxst.core.literal.Literal;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.processing.ReconstructionResult;
import org.pxst.processing.ReconstructionSettings;
import org.pxst.processing.Reconstructor;
import org.pxst.processing.ResultDatasets;
import org.pxst.processing.images.ResultImages;
import org.pxst.processing.run.Delivery;
import org.pxst.processing.run.Destination;
import org.pxst.processing.run.InputState;
import org.pxst.processing.run.RawDataLinks;
import org.pxst.processing.run.StepRecord;
import org.pxst.processing.step.RecordedRun;

/** From a file to a file: open, reconstruct, write, draw, and say what came out. */
final class ReconstructionRun {
	private final CxiLoader loader;
	private final CxiWriter writer;
	private final Reconstructor reconstructor;
	private final Terminal terminal;
	private final StepRecord record;
	private final String command;

	ReconstructionRun(CxiLoader loader, CxiWriter writer, Reconstructor reconstructor, Terminal terminal, StepRecord record,
			String command) {
		this.loader = loader;
		this.writer = writer;
		this.reconstructor = reconstructor;
		this.terminal = terminal;
		this.record = record;
		this.command = command;
	}

	/**
	 * What to do.
	 *
	 * @param input       the scan
	 * @param options     how to read it
	 * @param frames      the frames to use, from the open file
	 * @param settings    what the user decided
	 * @param destination where the result goes; the caller closes it
	 * @param group       absolute path of its group
	 * @param images      directory for pictures
	 * @param progress    how progress is shown
	 */
	record Job(Path input, CxiOptions options, Function<CxiFile, int[]> frames, ReconstructionSettings settings,
			Destination destination, String group, Optional<Path> images, Progress.Mode progress) {
	}

	/**
	 * Does it. A signal stops the reconstruction early; what there is then is written all the same.
	 *
	 * @return the result, already written
	 * @throws org.pxst.core.InvalidDataException also when the result is whole but went elsewhere than it should
	 */
	ReconstructionResult run(Job job) {
		long start = System.nanoTime();
		Progress progress = Progress.of(job.progress(), terminal);
		try (Interruption interruption = new Interruption(
				() -> progress.message("pxst: interrupted; stopping and writing what there is (again: quit at once)"),
				progress::subTask)) {
			ReconstructionResult result;
			List<CxiContent> content;
			List<CxiLink> links;
			InputState opened = InputState.of(job.input());
			try (CxiFile file = loader.open(job.input(), job.options())) {
				Scan scan = file.scan();
				int[] frames = job.frames().apply(file);
				result = reconstructor.reconstruct(scan, frames, job.settings(), progress, interruption);
				Map<String, Literal> parameters = ReconstructionParameters.of(job.settings(), job.options(), frames, result);
				content = record.with(List.of(new StepRecord.Run(ReconstructionParameters.STEP, job.input(), command,
						new RecordedRun(parameters, parameters), result.computedOn())), ResultDatasets.of(result), job.destination(), job.group());
				links = RawDataLinks.to(file, job.group());
				opened.changeSince(job.input()).ifPresent(change -> progress
						.message("pxst: " + job.input() + ": " + change + "; the result may be wrong, make it again"));
			} finally {
				progress.end();
			}
			Delivery delivery = Delivery.to(job.destination(), job.input(), writer, job.group(), content, links);
			List<Path> images = job.images().map(directory -> ResultImages.write(result, directory)).orElse(List.of());
			new Summary(result).lines(delivery.file(), job.group(), images,
					(System.nanoTime() - start) / 1e9).forEach(terminal.out()::println);
			delivery.failure().ifPresent(failure -> {
				throw failure;
			});
			return result;
		}
	}
}
