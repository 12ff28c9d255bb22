// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;

import org.pxst.processing.step.StepOutcome;

/**
 * What came of a step, and where it is.
 *
 * @param outcome what was found
 * @param file    the file that has it
 * @param group   absolute path of its group there
 */
public record StepOutput(StepOutcome outcome, Path file, String group) {
}
