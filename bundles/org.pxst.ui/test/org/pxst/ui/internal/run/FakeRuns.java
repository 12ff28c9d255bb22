// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.pxst.compute.ComputeRequest;
import org.pxst.core.CancelledException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.Iteration;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.LoopHistory;
import org.pxst.processing.LoopMemory;
import org.pxst.processing.LoopOrder;
import org.pxst.processing.LoopScene;
import org.pxst.processing.LoopSettings;
import org.pxst.processing.LoopState;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.StepOutput;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.Step;
import org.pxst.processing.step.StepDescription;
import org.pxst.processing.step.StepOutcome;
import org.pxst.processing.step.StepResult;

/** Requests, and a main loop that computes nothing. */
final class FakeRuns {
	static final Path FILE = Path.of("/scans/scan.cxi");
	static final double SECONDS = 0.5;
	private static final ForwardModel MODEL = new ForwardModel(Mask.allGood(2, 3), Image.constant(2, 3, 1), PixelMap.identity(2, 3),
			new PixelTranslations(new double[4], new double[4]));

	private FakeRuns() {
	}

	static PipelineRequest request(String... steps) {
		return new PipelineRequest(FILE, CxiOptions.defaults(), Stream.of(steps).map(FakeRuns::step).toList(), "/speckle_tracking",
				Target.automatic(), ComputeRequest.automatic(), Optional.empty());
	}

	private static PipelineStep step(String name) {
		return new PipelineStep(new StepDescription(Step.class, name, List.of(), null, "", "", "", List.of(), List.of(), Map.of()),
				Map.of());
	}

	static StepOutput output(String... summary) {
		return new StepOutput(new StepOutcome(new StepResult(List.of(), List.of(summary)), List.of(), "Java"), FILE,
				"/speckle_tracking");
	}

	static LoopScene scene() {
		return new LoopScene(null, Mask.allGood(2, 3), Mask.allGood(2, 3), null, new int[] { 0 }, null, 1, 1, 1, null);
	}

	static LoopSettings settings(int iterations) {
		LoopSettings d = LoopSettings.defaults();
		return new LoopSettings(iterations, d.tolerance(), d.searchWindow(), d.filter(), true, true, true, false);
	}

	static LoopState first(LoopSettings settings) {
		return new LoopState(List.of(), settings, MODEL, Optional.empty(), Optional.empty(), new LoopMemory(5, 8, 0, 0, 0, 0), false,
				LoopHistory.none());
	}

	static LoopState after(LoopState state, LoopSettings settings) {
		int number = state.iterations().size() + 1;
		LoopHistory history = state.history().with(settings, state.history().followed().filter(settings::equals).isEmpty());
		return new LoopState(Stream.concat(state.iterations().stream(),
				Stream.of(new Iteration(number, 1.0 / number, 0, 0, 5, 5, 1, SECONDS))).toList(), settings, MODEL, Optional.empty(),
				Optional.empty(), state.memory(), history.iterations() >= settings.iterations(), history);
	}

	/** Runs a loop as the real one does; returns how it ended. */
	static LoopState loop(LoopGuide guide, LoopState first, Runnable eachIteration) {
		guide.begins(scene());
		LoopState state = first;
		while (true) {
			LoopOrder order = guide.next(state);
			if (order instanceof LoopOrder.GoBack back) {
				state = back.state();
			} else if (order instanceof LoopOrder.GoOn on) {
				try {
					eachIteration.run();
				} catch (CancelledException e) {
					if (state.history().iterations() > 0 && guide.keepsWhenCancelled())
						return state;
					throw e;
				}
				state = after(state, on.settings());
			} else {
				return state;
			}
		}
	}
}
