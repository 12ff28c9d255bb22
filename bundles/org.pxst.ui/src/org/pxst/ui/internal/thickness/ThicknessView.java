// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thickness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.pxst.ui.image.Picture;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.CrossProfiles;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.RoomSwitch;
import org.pxst.ui.view.ScanView;

/** The thickness of the sample, with profiles through it and what it was computed with. */
public final class ThicknessView extends ScanView<ThicknessContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.thickness";

	/** Lines of the assumptions that are seen at a time. */
	private static final int LINES = 4;
	/** Lines of text in a view that has room for them. */
	private static final int HIGH = 44;

	private CrossProfiles profiles;
	private Text assumptions;
	private ThicknessImage choice = ThicknessImage.CTF;
	private Optional<ThicknessContent> content = Optional.empty();

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		OptionRow options = new OptionRow(parent);
		options.choice("thickness.shown", "",
				Stream.of(ThicknessImage.values()).map(t -> t.text() + ": " + t.description()).collect(Collectors.joining("\n")),
				List.of(ThicknessImage.values()), ThicknessImage::text, this::choose);
		profiles = new CrossProfiles(parent, "thickness");
		GridDataFactory.fillDefaults().grab(true, true).applyTo(profiles);
		profiles.addSwitch(options, "thickness.profiles");
		assumptions = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
		assumptions.setToolTipText("What the thickness was computed with, from the record of the step in the file.");
		GridData lines = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
		lines.heightHint = LINES * assumptions.getLineHeight();
		assumptions.setLayoutData(lines);
		assumptions.setData("org.pxst.ui.id", "thickness.text");
		Button box = options.check("thickness.assumptions", "Assumptions", "What the thickness was computed with", false, on -> {
		});
		new RoomSwitch(box, parent, (width, height) -> height >= HIGH, this::showAssumptions);
		Preference.PHOTON_UNIT.follow(assumptions, this::refresh);
	}

	@Override
	protected ThicknessContent read(ScanReader reader, IMonitor monitor) {
		return new ThicknessReading(reader).read();
	}

	@Override
	protected void show(OpenScan scan, ThicknessContent read) {
		content = Optional.of(read);
		profiles.viewer().link(scan.selection(), Plane.REFERENCE, read.region().ss0(), read.region().fs0());
		showChoice();
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		profiles.viewer().link(null, Plane.REFERENCE, 0, 0);
	}

	private void choose(ThicknessImage image) {
		choice = image;
		showChoice();
	}

	private void showChoice() {
		if (content.isEmpty())
			return;
		Optional<Picture> picture = Optional.ofNullable(content.get().pictures().get(choice));
		picture.ifPresentOrElse(profiles::show, () -> profiles.showMessage(
				"There is no thickness by this method in this file yet. Run calculate_sample_thickness with method = both."));
		assumptions.setText(content.get().assumptions().getOrDefault(choice, ""));
	}

	private void showAssumptions(boolean on) {
		((GridData) assumptions.getLayoutData()).exclude = !on;
		assumptions.setVisible(on);
		assumptions.getParent().layout();
	}
}
