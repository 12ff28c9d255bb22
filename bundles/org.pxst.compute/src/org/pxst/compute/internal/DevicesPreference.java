// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Optional;

/** The device that a user prefers, where the program keeps preferences. A Declarative Service, callable from any thread. */
public interface DevicesPreference {
	/** What is set, for {@link org.pxst.compute.ComputeRequest#backEnd()}; empty when nothing is. */
	Optional<String> backEnd();
}
