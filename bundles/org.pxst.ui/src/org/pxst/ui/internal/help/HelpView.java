// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.help;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the help. At first it follows the active view: says what that shows, where it comes from, and what mouse and keys
 * do. A page that was chosen from the contents, the search or a link stays.
 */
public final class HelpView extends ViewPart {
	private static final Logger LOG = LoggerFactory.getLogger(HelpView.class);
	private static final int[] CONTENTS_AND_PAGE = { 1, 2 };

	private final PageTrail trail = new PageTrail();
	private SashForm parts;
	private HelpContents contents;
	private HelpBrowser browser;
	private String page = "";
	private boolean libraryRead;
	private Action back;
	private Action forward;
	private Action contentsShown;
	private Action following;

	private final IPartListener2 follower = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference part) {
			showHelpOn(part);
		}
	};

	@Override
	public void createPartControl(Composite parent) {
		parts = new SashForm(parent, SWT.HORIZONTAL);
		contents = new HelpContents(parts, this::choose);
		browser = new HelpBrowser(parts, target -> HelpPages.linked(page, target).ifPresent(this::choose));
		parts.setWeights(CONTENTS_AND_PAGE);
		parts.setMaximizedControl(browser.control());
		// in a narrow view the contents are above the page
		parts.addListener(SWT.Resize, e -> parts.setOrientation(
				parts.getSize().x > parts.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL));
		makeActions();
		getSite().getPage().addPartListener(follower);
		show(HelpPages.GENERAL);
		showHelpOn(getSite().getPage().getActivePartReference());
	}

	private void makeActions() {
		ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
		back = action("Back", "The page before", IAction.AS_PUSH_BUTTON, () -> trail.back().ifPresent(this::keep));
		back.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_BACK));
		forward = action("Forward", "The page that you went back from", IAction.AS_PUSH_BUTTON,
				() -> trail.forward().ifPresent(this::keep));
		forward.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_FORWARD));
		contentsShown = action("Contents", "Shows the table of contents and the search", IAction.AS_CHECK_BOX,
				this::updateContents);
		following = action("Follow", "Shows the help on the view that is active", IAction.AS_CHECK_BOX, this::updateFollowing);
		following.setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_ELCL_SYNCED));
		following.setChecked(true);
		IToolBarManager tools = getViewSite().getActionBars().getToolBarManager();
		for (Action action : new Action[] { back, forward, following, contentsShown })
			tools.add(action);
	}

	private static Action action(String name, String tooltip, int style, Runnable run) {
		Action action = new Action(name, style) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setToolTipText(tooltip);
		return action;
	}

	/** Name of the page that is shown; for tests. */
	public String page() {
		return page;
	}

	/** Shows the help on a view, and on others when they become active. */
	public void follow(IWorkbenchPartReference part) {
		following.setChecked(true);
		showHelpOn(part);
	}

	/** Shows the table of contents, and a page beside it, which stays. */
	public void showContents(Optional<String> name) {
		contentsShown.setChecked(true);
		updateContents();
		contents.search("");
		choose(name.orElse(page));
		contents.setFocus();
	}

	/** Shows the pages that have these words; "" lets the user say which. */
	public void showSearch(String words) {
		contentsShown.setChecked(true);
		following.setChecked(false);
		updateContents();
		contents.search(words);
	}

	private void updateContents() {
		parts.setMaximizedControl(contentsShown.isChecked() ? null : browser.control());
		if (!contentsShown.isChecked() || libraryRead)
			return;
		libraryRead = true;
		Job.createSystem("Reading the contents of the help", (IJobFunction) monitor -> readLibrary()).schedule();
	}

	private IStatus readLibrary() {
		try {
			HelpLibrary library = HelpLibrary.read();
			later(() -> contents.set(library));
		} catch (IOException e) {
			LOG.error("the help cannot be read", e);
		}
		return Status.OK_STATUS;
	}

	private void updateFollowing() {
		if (following.isChecked())
			showHelpOn(getSite().getPage().getActivePartReference());
	}

	private void showHelpOn(IWorkbenchPartReference part) {
		if (following.isChecked() && part != null && !part.getId().equals(getViewSite().getId()))
			// several views of a kind have ids with a number behind a colon
			show(HelpPages.nameFor(part.getId().replaceFirst(":.*", "")));
	}

	/** Shows a page that the user chose. */
	private void choose(String name) {
		following.setChecked(false);
		show(name);
	}

	private void show(String name) {
		trail.visit(name);
		load(name);
	}

	/** Shows a page of the trail. */
	private void keep(String name) {
		following.setChecked(false);
		load(name);
	}

	private void load(String name) {
		back.setEnabled(trail.canGoBack());
		forward.setEnabled(trail.canGoForward());
		if (name.equals(page))
			return;
		page = name;
		Job.createSystem("Reading the help", (IJobFunction) monitor -> deliver(name)).schedule();
	}

	private IStatus deliver(String name) {
		HelpText text = read(name);
		later(() -> {
			if (!name.equals(page))
				return;
			browser.show(text);
			contents.mark(name);
		});
		return Status.OK_STATUS;
	}

	private void later(Runnable shown) {
		parts.getDisplay().asyncExec(() -> {
			if (!parts.isDisposed())
				shown.run();
		});
	}

	private static HelpText read(String name) {
		try {
			Optional<HelpText> text = HelpPages.read(name);
			return text.isPresent() ? text.get() : HelpPages.read(HelpPages.GENERAL).orElseThrow();
		} catch (IOException e) {
			LOG.error("the help page {} cannot be read", name, e);
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
