// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.pxst.ui.internal.session.RememberedFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the user has set for the scans that were worked on last, kept in preferences. For the UI thread, which never waits for
 * the disk here: what is kept is stored a little later, in the background.
 */
final class KeptPipelines {
	private static final Logger LOG = LoggerFactory.getLogger(KeptPipelines.class);
	/** So many scans are remembered. */
	static final int MOST = 30;
	private static final long LATER_MS = 1000;

	private final IEclipsePreferences preferences;
	private final RememberedFiles files;
	private final Job storing;

	/** @param preferences where it is kept */
	KeptPipelines(IEclipsePreferences preferences) {
		this.preferences = preferences;
		files = new RememberedFiles(preferences, "files");
		storing = Job.createSystem("Storing the pipelines", (ICoreRunnable) monitor -> store());
	}

	private void store() {
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			LOG.warn("what was set for the steps cannot be stored in the workspace", e);
		}
	}

	private static String key(Path file) {
		return URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
	}

	/** What was kept for a scan, by name; empty when nothing was. */
	Optional<Map<String, String>> of(Path file) {
		try {
			if (!preferences.nodeExists(key(file)))
				return Optional.empty();
			Preferences node = preferences.node(key(file));
			Map<String, String> kept = new TreeMap<>();
			for (String name : node.keys())
				kept.put(name, node.get(name, ""));
			return Optional.of(kept);
		} catch (BackingStoreException e) {
			LOG.warn("{}: what was set for the steps cannot be read from the workspace", file, e);
			return Optional.empty();
		}
	}

	/** Keeps this for a scan, and forgets the scan that was worked on longest ago when there are too many. */
	void keep(Path file, Map<String, String> values) {
		Preferences node = preferences.node(key(file));
		values.forEach(node::put);
		List<Path> order = new ArrayList<>(files.files());
		if (order.isEmpty() || !order.get(0).equals(file)) {
			order.remove(file);
			order.add(0, file);
			order.stream().skip(MOST).forEach(this::forget);
			files.set(order.stream().limit(MOST).toList());
		}
		storing.schedule(LATER_MS);
	}

	private void forget(Path file) {
		try {
			preferences.node(key(file)).removeNode();
		} catch (BackingStoreException e) {
			LOG.warn("{}: what was set for the steps cannot be taken out of the workspace", file, e);
		}
	}
}
