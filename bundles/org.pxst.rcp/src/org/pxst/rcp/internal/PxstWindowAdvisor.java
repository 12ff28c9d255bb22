// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** A window with menu, tools, perspectives, status line and progress. */
final class PxstWindowAdvisor extends WorkbenchWindowAdvisor {
	/** Part of the screen that the first window takes. */
	private static final double PART = 0.9;

	PxstWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new PxstActionBars(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer window = getWindowConfigurer();
		Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
		window.setInitialSize(new Point((int) (screen.width * PART), (int) (screen.height * PART)));
		window.setTitle(TitleOfScan.PROGRAM);
		window.setShowMenuBar(true);
		window.setShowCoolBar(true);
		window.setShowPerspectiveBar(true);
		window.setShowStatusLine(true);
		window.setShowProgressIndicator(true);
	}
}
