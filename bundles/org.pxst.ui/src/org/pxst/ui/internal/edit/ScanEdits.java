// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.edit;

import org.pxst.ui.session.OpenScan;

/**
 * What a view has of edits that are not saved. Each view that edits is a service of this type as long as it is open, so that
 * they are found whatever window and perspective they are in. For the UI thread.
 */
public interface ScanEdits {
	/** Title of the view. */
	String title();

	/** Whether something of a scan is edited and not saved. */
	boolean isDirty(OpenScan scan);

	/**
	 * Saves what is edited of a scan, and waits for it while the workbench goes on.
	 *
	 * @return whether the file has it; otherwise the view says why not and keeps it
	 */
	boolean save(OpenScan scan);

	/** Forgets what is edited of a scan. */
	void discard(OpenScan scan);
}
