// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.view.SiPrefix;

/** Images of the beam in the planes for which the file has some. */
final class FocalPlanePage extends Composite {
	private final Combo planes;
	private final ImageViewer viewer;
	private List<FocalPlane> images = List.of();

	FocalPlanePage(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(4, 0).applyTo(this);
		Label label = new Label(this, SWT.NONE);
		label.setText("Plane");
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).indent(4, 0).applyTo(label);
		planes = new Combo(this, SWT.READ_ONLY);
		planes.setToolTipText("Planes for which focus_profile wrote images (its parameter planes), from the nominal focus");
		planes.setData("org.pxst.ui.id", "focus.images");
		planes.addListener(SWT.Selection, e -> showImage());
		viewer = new ImageViewer(this);
		viewer.setData("org.pxst.ui.id", "focus.image");
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(viewer);
	}

	/** Shows the images; keeps the chosen one when there are as many as before. */
	void show(List<FocalPlane> newImages) {
		int chosen = newImages.size() == images.size() ? planes.getSelectionIndex() : 0;
		images = newImages;
		planes.setItems(images.stream().map(i -> SiPrefix.text(i.position(), "m")).toArray(String[]::new));
		planes.select(chosen);
		planes.setEnabled(images.size() > 1);
		layout();
		showImage();
	}

	void setLogarithmic(boolean logarithmic) {
		viewer.setLogarithmic(logarithmic);
	}

	private void showImage() {
		int chosen = planes.getSelectionIndex();
		if (chosen < 0) {
			viewer.showMessage("There is no image of a plane in this file. Run focus_profile with its parameter planes.");
			return;
		}
		FocalPlane image = images.get(chosen);
		viewer.show(new Picture("Intensity at " + SiPrefix.text(image.position(), "m"), image.rows(), image.columns(), image.light(),
				new Picture.Axis("position along ss", "m", -(image.rows() / 2) * image.stepSs(), image.stepSs()),
				new Picture.Axis("position along fs", "m", -(image.columns() / 2) * image.stepFs(), image.stepFs()),
				"intensity (largest = 1)", "", Picture.Colours.SEQUENTIAL));
	}
}
