// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.pxst.ui.internal.session.RememberedFiles;

/** The files that were opened last, kept in the workspace's preferences. For the UI thread. */
public final class RecentScans {
	private static final int MOST = 10;

	private final RememberedFiles remembered = new RememberedFiles(InstanceScope.INSTANCE.getNode("org.pxst.ui"),
			"recentScans");

	/** The files, the latest first. */
	public List<Path> files() {
		return remembered.files();
	}

	/** Puts a file in front. */
	public void add(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		List<Path> files = new ArrayList<>(files());
		files.remove(absolute);
		files.add(0, absolute);
		remembered.set(files.stream().limit(MOST).toList());
	}
}
