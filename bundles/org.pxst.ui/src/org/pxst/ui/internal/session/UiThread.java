// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.util.concurrent.Executor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs things in the UI thread, one after the other, as long as there is one. */
public final class UiThread implements Executor {
	private static final Logger LOG = LoggerFactory.getLogger(UiThread.class);

	@Override
	public void execute(Runnable command) {
		try {
			Display.getDefault().asyncExec(command);
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_DEVICE_DISPOSED)
				throw e;
			LOG.debug("the workbench was closed meanwhile", e);
		}
	}
}
