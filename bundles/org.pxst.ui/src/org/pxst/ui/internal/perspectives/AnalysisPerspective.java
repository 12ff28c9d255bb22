// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** "PXST Analysis": phase, aberrations, focus, thickness, defocus, uncertainty. */
public final class AnalysisPerspective implements IPerspectiveFactory {
	@Override
	public void createInitialLayout(IPageLayout layout) {
		PxstLayout pxst = new PxstLayout(layout);
		pxst.addFiles();
		IFolderLayout left = layout.createFolder("org.pxst.ui.main", IPageLayout.RIGHT, PxstLayout.FILES, layout.getEditorArea());
		left.addView("org.pxst.ui.phase");
		left.addView("org.pxst.ui.thickness");
		left.addView("org.pxst.ui.thon");
		left.addPlaceholder("org.pxst.ui.compare");
		left.addPlaceholder("org.pxst.ui.data:*");
		IFolderLayout right = layout.createFolder("org.pxst.ui.side", IPageLayout.RIGHT, 0.5f, "org.pxst.ui.main");
		right.addView("org.pxst.ui.focus");
		right.addView("org.pxst.ui.zernike");
		right.addView("org.pxst.ui.sweep");
		right.addView("org.pxst.ui.splitHalf");
	}
}
