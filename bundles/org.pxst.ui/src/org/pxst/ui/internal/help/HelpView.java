// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.slf4j.LoggerFactory;

/** Says what the active view shows, where that comes from, and what mouse and keys do. */
public final class HelpView extends ViewPart {
	private HelpBrowser browser;
	private String page = "";

	private final IPartListener2 follower = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference part) {
			follow(part);
		}
	};

	@Override
	public void createPartControl(Composite parent) {
		browser = new HelpBrowser(parent);
		Action general = new Action("First Steps") {
			@Override
			public void run() {
				show(HelpPages.GENERAL);
			}
		};
		general.setToolTipText("First steps, and what mouse and keys do in all images and plots");
		getViewSite().getActionBars().getToolBarManager().add(general);
		getSite().getPage().addPartListener(follower);
		show(HelpPages.GENERAL);
		follow(getSite().getPage().getActivePartReference());
	}

	/** Name of the page that is shown; for tests. */
	public String page() {
		return page;
	}

	private void follow(IWorkbenchPartReference part) {
		if (part != null && !part.getId().equals(getViewSite().getId()))
			// several views of a kind have ids with a number behind a colon
			show(HelpPages.nameFor(part.getId().replaceFirst(":.*", "")));
	}

	private void show(String name) {
		if (name.equals(page))
			return;
		page = name;
		Job job = Job.createSystem("Reading the help", (IJobFunction) monitor -> deliver(name));
		job.schedule();
	}

	private IStatus deliver(String name) {
		HelpText text = read(name);
		browser.control().getDisplay().asyncExec(() -> {
			if (name.equals(page) && !browser.control().isDisposed())
				browser.show(text);
		});
		return Status.OK_STATUS;
	}

	private static HelpText read(String name) {
		try {
			Optional<HelpText> text = HelpPages.read(name);
			return text.isPresent() ? text.get() : HelpPages.read(HelpPages.GENERAL).orElseThrow();
		} catch (IOException e) {
			LoggerFactory.getLogger(HelpView.class).error("the help page {} cannot be read", name, e);
			return HelpText.of("The help page " + name + " cannot be read: " + e.getMessage());
		}
	}

	@Override
	public void setFocus() {
		browser.control().setFocus();
	}

	@Override
	public void dispose() {
		getSite().getPage().removePartListener(follower);
		super.dispose();
	}
}
