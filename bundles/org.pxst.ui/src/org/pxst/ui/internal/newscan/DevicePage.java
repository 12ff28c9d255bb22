// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.internal.preferences.DeviceChooser;

/** What to compute on. */
final class DevicePage extends ScanPage {
	private final DevicePreference preference;
	private DeviceChooser chooser;

	/**
	 * @param scan       what the wizard is about
	 * @param preference the device of the preferences
	 */
	DevicePage(NewScan scan, DevicePreference preference) {
		super("device", "Device", "Choose what computes; automatic takes the fastest device there is.", scan);
		this.preference = preference;
	}

	@Override
	void createContent(Composite parent) {
		chooser = new DeviceChooser(parent, "new.device", preference.value(), this::check);
		chooser.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Label note = note(parent, "new.device.note");
		say(note, preference.override().map(name -> "The environment variable PXST_BACKEND says " + name
				+ ", and goes before what is chosen here.")
				.orElse("The choice is kept in the preferences (Window > Preferences > PXST) and counts for later runs, too."));
	}

	/** What is chosen, as in {@link org.pxst.compute.ComputeRequest#backEnd()}; empty when the page was never shown. */
	Optional<String> device() {
		return Optional.ofNullable(chooser).map(DeviceChooser::value);
	}

	@Override
	void entered() {
		// the devices are looked for from the beginning
	}

	@Override
	Optional<String> problem() {
		return Optional.empty();
	}
}
