// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute;

/** What a device is, from the one that is preferred to the one that is always there. */
public enum DeviceKind {
	/** A graphics processor. */
	GPU,
	/** Another processor of its own. */
	ACCELERATOR,
	/** The machine's own processor, driven by a device driver. */
	CPU,
	/** The machine's own processor, in this Java virtual machine. */
	JAVA
}
