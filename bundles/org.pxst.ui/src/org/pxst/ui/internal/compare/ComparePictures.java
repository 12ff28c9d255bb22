// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Levels;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.image.LinkedViews;
import org.pxst.ui.session.ScanSelection;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.TurningSash;

/**
 * Images of A, B and their difference: with the same part of the image seen in all three, a cursor in all three, and the same
 * levels for A and B. For the UI thread.
 */
final class ComparePictures {
	private static final List<String> IDS = List.of("compare.a", "compare.b", "compare.difference");

	private final TurningSash sash;
	private final List<ImageViewer> viewers = new ArrayList<>();
	private final List<Label> titles = new ArrayList<>();
	/** What A and B were told last. */
	private Levels common = new Levels(0, 1);

	ComparePictures(Composite parent) {
		sash = new TurningSash(parent);
		for (String id : IDS)
			createViewer(id);
		new LinkedViews(viewers);
		ScanSelection cursor = new ScanSelection();
		viewers.forEach(viewer -> viewer.link(cursor, Plane.REFERENCE, 0, 0));
		viewers.get(0).addLevelsListener(levels -> share(viewers.get(0), viewers.get(1), levels));
		viewers.get(1).addLevelsListener(levels -> share(viewers.get(1), viewers.get(0), levels));
	}

	private void createViewer(String id) {
		Composite part = new Composite(sash, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		part.setLayout(layout);
		Label title = new Label(part, SWT.NONE);
		title.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		title.setData("org.pxst.ui.id", id + ".title");
		titles.add(title);
		ImageViewer viewer = new ImageViewer(part, EnumSet.of(ImageViewer.Part.HISTOGRAM, ImageViewer.Part.READOUT));
		viewer.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		viewer.setData("org.pxst.ui.id", id);
		viewers.add(viewer);
	}

	/** What the user chose for one of them is for both. */
	private void share(ImageViewer from, ImageViewer to, Levels levels) {
		if (levels.equals(common) || from.levelsChoice().fixed().filter(common::equals).isPresent())
			return;
		common = levels;
		to.setLevels(LevelsChoice.fixed(levels.low(), levels.high()));
	}

	TurningSash control() {
		return sash;
	}

	/** Shows images. */
	void show(ImageComparison images, String nameA, String nameB) {
		title(0, "A: " + nameA);
		title(1, "B: " + nameB);
		title(2, "B - A");
		viewers.get(0).show(images.a());
		viewers.get(1).show(images.b());
		viewers.get(2).show(images.difference());
		common = images.levels();
		for (ImageViewer viewer : viewers.subList(0, 2))
			viewer.setLevels(LevelsChoice.fixed(common.low(), common.high()));
	}

	private void title(int index, String text) {
		titles.get(index).setText(text.replace("&", "&&"));
		titles.get(index).setToolTipText(text);
	}
}
