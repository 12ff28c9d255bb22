// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.pxst.compute.ComputeDevice;
import org.pxst.compute.ComputeRequest;
import org.pxst.core.PxstException;
import org.slf4j.LoggerFactory;

/** The devices to choose from, and what there is to say about them. They are looked for in the background. For the UI thread. */
public final class DeviceChooser extends Composite {
	private static final int WIDTH = 60;

	private final List<String> values = new ArrayList<>();
	private final Combo device;
	private final Label remarks;

	/**
	 * @param parent  where it goes
	 * @param id      of the list, for tests
	 * @param chosen  what is chosen at first, as in {@link ComputeRequest#backEnd()}
	 * @param changed called when the user has chosen another one
	 */
	public DeviceChooser(Composite parent, String id, String chosen, Runnable changed) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		setLayout(layout);
		new Label(this, SWT.NONE).setText("Device:");
		device = new Combo(this, SWT.READ_ONLY);
		device.setToolTipText("The device that computes; automatic takes the fastest there is");
		device.setData("org.pxst.ui.id", id);
		device.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		device.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> changed.run()));
		remarks = new Label(this, SWT.WRAP);
		remarks.setData("org.pxst.ui.id", id + ".remarks");
		GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
		wide.widthHint = charsWide();
		remarks.setLayoutData(wide);
		remarks.setText("Looking for devices...");
		offer(chosen, new Devices(List.of(), List.of()));
		look();
	}

	private int charsWide() {
		GC gc = new GC(this);
		try {
			return Dialog.convertWidthInCharsToPixels(gc.getFontMetrics(), WIDTH);
		} finally {
			gc.dispose();
		}
	}

	private void look() {
		Display display = getDisplay();
		CompletableFuture.runAsync(() -> {
			Devices found = found();
			display.asyncExec(() -> {
				if (isDisposed())
					return;
				remarks.setText(String.join("\n", found.remarks()).replace("&", "&&"));
				offer(value(), found);
				remarks.requestLayout();
			});
		});
	}

	private static Devices found() {
		try {
			return Devices.look();
		} catch (PxstException e) {
			LoggerFactory.getLogger(DeviceChooser.class).warn("the devices are not known", e);
			return new Devices(List.of(), List.of(e.getMessage()));
		}
	}

	private void offer(String chosen, Devices devices) {
		values.clear();
		device.removeAll();
		add(ComputeRequest.AUTO, "automatic" + devices.list().stream().findFirst().map(best -> " (" + Devices.text(best) + ")").orElse(""));
		for (ComputeDevice each : devices.list())
			add(each.label(), Devices.text(each));
		if (!values.contains(chosen))
			add(chosen, chosen);
		device.select(values.indexOf(chosen));
	}

	private void add(String value, String label) {
		values.add(value);
		device.add(label);
	}

	/** What is chosen, as in {@link ComputeRequest#backEnd()}. */
	public String value() {
		return values.get(Math.max(0, device.getSelectionIndex()));
	}

	/** Chooses one. */
	public void select(String value) {
		if (!values.contains(value))
			add(value, value);
		device.select(values.indexOf(value));
	}
}
