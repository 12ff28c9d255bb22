// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.pxst.core.literal.Text;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.run.PipelineRequest;
import org.pxst.processing.run.PipelineStep;
import org.pxst.processing.step.GivenValue;
import org.pxst.processing.step.ParameterDescription;

/**
 * What was found before a pipeline began. A file of its own holds what the pipeline's steps find and nothing else, so its later
 * steps have to be told to read the rest from the scan; that is recorded like what a user gives.
 *
 * @param viewer  opens the scan
 * @param request the pipeline
 */
record EarlierResults(Hdf5Viewer viewer, PipelineRequest request) {
	/**
	 * A step with the places of what the scan has, and neither the user gives nor a step of the pipeline finds.
	 *
	 * @param file that the step reads; the scan itself needs no more to be given
	 */
	PipelineStep with(PipelineStep step, Path file) {
		if (file.equals(request.input()))
			return step;
		Map<String, GivenValue> given = new LinkedHashMap<>(step.given());
		try (Hdf5View scan = viewer.open(request.input())) {
			for (ParameterDescription parameter : step.step().parameters()) {
				String path = request.group() + "/" + parameter.path();
				if (isFoundBefore(parameter) && given.keySet().stream().noneMatch(parameter::isCalled)
						&& scan.find(path).filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET).isPresent())
					given.put(parameter.name(), new GivenValue(new Text(seenFrom(file) + path), "results in " + request.input()));
			}
		}
		return new PipelineStep(step.step(), given, step.results());
	}

	private boolean isFoundBefore(ParameterDescription parameter) {
		return !parameter.path().isEmpty() && !parameter.path().startsWith("/") && request.steps().stream()
				.flatMap(step -> step.step().outputs().stream()).noneMatch(output -> output.path().equals(parameter.path()));
	}

	/** The scan's name as it is looked for beside the file, so that both can be moved together. */
	private String seenFrom(Path file) {
		Path directory = file.toAbsolutePath().normalize().getParent();
		Path scan = request.input().toAbsolutePath().normalize();
		return (directory.getRoot().equals(scan.getRoot()) ? directory.relativize(scan) : scan).toString();
	}
}
