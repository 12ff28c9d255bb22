// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;

/** The screen area of a view, as far as its reading is concerned. For the UI thread. */
public interface ContentPage {
	/** What a message is about. */
	enum Kind {
		/** No scan is open: offers to open one. */
		NO_SCAN,
		/** Nothing is wrong: it is being read, or was not computed yet. */
		HINT,
		/** Something is wrong. */
		PROBLEM
	}

	/**
	 * Shows the content.
	 *
	 * @param warning a line above it, "" for none
	 */
	void showContent(String warning);

	/** Shows a message in place of the content. */
	void showMessage(String text, Kind kind);

	/** A queue of reading tasks for the view. */
	ReadQueue queue(OpenScan scan);

	/** Runs something after a while, unless the view is closed by then. */
	void later(int millis, Runnable action);
}
