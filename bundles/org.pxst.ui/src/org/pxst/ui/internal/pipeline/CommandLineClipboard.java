// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import java.util.List;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.pxst.processing.step.StepDescription;
import org.pxst.ui.run.ScanPipeline;

/**
 * Puts command lines on the clipboard.
 *
 * @param display whose clipboard
 */
record CommandLineClipboard(Display display) {
	/**
	 * Copies what runs some steps.
	 *
	 * @param steps at least one
	 * @throws org.pxst.core.InvalidDataException when the device of the preferences is not there
	 */
	void copy(ScanPipeline pipeline, List<StepDescription> steps) {
		Clipboard clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] { pipeline.commandLine(steps) }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
