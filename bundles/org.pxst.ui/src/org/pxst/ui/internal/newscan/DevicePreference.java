// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.pxst.compute.ComputeRequest;
import org.slf4j.LoggerFactory;

/** The device of the preferences: what {@link org.pxst.compute.ComputeDevices#preferred()} says. */
final class DevicePreference {
	private static final String NODE = "org.pxst.compute";
	private static final String KEY = "backend";
	private static final String VARIABLE = "PXST_BACKEND";

	private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(NODE);

	/** What is preferred, as in {@link ComputeRequest#backEnd()}. */
	String value() {
		return node.get(KEY, ComputeRequest.AUTO);
	}

	/** What the environment says, and goes before it. */
	Optional<String> override() {
		return Optional.ofNullable(System.getenv(VARIABLE)).filter(value -> !value.isBlank());
	}

	/** Prefers another one from now on. */
	void set(String value) {
		if (value.equals(value()))
			return;
		if (value.equals(ComputeRequest.AUTO))
			node.remove(KEY);
		else
			node.put(KEY, value);
		Job.createSystem("Saving the preferences", (ICoreRunnable) monitor -> {
			try {
				node.flush();
			} catch (BackingStoreException e) {
				LoggerFactory.getLogger(DevicePreference.class).warn("the device is not kept for the next session", e);
			}
		}).schedule();
	}
}
