// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeRequest;
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

/**
 * Looks for bad frames among the good ones, with the step frame_check; writes nothing.
 *
 * @param file   the scan
 * @param frames frames to look at, ascending
 * @param errors error of each frame, when a reconstruction has computed it
 */
record SuggestionSearch(Path file, int[] frames, Optional<double[]> errors) {
	private static final String STEP = "frame_check";

	/**
	 * Looks. Takes seconds; for background threads.
	 *
	 * @throws org.pxst.core.PxstException        when the scan cannot be read
	 * @throws org.pxst.core.CancelledException when the monitor asks for it
	 */
	Suggestions look(IMonitor monitor) {
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
