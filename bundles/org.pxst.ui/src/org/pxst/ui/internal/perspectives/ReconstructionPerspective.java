// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** "PXST Reconstruction": the pipeline, what its main loop does just now, and reference image, pixel map and errors. */
public final class ReconstructionPerspective implements IPerspectiveFactory {
	/** Part of the width that the pipeline takes. */
	private static final float PIPELINE = 0.33f;

	@Override
	public void createInitialLayout(IPageLayout layout) {
		PxstLayout pxst = new PxstLayout(layout);
		IFolderLayout steps = layout.createFolder("org.pxst.ui.steps", IPageLayout.LEFT, PIPELINE, layout.getEditorArea());
		steps.addView("org.pxst.ui.pipeline");
		// the tree would lie on top of the pipeline when it was the active view before
		steps.addPlaceholder("org.pxst.ui.fileTree");
		pxst.addPlaceholders();
		IFolderLayout main = layout.createFolder("org.pxst.ui.main", IPageLayout.RIGHT, PIPELINE, layout.getEditorArea());
		main.addView("org.pxst.ui.live");
		main.addView("org.pxst.ui.reference");
		main.addView("org.pxst.ui.pixelMap");
		main.addView("org.pxst.ui.errors");
		main.addView("org.pxst.ui.frames");
		main.addPlaceholder("org.pxst.ui.compare");
		main.addPlaceholder("org.pxst.ui.data:*");
		IFolderLayout below = layout.createFolder("org.pxst.ui.below", IPageLayout.BOTTOM, 0.75f, "org.pxst.ui.main");
		below.addView("org.pxst.ui.jobs");
		below.addView("org.pxst.ui.history");
	}
}
