// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.run;

import java.util.Optional;

import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.run.Runs;
import org.pxst.ui.session.OpenScan;

/**
 * Why nobody else can write into a scan just now: a run has its file until it has ended. For the UI thread.
 *
 * @param scan that somebody wants to write into
 */
public record WritingRun(OpenScan scan) {
	/** What is in the way and what to do; empty when nothing is. */
	public Optional<String> obstacle() {
		String[] title = new String[1];
		Service.call(Runs.class,
				runs -> UnfinishedRuns.of(runs).writingInto(scan.file()).forEach(run -> title[0] = run.title()));
		return Optional.ofNullable(title[0]).map(name -> name + " writes into " + scan.name()
				+ ". Save again when it has ended: the view Jobs shows how long that takes, and can stop it.");
	}
}
