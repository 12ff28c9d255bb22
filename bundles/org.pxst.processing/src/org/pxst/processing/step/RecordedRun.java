// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.pxst.core.literal.Literal;

/**
 * The parameters of a run, as they are recorded.
 *
 * @param parameters what each parameter was: its literal, or text with the place of the data set; None where it was left out
 * @param given      what the user gave, in the same notation, under the names of the declarations: enough to run it again
 */
public record RecordedRun(Map<String, Literal> parameters, Map<String, Literal> given) {
	/** Takes copies that keep the order. */
	public RecordedRun {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
		given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
	}
}
