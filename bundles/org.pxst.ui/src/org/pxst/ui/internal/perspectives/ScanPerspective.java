// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.perspectives;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** "PXST Scan": what is in the file, its frames, mask, whitefield and region of interest. */
public final class ScanPerspective implements IPerspectiveFactory {
	@Override
	public void createInitialLayout(IPageLayout layout) {
		PxstLayout pxst = new PxstLayout(layout);
		pxst.addFiles();
		IFolderLayout main = layout.createFolder("org.pxst.ui.main", IPageLayout.RIGHT, PxstLayout.FILES, layout.getEditorArea());
		main.addView("org.pxst.ui.frames");
		main.addView("org.pxst.ui.mask");
		main.addView("org.pxst.ui.whitefield");
		main.addPlaceholder("org.pxst.ui.data:*");
	}
}
