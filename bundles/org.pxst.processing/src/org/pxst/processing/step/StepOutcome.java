// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Map;

import org.pxst.core.literal.Literal;

/**
 * What came of a run.
 *
 * @param result     what the step found
 * @param parameters what each parameter was: its literal, or text with the place of the data set; None where it was left out
 * @param given      what the user gave, in the same notation, under the names of the declarations: enough to run it again
 * @param computedOn back end and device; Java when the step loaded no frames
 */
public record StepOutcome(StepResult result, Map<String, Literal> parameters, Map<String, Literal> given, String computedOn) {
}
