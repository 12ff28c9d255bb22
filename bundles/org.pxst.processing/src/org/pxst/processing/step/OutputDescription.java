// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

/**
 * A data set that a step writes.
 *
 * @param path        relative to the result's group
 * @param shape       extents in words; empty for a single value
 * @param unit        empty for none
 * @param description what it is
 * @param optional    whether it is written on some runs only
 */
public record OutputDescription(String path, String shape, String unit, String description, boolean optional) {
	static OutputDescription of(StepInfo.Output output) {
		return new OutputDescription(output.path(), output.shape(), output.unit(), output.description(), output.optional());
	}
}
