// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.history;

import java.util.LinkedHashMap;
import java.util.Map;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.processing.step.ScanParameter;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.Pipelines;
import org.pxst.ui.run.Runs;
import org.pxst.ui.run.ScanPipeline;
import org.pxst.ui.session.OpenScan;

/**
 * Runs a step with the parameters of an earlier run. For the UI thread.
 *
 * @param catalogue the steps
 * @param pipelines where the parameters go
 * @param runs      what is run
 */
record RunAgain(StepCatalogue catalogue, Pipelines pipelines, Runs runs) {
	/**
	 * Takes the parameters into the scan's pipeline and hands the run in.
	 *
	 * @throws InvalidDataException when this version does not have the step or a parameter, or the record cannot be read
	 */
	void run(OpenScan scan, RecordedStep earlier) {
		String name = earlier.record().step();
		StepDescription step = catalogue.step(name).orElseThrow(
				() -> new InvalidDataException("This was made by " + name + ", which this version of the program does not have."));
		Map<String, Literal> ofStep = new LinkedHashMap<>();
		Map<String, Literal> ofScan = new LinkedHashMap<>();
		earlier.configuration().given(step, catalogue).forEach((key, given) -> {
			boolean isOfScan = step.parameters().stream().noneMatch(parameter -> parameter.isCalled(key))
					&& (ScanParameter.called(key).isPresent() || key.equals(ScanParameter.DISTANCE_FROM));
			(isOfScan ? ofScan : ofStep).put(key, given.value());
		});
		ScanPipeline pipeline = pipelines.of(scan);
		pipeline.setGiven(step, ofStep);
		pipeline.setScanGiven(ofScan);
		runs.submit(pipeline.request(java.util.List.of(step)), name + " of " + scan.name() + ", again");
	}
}
