// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads through a cheat sheet step by step: says what is to be done, and does it at a button. */
public final class CheatSheetView extends ViewPart {
	static final String ID = "org.pxst.rcp.cheatSheet";
	private static final Logger LOG = LoggerFactory.getLogger(CheatSheetView.class);
	private static final String SHEET = "help/first-reconstruction.xml";

	private final List<CheatSheetStep> steps = new ArrayList<>();
	private ScrolledComposite scrolled;
	private Composite page;
	private Label introduction;
	private CheatSheet sheet;

	@Override
	public void createPartControl(Composite parent) {
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
		page = new Composite(scrolled, SWT.NONE);
		page.setLayout(new GridLayout());
		introduction = new Label(page, SWT.WRAP);
		introduction.setData("org.pxst.ui.id", "cheatSheet.introduction");
		introduction.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		scrolled.setContent(page);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.addListener(SWT.Resize, e -> fit());
		Job.createSystem("Reading the cheat sheet", (IJobFunction) monitor -> read()).schedule();
	}

	private IStatus read() {
		try {
			CheatSheet made = CheatSheet.read(Platform.getBundle("org.pxst.ui").getEntry(SHEET));
			page.getDisplay().asyncExec(() -> {
				if (!page.isDisposed())
					fill(made);
			});
		} catch (IOException e) {
			LOG.error("the cheat sheet cannot be read", e);
		}
		return Status.OK_STATUS;
	}

	private void fill(CheatSheet made) {
		sheet = made;
		setPartName(made.title());
		introduction.setText(made.introduction());
		CheatSheetStep.Actions actions = new CheatSheetStep.Actions(this::perform, n -> goTo(n + 1), this::goTo, this::help);
		for (int n = 0; n < made.steps().size(); n++) {
			CheatSheetStep step = new CheatSheetStep(page, made.steps().get(n), n, actions);
			step.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
			steps.add(step);
		}
		goTo(0);
	}

	private void perform(int number) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(PlatformUI.getWorkbench()
					.getService(ICommandService.class).deserialize(sheet.steps().get(number).command()), null);
			if (page.isDisposed())
				return;
			steps.get(number).setDone();
			goTo(number + 1);
		} catch (CommandException e) {
			LOG.error("{} cannot be done", sheet.steps().get(number).title(), e);
		}
	}

	private void help(int number) {
		PlatformUI.getWorkbench().getHelpSystem().displayHelpResource(sheet.steps().get(number).help());
	}

	/** Shows what is to be done in a step; none when all are done. */
	private void goTo(int number) {
		for (int n = 0; n < steps.size(); n++)
			steps.get(n).setCurrent(n == number);
		fit();
		if (number < steps.size())
			scrolled.showControl(steps.get(number));
	}

	private void fit() {
		int width = scrolled.getClientArea().width;
		scrolled.setMinSize(0, page.computeSize(width, SWT.DEFAULT).y);
		page.layout(true, true);
	}

	@Override
	public void setFocus() {
		scrolled.setFocus();
	}
}
