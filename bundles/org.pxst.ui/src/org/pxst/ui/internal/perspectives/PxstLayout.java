// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.perspectives;

import java.util.List;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPlaceholderFolderLayout;

/** What the three perspectives have in common: the files on the left, the help where it is asked for, the shortcuts. */
final class PxstLayout {
	/** Part of the width that the files take. */
	static final float FILES = 0.2f;
	/** Part of the width beside the files that is left when help is shown. */
	private static final float WITHOUT_HELP = 0.68f;

	private static final List<String> PERSPECTIVES = List.of("org.pxst.ui.perspective.scan",
			"org.pxst.ui.perspective.reconstruction", "org.pxst.ui.perspective.analysis");
	private static final List<String> VIEWS = List.of("org.pxst.ui.fileTree", "org.pxst.ui.frames", "org.pxst.ui.mask",
			"org.pxst.ui.whitefield", "org.pxst.ui.reference", "org.pxst.ui.pixelMap", "org.pxst.ui.errors",
			"org.pxst.ui.phase", "org.pxst.ui.focus", "org.pxst.ui.zernike", "org.pxst.ui.thickness", "org.pxst.ui.thon",
			"org.pxst.ui.sweep", "org.pxst.ui.splitHalf", "org.pxst.ui.pipeline", "org.pxst.ui.live", "org.pxst.ui.jobs",
			"org.pxst.ui.history", "org.pxst.ui.compare", "org.pxst.ui.help");

	private final IPageLayout layout;

	PxstLayout(IPageLayout layout) {
		this.layout = layout;
		layout.setEditorAreaVisible(false);
		PERSPECTIVES.forEach(layout::addPerspectiveShortcut);
		VIEWS.forEach(layout::addShowViewShortcut);
	}

	void addFiles() {
		layout.addView("org.pxst.ui.fileTree", IPageLayout.LEFT, FILES, layout.getEditorArea());
		addPlaceholders();
	}

	/** Where what is shown on demand appears: help at the right, progress below the files. */
	void addPlaceholders() {
		IPlaceholderFolderLayout help = layout.createPlaceholderFolder("org.pxst.ui.helpFolder", IPageLayout.RIGHT, WITHOUT_HELP,
				layout.getEditorArea());
		help.addPlaceholder("org.pxst.ui.help");
		help.addPlaceholder("org.pxst.rcp.cheatSheet");
		// where the workbench has the platform's help
		help.addPlaceholder("org.eclipse.ui.cheatsheets.views.CheatSheetView");
		layout.addPlaceholder("org.eclipse.ui.views.ProgressView", IPageLayout.BOTTOM, 0.8f, "org.pxst.ui.fileTree");
	}
}
