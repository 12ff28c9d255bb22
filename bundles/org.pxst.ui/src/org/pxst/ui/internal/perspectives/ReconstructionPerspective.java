// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** "PXST Reconstruction": reference image, pixel map and errors side by side. */
public final class ReconstructionPerspective implements IPerspectiveFactory {
	@Override
	public void createInitialLayout(IPageLayout layout) {
		PxstLayout pxst = new PxstLayout(layout);
		pxst.addFiles();
		IFolderLayout left = layout.createFolder("org.pxst.ui.main", IPageLayout.RIGHT, PxstLayout.FILES, layout.getEditorArea());
		left.addView("org.pxst.ui.reference");
		left.addView("org.pxst.ui.frames");
		left.addPlaceholder("org.pxst.ui.data:*");
		IFolderLayout right = layout.createFolder("org.pxst.ui.side", IPageLayout.RIGHT, 0.5f, "org.pxst.ui.main");
		right.addView("org.pxst.ui.pixelMap");
		IFolderLayout below = layout.createFolder("org.pxst.ui.below", IPageLayout.BOTTOM, 0.57f, "org.pxst.ui.side");
		below.addView("org.pxst.ui.errors");
		below.addView("org.pxst.ui.splitHalf");
	}
}
