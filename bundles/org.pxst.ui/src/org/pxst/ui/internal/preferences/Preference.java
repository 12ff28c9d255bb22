// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user prefers, kept in the workspace. Reading is for any thread. */
public enum Preference {
	/** Colours of images of intensities: the name of a {@link org.pxst.ui.image.ColourMaps}. */
	COLOURS("colourMap"),
	/** Unit of phases: the name of a {@link org.pxst.ui.internal.phase.PhaseUnit}. */
	PHASE_UNIT("phaseUnit"),
	/** How the light is named: the name of a {@link PhotonUnit}. */
	PHOTON_UNIT("photonUnit"),
	/** Where scans are looked for. */
	SCAN_FOLDER("scanFolder"),
	/** Where reports go. */
	REPORT_FOLDER("reportFolder"),
	/** Where exported results go. */
	EXPORT_FOLDER("exportFolder");

	private static final Logger LOG = LoggerFactory.getLogger(Preference.class);

	private final String key;

	Preference(String key) {
		this.key = key;
	}

	private static IEclipsePreferences node() {
		return InstanceScope.INSTANCE.getNode("org.pxst.ui");
	}

	/** What was chosen; "" when nothing was. */
	public String text() {
		return node().get(key, "");
	}

	/** What was chosen of the values of an enumeration; the first one when nothing was, or nothing that there still is. */
	public <E extends Enum<E>> E choice(Class<E> type) {
		String name = text();
		E[] values = type.getEnumConstants();
		return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst().orElse(values[0]);
	}

	/** The folder that was chosen; empty when none was, or it is not there any more. */
	public Optional<Path> folder() {
		try {
			return Optional.of(text()).filter(name -> !name.isBlank()).map(Path::of).filter(Files::isDirectory);
		} catch (InvalidPathException e) {
			LOG.debug("not a folder: {}", text(), e);
			return Optional.empty();
		}
	}

	/** Keeps a choice; "" for none. */
	public void set(String text) {
		if (text.isEmpty())
			node().remove(key);
		else
			node().put(key, text);
		try {
			node().flush();
		} catch (BackingStoreException e) {
			LOG.warn("the preference {} cannot be stored", key, e);
		}
	}

	/**
	 * Calls something in the UI thread each time when the choice is another one.
	 *
	 * @param owner   nothing is called after it is disposed
	 * @param changed what is called
	 */
	public void follow(Control owner, Runnable changed) {
		IEclipsePreferences node = node();
		IPreferenceChangeListener listener = event -> {
			if (!event.getKey().equals(key))
				return;
			try {
				owner.getDisplay().asyncExec(() -> {
					if (!owner.isDisposed())
						changed.run();
				});
			} catch (SWTException e) {
				LOG.debug("closed meanwhile", e);
			}
		};
		node.addPreferenceChangeListener(listener);
		owner.addDisposeListener(event -> node.removePreferenceChangeListener(listener));
	}
}
