// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeDevices;
import org.pxst.compute.ComputeRequest;
import org.pxst.ui.internal.commands.Service;

/** What to compute on. Devices are looked for in the background: drivers take their time. */
public final class PxstPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final String NODE = "org.pxst.compute";
	private static final String KEY = "backend";

	private final List<String> values = new ArrayList<>();
	private Combo device;
	private Label remarks;

	@Override
	public void init(IWorkbench workbench) {
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
		store.setDefault(KEY, ComputeRequest.AUTO);
		setPreferenceStore(store);
		setDescription("What everything is computed on.");
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		page.setLayout(new GridLayout(2, false));
		new Label(page, SWT.NONE).setText("Device:");
		device = new Combo(page, SWT.READ_ONLY);
		device.setToolTipText("The device that computes; automatic takes the fastest there is");
		device.setData("org.pxst.ui.id", "preferences.device");
		device.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		remarks = new Label(page, SWT.WRAP);
		GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
		wide.widthHint = convertWidthInCharsToPixels(60);
		remarks.setLayoutData(wide);
		remarks.setText("Looking for devices...");
		offer(List.of(), List.of());
		look();
		return page;
	}

	private void look() {
		Display display = device.getDisplay();
		CompletableFuture.runAsync(() -> Service.call(ComputeDevices.class, devices -> {
			List<ComputeDevice> found = devices.list();
			List<String> said = devices.remarks();
			display.asyncExec(() -> {
				if (device.isDisposed())
					return;
				offer(found, said);
			});
		}));
	}

	private void offer(List<ComputeDevice> devices, List<String> said) {
		String chosen = values.isEmpty() ? getPreferenceStore().getString(KEY) : value();
		values.clear();
		device.removeAll();
		add(ComputeRequest.AUTO, "automatic");
		for (ComputeDevice each : devices)
			add(each.label(), each.label() + ": " + each.name());
		if (!values.contains(chosen))
			add(chosen, chosen);
		device.select(values.indexOf(chosen));
		if (!devices.isEmpty())
			remarks.setText(String.join("\n", said));
		remarks.requestLayout();
	}

	private void add(String value, String label) {
		values.add(value);
		device.add(label);
	}

	private String value() {
		return values.get(Math.max(0, device.getSelectionIndex()));
	}

	@Override
	protected void performDefaults() {
		device.select(values.indexOf(ComputeRequest.AUTO));
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		getPreferenceStore().setValue(KEY, value());
		return super.performOk();
	}
}
