// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.preferences;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.pxst.compute.ComputeRequest;
import org.pxst.ui.image.ColourMaps;
import org.pxst.ui.internal.phase.PhaseUnit;

/** What to compute on, how images and numbers are shown at first, and where files are. What is chosen counts at once. */
public final class PxstPreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final String DEVICE_NODE = "org.pxst.compute";

	private DeviceField device;
	private List<ChoiceField<?>> choices = List.of();
	private List<FolderField> folders = List.of();

	@Override
	public void init(IWorkbench workbench) {
		ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, DEVICE_NODE);
		store.setDefault(DeviceField.KEY, ComputeRequest.AUTO);
		setPreferenceStore(store);
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		page.setLayout(layout);
		device = new DeviceField(group(page, "What everything is computed on", 2), getPreferenceStore());
		Group shown = group(page, "How images and numbers are shown", 2);
		choices = List.of(
				new ChoiceField<>(shown, Preference.COLOURS, ColourMaps.class,
						Arrays.stream(ColourMaps.values()).filter(ColourMaps::suitsIntensities).toList(), "Colours of intensities:",
						"The colour map that images of intensities and other positive values have at first; each image can have another "
								+ "(key C)",
						ColourMaps::label),
				new ChoiceField<>(shown, Preference.PHASE_UNIT, PhaseUnit.class, List.of(PhaseUnit.values()), "Unit of phases:",
						"Radians, wavelengths (2 pi rad), or optical path in nm: what the views of phase and aberrations begin with",
						PhaseUnit::symbol),
				new ChoiceField<>(shown, Preference.PHOTON_UNIT, PhotonUnit.class, List.of(PhotonUnit.values()), "Light:",
						"Whether photon energy or wavelength is shown", unit -> unit.label() + " in " + unit.symbol()));
		Group files = group(page, "Where files are", 3);
		folders = List.of(
				new FolderField(files, Preference.SCAN_FOLDER, "Scans", "where the last one was",
						"The folder in which files are looked for first", this::check),
				new FolderField(files, Preference.REPORT_FOLDER, "Reports", "beside the scan",
						"The folder that is proposed for reports", this::check),
				new FolderField(files, Preference.EXPORT_FOLDER, "Exported results", "beside the scan",
						"The folder that is proposed for exported results", this::check));
		check();
		return page;
	}

	private static Group group(Composite page, String title, int columns) {
		Group group = new Group(page, SWT.NONE);
		group.setText(title);
		group.setLayout(new GridLayout(columns, false));
		group.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		return group;
	}

	private void check() {
		// a field calls while the page is made
		Optional<String> problem = folders.stream().map(FolderField::problem).flatMap(Optional::stream).findFirst();
		setErrorMessage(problem.orElse(null));
		setValid(problem.isEmpty());
	}

	@Override
	protected void performDefaults() {
		device.setDefault();
		choices.forEach(ChoiceField::setDefault);
		folders.forEach(FolderField::setDefault);
		super.performDefaults();
	}

	@Override
	public boolean performOk() {
		device.keep();
		choices.forEach(ChoiceField::keep);
		folders.forEach(FolderField::keep);
		return super.performOk();
	}
}
