// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A list of files that is kept in preferences. Names may have any character in them. */
public final class RememberedFiles {
	private static final Logger LOG = LoggerFactory.getLogger(RememberedFiles.class);

	private final IEclipsePreferences preferences;
	private final String key;

	/**
	 * @param preferences where it is kept
	 * @param key         under which name
	 */
	public RememberedFiles(IEclipsePreferences preferences, String key) {
		this.preferences = preferences;
		this.key = key;
	}

	/** The files in their order, without those whose names the system does not take any more. */
	public List<Path> files() {
		return preferences.get(key, "").lines().flatMap(line -> path(line).stream()).toList();
	}

	private static Optional<Path> path(String line) {
		try {
			return line.isBlank() ? Optional.empty() : Optional.of(Path.of(URLDecoder.decode(line, StandardCharsets.UTF_8)));
		} catch (IllegalArgumentException e) {
			LOG.debug("not a file name: {}", line, e);
			return Optional.empty();
		}
	}

	/** Remembers these files, in this order. */
	public void set(List<Path> files) {
		preferences.put(key, files.stream().map(file -> URLEncoder.encode(file.toString(), StandardCharsets.UTF_8))
				.collect(Collectors.joining("\n")));
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			LOG.warn("the list of files \"{}\" cannot be stored", key, e);
		}
	}
}
