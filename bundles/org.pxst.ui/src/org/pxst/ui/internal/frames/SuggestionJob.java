// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.PxstException;
import org.pxst.core.literal.Flag;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LongLiteral;
import org.pxst.core.literal.Sequence;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepRequest;
import org.pxst.processing.step.StepRunner;
import org.pxst.processing.steps.FrameCheck;
import org.pxst.processing.steps.FrameCheck.Proposal;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.session.OpenScan;

/** Looks for bad frames among the good ones, with the step frame_check; writes nothing. */
final class SuggestionJob extends Job {
	private static final String STEP = "frame_check";

	private final Path file;
	private final int[] frames;
	private final Optional<double[]> errors;
	private final Consumer<Outcome> done;

	/**
	 * What came of it.
	 *
	 * @param suggestions what was found; empty when it failed or was cancelled
	 * @param problem     why it failed, "" when it did not
	 */
	record Outcome(Optional<Suggestions> suggestions, String problem) {
	}

	/**
	 * Prepares the job.
	 *
	 * @param file   the scan
	 * @param frames frames to look at, ascending
	 * @param errors error of each frame, when a reconstruction has computed it
	 * @param done   gets what came of it, in the job's thread
	 */
	SuggestionJob(Path file, int[] frames, Optional<double[]> errors, Consumer<Outcome> done) {
		super("Looking for bad frames in " + file.getFileName());
		this.file = file;
		this.frames = frames.clone();
		this.errors = errors;
		this.done = done;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
		try {
			done.accept(new Outcome(Optional.of(look(new JobMonitor(monitor))), ""));
			return Status.OK_STATUS;
		} catch (CancelledException e) {
			done.accept(new Outcome(Optional.empty(), ""));
			return Status.CANCEL_STATUS;
		} catch (PxstException e) {
			// shown in the view: no dialog besides
			done.accept(new Outcome(Optional.empty(), e.getMessage()));
			return Status.OK_STATUS;
		} finally {
			monitor.done();
		}
	}

	private Suggestions look(IMonitor monitor) {
		StepOutcome outcome = step(monitor);
		FrameCheck check = new FrameCheck();
		List<Proposal> proposals = new ArrayList<>(check.byIntensity(frames, values(outcome, "frame_intensity")));
		int[] usual = FrameCheck.without(frames, proposals);
		proposals.addAll(check.byStructure(usual, values(outcome, "frame_correlation")));
		errors.ifPresent(e -> proposals.addAll(check.byError(
				IntStream.of(FrameCheck.without(frames, proposals)).filter(n -> Double.isFinite(e[n])).toArray(), e)));
		return Suggestions.of(proposals.stream().map(Suggestion::of).toList());
	}

	private StepOutcome step(IMonitor monitor) {
		List<Literal> numbers = Arrays.stream(frames).<Literal>mapToObj(LongLiteral::new).toList();
		Map<String, GivenValue> given = Map.of("by_structure", new GivenValue(new Flag(true), "the Frames view"),
				"good_frames", new GivenValue(new Sequence(numbers, false), "the Frames view"));
		AtomicReference<StepDescription> step = new AtomicReference<>();
		Service.call(StepCatalogue.class, catalogue -> step.set(catalogue.step(STEP).orElseThrow()));
		StepRequest request = new StepRequest(step.get(), file, CxiOptions.defaults(), OpenScan.RESULTS, given,
				ComputeRequest.automatic());
		AtomicReference<StepOutcome> outcome = new AtomicReference<>();
		Service.call(StepRunner.class, runner -> outcome.set(runner.run(request, monitor)));
		return outcome.get();
	}

	private static double[] values(StepOutcome outcome, String name) {
		return outcome.result().datasets().stream().filter(d -> d.path().equals(name)).map(d -> (double[]) d.values())
				.findFirst().orElseThrow();
	}
}
