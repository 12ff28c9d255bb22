// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.util.Optional;

/** Hears what happens to the open scans, in the UI thread. */
public interface OpenScansListener {
	/** A scan was opened; it is not read yet. */
	default void opened(OpenScan scan) {
	}

	/** A scan was closed. */
	default void closed(OpenScan scan) {
	}

	/** Another scan is current now, or none. */
	default void currentChanged(Optional<OpenScan> current) {
	}

	/** The state or the content of a scan's file changed: see {@link OpenScan#state()} and {@link OpenScan#generation()}. */
	default void changed(OpenScan scan) {
	}
}
