// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.LoggerFactory;

/** The files that were opened last, kept in the workspace's preferences. For the UI thread. */
final class RecentScans {
	private static final int MOST = 10;
	private static final String KEY = "recentScans";

	private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.pxst.ui");

	/** The files, the latest first. */
	List<Path> files() {
		return preferences.get(KEY, "").lines().filter(line -> !line.isBlank()).map(Path::of).toList();
	}

	void add(Path file) {
		Path absolute = file.toAbsolutePath().normalize();
		List<Path> files = new ArrayList<>(files());
		files.remove(absolute);
		files.add(0, absolute);
		preferences.put(KEY, String.join("\n", files.stream().limit(MOST).map(Path::toString).toList()));
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			LoggerFactory.getLogger(RecentScans.class).warn("the list of recent scans cannot be stored", e);
		}
	}
}
