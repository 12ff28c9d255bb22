// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.internal.run.RunStart;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Run;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;

/**
 * Runs a step with the parameters of an earlier run. For the UI thread.
 *
 * @param catalogue the steps
 * @param pipelines know where results go, and the device; what is set there for the step stays as it is
 * @param runs      what is run
 */
record RunAgain(StepCatalogue catalogue, Pipelines pipelines, Runs runs) {
	/**
	 * Hands the run in.
	 *
	 * @return empty when the user does not want it any more
	 * @throws InvalidDataException when this version does not have the step, or the record cannot be read
	 */
	Optional<Run> run(OpenScan scan, RecordedStep earlier) {
		String name = earlier.record().step();
		StepDescription step = catalogue.step(name).orElseThrow(
				() -> new InvalidDataException("This was made by " + name + ", which this version of the program does not have."));
		PipelineStep again = new PipelineStep(step, earlier.configuration().given(step, catalogue));
		PipelineRequest now = pipelines.of(scan).request(List.of(step));
		return new RunStart(runs).submit(new PipelineRequest(now.input(), now.options(), List.of(again), now.group(), now.target(),
				now.compute(), now.command()), name + " of " + scan.name() + ", again");
	}
}
