// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/**
 * The application {@code org.pxst.rcp.workbench}: {@code pxst ui [--theme=dark|light] [--pictures=DIRECTORY] [FILE...]}. Exit code 3 when there is
 * no display, or another workbench has the workspace, 2 for unknown options.
 */
public final class WorkbenchApplication implements IApplication {
	private static final Integer WRONG_USAGE = 2;
	private static final Integer NO_PLACE = 3;

	@Override
	public Object start(IApplicationContext context) throws Exception {
		Arguments arguments;
		try {
			arguments = Arguments.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		} catch (IllegalArgumentException e) {
			System.err.println("pxst: " + e.getMessage() + "; see: pxst ui --help");
			return WRONG_USAGE;
		}
		Location workspace = Platform.getInstanceLocation();
		if (workspace != null && workspace.isSet() && !workspace.lock()) {
			System.err.println("pxst: another workbench uses " + workspace.getURL().getPath()
					+ "; close it, or set PXST_WORKSPACE to another folder");
			return NO_PLACE;
		}
		Display display;
		try {
			display = PlatformUI.createDisplay();
		} catch (SWTError | UnsatisfiedLinkError e) {
			System.err.println("pxst: the workbench cannot open a window: " + e.getMessage()
					+ "; it needs a display (DISPLAY or WAYLAND_DISPLAY) and GTK 3 (Debian: libgtk-3-0)");
			return NO_PLACE;
		}
		try {
			int code = PlatformUI.createAndRunWorkbench(display, new PxstWorkbenchAdvisor(arguments));
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			display.dispose();
			if (workspace != null && workspace.isSet())
				workspace.release();
		}
	}

	@Override
	public void stop() {
		if (!PlatformUI.isWorkbenchRunning())
			return;
		IWorkbench workbench = PlatformUI.getWorkbench();
		Display display = workbench.getDisplay();
		display.syncExec(() -> {
			if (!display.isDisposed())
				workbench.close();
		});
	}
}
