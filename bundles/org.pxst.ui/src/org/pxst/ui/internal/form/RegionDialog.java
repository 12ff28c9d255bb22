// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.form;

import java.util.Arrays;
import java.util.Optional;

import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.RoiTool;
import org.pxst.ui.internal.detector.DetectorReading;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;

/** Lets the region of interest be drawn on the whitefield. */
final class RegionDialog extends TitleAreaDialog {
	private static final int WIDTH = 640;
	private static final int HEIGHT = 420;
	private static final String WHAT_TO_DO = "Drag the rectangle, its edges or its corners.";

	private final OpenScan scan;
	private ImageViewer viewer;
	private Optional<Roi> region = Optional.empty();

	/** What the region is drawn on. */
	private record Light(Picture picture, Roi region) {
	}

	RegionDialog(Shell parent, OpenScan scan) {
		super(parent);
		this.scan = scan;
	}

	/** The region; empty when nothing could be shown. */
	Optional<Roi> region() {
		return region;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText("Region of interest");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle("Region of interest");
		setMessage(WHAT_TO_DO);
		Composite area = (Composite) super.createDialogArea(parent);
		viewer = WrapRow.named(new ImageViewer(area), "region.image");
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		data.heightHint = HEIGHT;
		viewer.setLayoutData(data);
		viewer.showMessage("The whitefield is being read.");
		scan.queue(viewer).submit("whitefield", (reader, monitor) -> read(reader), this::show,
				problem -> viewer.showMessage(problem.message()));
		return area;
	}

	private static Light read(ScanReader reader) {
		DetectorReading detector = new DetectorReading(reader);
		Image whitefield = detector.whitefield()
				.orElseThrow(() -> new MissingContentException("whitefield", "Run make_whitefield, or type the region"));
		Roi region = detector.numbers("roi").filter(r -> r.length == 4)
				.map(r -> Arrays.stream(r).mapToInt(v -> (int) v).toArray())
				.filter(r -> r[0] >= 0 && r[2] >= 0 && r[0] < r[1] && r[2] < r[3] && r[1] <= whitefield.rows()
						&& r[3] <= whitefield.columns())
				.map(r -> new Roi(r[0], r[1], r[2], r[3])).orElse(Roi.full(whitefield.rows(), whitefield.columns()));
		return new Light(new Picture("Whitefield", whitefield.rows(), whitefield.columns(), whitefield.values(), detector.ss(),
				detector.fs(), "whitefield", "counts", Picture.Colours.SEQUENTIAL), region);
	}

	private void show(Light light) {
		viewer.show(light.picture());
		viewer.setTool(new RoiTool(light.region(), light.picture().rows(), light.picture().columns(), (roi, finished) -> take(roi)));
		take(light.region());
	}

	private void take(Roi roi) {
		region = Optional.of(roi);
		setMessage(ParameterText.size(roi) + ". " + WHAT_TO_DO);
		viewer.redrawOverlays();
	}
}
