// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;

/** Puts the picture of a chart on the clipboard. For the UI thread. */
final class PlotCopy {
	/** Pixels for one of the screen: enough for slides. */
	private static final int DENSITY = 2;

	private final Plot plot;

	PlotCopy(Plot plot) {
		this.plot = plot;
	}

	/** Draws it in the background, and puts it on the clipboard when it is there. */
	void copy() {
		Display display = plot.getDisplay();
		plot.export().ifPresent(export -> {
			Job job = Job.createSystem("Copying a chart", monitor -> {
				ImageData data = Drawing.data(export.image(DENSITY));
				display.asyncExec(() -> put(display, data));
			});
			job.schedule();
		});
	}

	private static void put(Display display, ImageData data) {
		Clipboard clipboard = new Clipboard(display);
		clipboard.setContents(new Object[] { data }, new Transfer[] { ImageTransfer.getInstance() });
		clipboard.dispose();
	}
}
