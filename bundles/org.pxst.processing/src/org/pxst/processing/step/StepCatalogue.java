// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.List;
import java.util.Optional;

/** The steps that there are. A Declarative Service; immutable. */
public interface StepCatalogue {
	/** All steps, in the order in which a user would take them. */
	List<StepDescription> steps();

	/**
	 * One of them.
	 *
	 * @param name of the command
	 */
	default Optional<StepDescription> step(String name) {
		return steps().stream().filter(step -> step.name().equals(name)).findFirst();
	}
}
