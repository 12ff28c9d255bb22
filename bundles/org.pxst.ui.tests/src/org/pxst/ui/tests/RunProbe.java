// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.january.dataset.IDataset;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;

/** Hands in runs for tests, and looks what became of them. */
final class RunProbe {
	static final String MAIN = "pixel_map_from_data";

	private RunProbe() {
	}

	static Runs runs() {
		return TinyScan.service(Runs.class);
	}

	/** Runs steps with their defaults on the scan itself, on the processor. */
	static Run submit(Path file, String... steps) {
		StepCatalogue catalogue = TinyScan.service(StepCatalogue.class);
		List<PipelineStep> all = Arrays.stream(steps).map(name -> new PipelineStep(catalogue.step(name).orElseThrow(), Map.of()))
				.toList();
		return runs().submit(new PipelineRequest(file, CxiOptions.defaults(), all, OpenScan.RESULTS, Target.inPlace(),
				new ComputeRequest("java", OptionalLong.empty()), Optional.empty()), steps[0] + " of " + file.getFileName());
	}

	/** Waits until a run is somewhere. */
	static void waitFor(Run run, Run.State state) {
		UiTest.waitUntil(run.title() + " is " + state, () -> {
			if (run.state() != state && run.state().isOver())
				throw new AssertionError(run.title() + " is " + run.state() + ": " + run.problem() + run.log());
			return run.state() == state;
		});
	}

	/** The main loop of a run, when it has done some iterations. */
	static LoopRemote loop(Run run, int iterations) {
		UiTest.waitUntil("the main loop has done " + iterations, () -> run.state().isOver()
				|| run.loop().filter(loop -> loop.state().iterations().size() >= iterations).isPresent());
		return run.loop().orElseThrow(() -> new AssertionError(run.state() + ": " + run.problem() + run.log()));
	}

	/** Ends and forgets all runs. */
	static void clear() {
		List<Run> all = runs().runs();
		all.forEach(Run::cancel);
		UiTest.waitUntil("all runs have ended", () -> all.stream().allMatch(run -> run.state().isOver()));
		// what tells that the queue is free comes after that
		UiTest.events();
		all.forEach(runs()::remove);
	}

	/** A data set of the results, absent when the file does not have it. */
	static Optional<IDataset> result(Path file, String name) {
		try (CxiFile cxi = TinyScan.service(CxiLoader.class).open(file, CxiOptions.defaults())) {
			return Optional.of(cxi.read(OpenScan.RESULTS + "/" + name));
		} catch (InvalidDataException e) {
			return Optional.empty();
		}
	}
}
