// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.ui.run.LoopRemote;
import org.pxst.ui.run.Run;

/** A run that does nothing; for tests of other packages, too. */
public record FakeRun(Path file, State state, int step, List<String> names) implements Run {
	/** A run of steps that {@link FakeCatalogue} has. */
	public static FakeRun of(Path file, State state, int step, String... names) {
		return new FakeRun(file, state, step, List.of(names));
	}

	@Override
	public PipelineRequest request() {
		FakeCatalogue catalogue = new FakeCatalogue();
		Stream<PipelineStep> steps = names.stream().map(name -> new PipelineStep(catalogue.step(name).orElseThrow(), Map.of()));
		return new PipelineRequest(file, CxiOptions.defaults(), steps.toList(), "/speckle_tracking", Target.automatic(),
				ComputeRequest.automatic(), Optional.empty());
	}

	@Override
	public String title() {
		return "the run";
	}

	@Override
	public String activity() {
		return "iteration 3";
	}

	@Override
	public OptionalDouble part() {
		return OptionalDouble.empty();
	}

	@Override
	public OptionalDouble remaining() {
		return OptionalDouble.empty();
	}

	@Override
	public boolean isAtMost() {
		return false;
	}

	@Override
	public double elapsed() {
		return 0;
	}

	@Override
	public List<String> log() {
		return List.of();
	}

	@Override
	public String problem() {
		return state == State.FAILED ? "it went wrong" : "";
	}

	@Override
	public Optional<Path> result() {
		return Optional.empty();
	}

	@Override
	public void cancel() {
		throw new UnsupportedOperationException();
	}

	@Override
	public void stop() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<LoopRemote> loop() {
		return Optional.empty();
	}
}
