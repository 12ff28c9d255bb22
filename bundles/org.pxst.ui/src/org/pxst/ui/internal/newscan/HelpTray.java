// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.DialogTray;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.pxst.ui.internal.help.HelpBrowser;
import org.pxst.ui.internal.help.HelpPages;
import org.pxst.ui.internal.help.HelpText;
import org.slf4j.LoggerFactory;

/** The help on the wizard, beside it. */
final class HelpTray extends DialogTray {
	private static final String PAGE = "newReconstruction";
	private static final int WIDTH = 320;

	@Override
	protected Control createContents(Composite parent) {
		Composite tray = new Composite(parent, SWT.NONE);
		tray.setLayout(new GridLayout());
		HelpBrowser browser = new HelpBrowser(tray, target -> {
			// pages are read in the help view: here there is one
		});
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.widthHint = WIDTH;
		browser.control().setLayoutData(data);
		Job.createSystem("Reading the help", (ICoreRunnable) monitor -> {
			HelpText text = read();
			browser.control().getDisplay().asyncExec(() -> {
				if (!browser.control().isDisposed())
					browser.show(text);
			});
		}).schedule();
		return tray;
	}

	private static HelpText read() {
		try {
			Optional<HelpText> text = HelpPages.read(PAGE);
			return text.orElseGet(() -> HelpText.of("There is no help on this."));
		} catch (IOException e) {
			LoggerFactory.getLogger(HelpTray.class).error("the help page {} cannot be read", PAGE, e);
			return HelpText.of("The help cannot be read: " + e.getMessage());
		}
	}
}
