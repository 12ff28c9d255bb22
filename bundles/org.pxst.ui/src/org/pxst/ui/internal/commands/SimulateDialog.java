// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.pxst.core.simulation.SimulationSettings.Sample;
import org.pxst.core.simulation.SimulationSettings.Size;

/** Asks what to simulate, and which file it goes to. */
final class SimulateDialog extends TitleAreaDialog {
	private static final String ID = "org.pxst.ui.id";
	private static final String[] SIZES = { "tiny: 25 frames of 96 x 128, about a second",
			"small: 49 frames of 256 x 256, some seconds", "paper: 121 frames of 516 x 1556, minutes and gigabytes of memory" };
	private static final String[] SAMPLES = { "Siemens star", "random speckle" };

	private Combo size;
	private Combo sample;
	private Text file;
	private Simulation simulation;

	SimulateDialog(Shell parent) {
		super(parent);
	}

	/** What to simulate, when the dialog was ended with OK. */
	Simulation simulation() {
		return simulation;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Simulate a scan");
		PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, "org.pxst.ui.simulate");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle("Simulate a scan");
		setMessage("A scan of which the truth is known, to try things on. It is opened when it is done; NAME_truth.h5 beside it has the truth.");
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridLayout layout = new GridLayout(3, false);
		layout.marginWidth = 10;
		layout.marginHeight = 10;
		area.setLayout(layout);
		area.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		size = combo(area, "Size", "simulate.size", "How many frames, and how large", SIZES);
		sample = combo(area, "Sample", "simulate.sample", "What is in the beam", SAMPLES);
		new Label(area, SWT.NONE).setText("File");
		file = new Text(area, SWT.BORDER);
		file.setText(suggestion());
		file.setToolTipText("The CXI file that the scan goes to");
		file.setData(ID, "simulate.file");
		GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
		wide.widthHint = convertWidthInCharsToPixels(50);
		file.setLayoutData(wide);
		file.addModifyListener(e -> check());
		Button browse = new Button(area, SWT.PUSH);
		browse.setText("Browse...");
		browse.setToolTipText("Chooses folder and name");
		browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> browse()));
		return area;
	}

	private static Combo combo(Composite area, String label, String id, String tooltip, String... items) {
		new Label(area, SWT.NONE).setText(label);
		Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.setItems(items);
		combo.select(0);
		combo.setToolTipText(tooltip);
		combo.setData(ID, id);
		combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
		return combo;
	}

	/** In the folder of the latest scan, else at home. */
	private static String suggestion() {
		Optional<Path> latest = new RecentScans().files().stream().findFirst().map(Path::getParent);
		return latest.orElse(Path.of(System.getProperty("user.home"))).resolve("simulated.cxi").toString();
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setText("File of the simulated scan");
		dialog.setFilterExtensions(new String[] { "*.cxi" });
		dialog.setFileName(file.getText());
		String chosen = dialog.open();
		if (chosen != null)
			file.setText(chosen);
	}

	private void check() {
		Optional<String> problem = Simulation.problem(file.getText().strip());
		setMessage(problem.orElse("It is opened when it is done; NAME_truth.h5 beside it has the truth."),
				problem.isPresent() ? IMessageProvider.ERROR : IMessageProvider.NONE);
		getButton(IDialogConstants.OK_ID).setEnabled(problem.isEmpty());
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		Button ok = createButton(parent, IDialogConstants.OK_ID, "Simulate", true);
		ok.setData(ID, "simulate.ok");
		ok.setToolTipText("Simulates in the background, and opens the scan");
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void okPressed() {
		Simulation asked = new Simulation(Size.values()[size.getSelectionIndex()], Sample.values()[sample.getSelectionIndex()],
				Path.of(file.getText().strip()).normalize());
		for (Path there : new Path[] { asked.file(), asked.truthFile() })
			if (Files.exists(there) && !mayReplace(there))
				return;
		simulation = asked;
		super.okPressed();
	}

	private boolean mayReplace(Path there) {
		return new MessageDialog(getShell(), "Simulate a scan", null, there + " exists. Replace it?", MessageDialog.QUESTION, 1,
				"Replace", "Keep").open() == 0;
	}
}
