// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Optional;

import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.internal.edit.WrapRow;

/** A page of the wizard; it scrolls where there is little room. For the UI thread. */
abstract class ScanPage extends WizardPage {
	/** Room that a page would like to have, in characters and lines. */
	private static final int WIDTH = 130;
	private static final int HEIGHT = 33;

	/** Characters; texts wrap there. */
	private static final int LEAST_WIDTH = 80;

	private final NewScan scan;
	private Scroll scroll;
	private Composite content;

	/**
	 * @param name        of the page
	 * @param title       of the page
	 * @param description what to do, one sentence
	 * @param scan        what the wizard is about
	 */
	ScanPage(String name, String title, String description, NewScan scan) {
		super(name, title, null);
		setDescription(description);
		this.scan = scan;
	}

	/** As large as the dialog has room for, and not as its content. */
	private final class Scroll extends ScrolledComposite {
		Scroll(Composite parent) {
			super(parent, SWT.H_SCROLL | SWT.V_SCROLL);
			setExpandHorizontal(true);
			setExpandVertical(true);
			addListener(SWT.Resize, e -> {
				if (getContent() != null && isVisible())
					reflow();
			});
		}

		@Override
		public Point computeSize(int width, int height, boolean changed) {
			return new Point(width == SWT.DEFAULT ? convertWidthInCharsToPixels(WIDTH) : width,
					height == SWT.DEFAULT ? convertHeightInCharsToPixels(HEIGHT) : height);
		}
	}

	@Override
	public final void createControl(Composite parent) {
		initializeDialogUnits(parent);
		scroll = new Scroll(parent);
		content = new Composite(scroll, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		content.setLayout(layout);
		createContent(content);
		scroll.setContent(content);
		setControl(scroll);
		check();
	}

	/** Builds the widgets, in a grid of one column. */
	abstract void createContent(Composite parent);

	/** The page is shown. */
	abstract void entered();

	/** What is wrong with what is chosen here, in words for the user; empty when nothing is. */
	abstract Optional<String> problem();

	/** What the wizard is about. */
	final NewScan scan() {
		return scan;
	}

	/** Says what is wrong, and whether one can go on. */
	final void check() {
		Optional<String> problem = problem();
		setErrorMessage(problem.orElse(null));
		setPageComplete(problem.isEmpty());
	}

	/** Gives the content the room that it needs. */
	final void reflow() {
		int width = Math.max(scroll.getClientArea().width, convertWidthInCharsToPixels(LEAST_WIDTH));
		int lines = leastLines();
		scroll.setMinSize(convertWidthInCharsToPixels(LEAST_WIDTH),
				lines > 0 ? convertHeightInCharsToPixels(lines) : content.computeSize(width, SWT.DEFAULT).y);
		content.layout(true, true);
	}

	/** Height in lines that the content can do with; 0: what it says itself. */
	int leastLines() {
		return 0;
	}

	/** A text that wraps: as wide as the page. */
	static Label note(Composite parent, String id) {
		Label label = WrapRow.named(new Label(parent, SWT.WRAP), id);
		GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false);
		wide.widthHint = 1;
		label.setLayoutData(wide);
		return label;
	}

	/** Shows a text as it is, whatever is in it. */
	static void say(Label label, String text) {
		label.setText(text.replace("&", "&&"));
		label.setToolTipText(text.isEmpty() ? null : text);
	}

	@Override
	public final void setVisible(boolean visible) {
		super.setVisible(visible);
		if (visible) {
			entered();
			check();
			reflow();
		}
	}

	@Override
	public void performHelp() {
		if (getContainer() instanceof TrayDialog dialog) {
			if (dialog.getTray() == null)
				dialog.openTray(new HelpTray());
			else
				dialog.closeTray();
		}
	}
}
