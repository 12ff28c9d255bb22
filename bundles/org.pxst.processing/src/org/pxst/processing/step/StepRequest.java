// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.pxst.compute.ComputeRequest;
import org.pxst.io.cxi.CxiOptions;

/**
 * A step that somebody wants to be run.
 *
 * @param step    which
 * @param input   the scan, with what earlier steps found
 * @param options how to read it
 * @param group   absolute path of the group with what earlier steps found
 * @param given   what the user gives, by the parameter's name or another that it goes by; see also {@link ScanParameter}
 * @param compute device
 */
public record StepRequest(StepDescription step, Path input, CxiOptions options, String group, Map<String, GivenValue> given,
		ComputeRequest compute) {
	/** Takes a copy. */
	public StepRequest {
		given = Map.copyOf(new LinkedHashMap<>(given));
	}
}
