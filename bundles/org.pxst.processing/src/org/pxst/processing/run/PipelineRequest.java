// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;

/**
 * Steps that somebody wants to be run in a row on one scan. Each begins where the one before has ended.
 *
 * @param input   the scan, with what earlier steps found
 * @param options how to read it
 * @param steps   in order, at least one
 * @param group   absolute path of the group with what earlier steps found, and of the results
 * @param target  where the results go; when that is a file of its own, the steps after the first read and write there
 * @param compute device
 * @param command the command line as typed, for the record; empty: each step is recorded with a command line that does it
 */
public record PipelineRequest(Path input, CxiOptions options, List<PipelineStep> steps, String group, Target target,
		ComputeRequest compute, Optional<String> command) {
	/** Takes a copy. */
	public PipelineRequest {
		steps = List.copyOf(steps);
		if (steps.isEmpty())
			throw new IllegalArgumentException("no steps");
	}

	/** The same on another device. */
	public PipelineRequest on(ComputeRequest device) {
		return new PipelineRequest(input, options, steps, group, target, device, command);
	}
}
