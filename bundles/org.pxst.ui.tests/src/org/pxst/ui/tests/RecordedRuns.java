// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.tests;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.january.IMonitor;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.literal.Literal;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.processing.LoopGuide;
import org.pxst.processing.run.PipelineListener;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineRunner;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.run.Target;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.ui.session.OpenScan;

/** Runs steps as the command line does, with the record of what was run. */
final class RecordedRuns {
	private RecordedRuns() {
	}

	/** Runs a step on the scan itself, on the processor, and waits for it. */
	static void run(Path file, String step, Map<String, String> given) {
		Map<String, GivenValue> values = new LinkedHashMap<>();
		given.forEach((name, value) -> values.put(name, new GivenValue(Literal.parse(value), "test")));
		PipelineStep wanted = new PipelineStep(TinyScan.service(StepCatalogue.class).step(step).orElseThrow(), values);
		PipelineRequest request = new PipelineRequest(file, CxiOptions.defaults(), List.of(wanted), OpenScan.RESULTS, Target.inPlace(),
				new ComputeRequest("java", OptionalLong.empty()), Optional.empty());
		TinyScan.service(PipelineRunner.class).run(request, new PipelineListener() {
		}, new LoopGuide() {
		}, new IMonitor.Stub());
	}
}
