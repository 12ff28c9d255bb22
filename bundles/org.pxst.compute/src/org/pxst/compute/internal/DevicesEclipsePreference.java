// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.internal;

import java.util.Optional;

import org.eclipse.core.runtime.preferences.IPreferencesService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The preference "backend" of the node org.pxst.compute, of the workspace where there is one, else of the installation, else
 * of the user. Frameworks without Eclipse's preferences never load this class.
 */
@Component(service = DevicesPreference.class)
public final class DevicesEclipsePreference implements DevicesPreference {
	private static final String NODE = "org.pxst.compute";
	private static final String KEY = "backend";

	private final IPreferencesService preferences;

	/** @param preferences of the platform */
	@Activate
	public DevicesEclipsePreference(@Reference IPreferencesService preferences) {
		this.preferences = preferences;
	}

	@Override
	public Optional<String> backEnd() {
		return Optional.ofNullable(preferences.getString(NODE, KEY, null, null));
	}
}
