// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.pxst.compute.ComputeRequest;

/** The choice of the device in the preferences. For the UI thread. */
final class DeviceField {
	/** Name of the preference. */
	static final String KEY = "backend";

	private final IPreferenceStore store;
	private final DeviceChooser chooser;

	/**
	 * @param parent with a grid of two columns
	 * @param store  where the choice is kept
	 */
	DeviceField(Composite parent, IPreferenceStore store) {
		this.store = store;
		chooser = new DeviceChooser(parent, "preferences.device", store.getString(KEY), () -> {
			// what is chosen is kept at the end
		});
		chooser.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1));
	}

	void setDefault() {
		chooser.select(ComputeRequest.AUTO);
	}

	void keep() {
		store.setValue(KEY, chooser.value());
	}
}
