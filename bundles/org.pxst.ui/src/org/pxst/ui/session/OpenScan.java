// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.session;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.widgets.Control;
import org.pxst.io.cxi.CxiContent;

/**
 * A file that is open in the workbench. Its methods are for the UI thread and return at once; whatever needs the file is a
 * {@link ReadTask} and runs in the background. The file is watched: when something writes into it, it is read again and
 * the {@link #generation()} rises; when it vanishes, its state says so, and it comes back by itself.
 */
public interface OpenScan {
	/** What can be said about the file. */
	enum State {
		/** It is being opened. */
		OPENING,
		/** It can be read. */
		READY,
		/** It cannot be read: broken, or no HDF5 file. */
		UNREADABLE,
		/** It was there and is gone. */
		GONE
	}

	/** The file. */
	Path file();

	/** Name for titles: the file's own. */
	String name();

	/** Whether the file can be read. */
	State state();

	/** What is wrong with the file and what can be done, in words for the user; "" when it is {@link State#READY} or opening. */
	String problem();

	/** A number that rises each time when the content of the file may have changed. */
	long generation();

	/** What the views show of this scan together: frame, cursors. */
	ScanSelection selection();

	/**
	 * A queue of reading tasks for one view.
	 *
	 * @param owner nothing is delivered after it is disposed
	 */
	ReadQueue queue(Control owner);

	/**
	 * Writes into the file, in a job that shows its progress: all or nothing, and never what belongs to the scan itself. When
	 * it is done the generation rises.
	 *
	 * @param group   absolute path of the group that relative paths are in, usually {@link #RESULTS}
	 * @param content what to write; what is there under the same names is replaced
	 * @param what    what this is, for the progress: "mask", say
	 * @param done    called in the UI thread with "" when it is written, else with why it is not, and what to do
	 */
	void write(String group, List<? extends CxiContent> content, String what, java.util.function.Consumer<String> done);

	/** The group of results. */
	String RESULTS = "/speckle_tracking";
}
