// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/**
 * What a view reads and shows.
 *
 * @param <T> what is read
 */
public interface ContentPart<T> {
	/** Reads it, in a background thread. */
	T read(ScanReader reader, IMonitor monitor);

	/** Shows it, in the UI thread. */
	void show(OpenScan scan, T content);

	/** Forgets what belongs to the old scan, in the UI thread. */
	void scanChanged(Optional<OpenScan> scan);
}
