// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/**
 * One column of options, an image and a text that fills a view, and is scrolled where the view is too low for all of them.
 * For the UI thread.
 */
public final class TallContent {
	private final ScrolledComposite scrolled;
	private final Composite column;

	/** @param parent of a view, without a layout */
	public TallContent(Composite parent) {
		parent.setLayout(new FillLayout());
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setShowFocusedControl(true);
		// bars that lie over the content and hide by themselves are not found
		scrolled.setScrollbarsMode(SWT.NONE);
		column = new Composite(scrolled, SWT.NONE);
		GridLayout grid = new GridLayout(1, false);
		grid.marginWidth = 4;
		grid.marginHeight = 2;
		grid.verticalSpacing = 2;
		column.setLayout(grid);
		scrolled.setContent(column);
		scrolled.addControlListener(ControlListener.controlResizedAdapter(e -> layout()));
	}

	/** Where the widgets go. */
	public Composite column() {
		return column;
	}

	/** Gives a widget all height that is left, but no less than a height in pixels. */
	public static void fill(Control control, int least) {
		GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
		data.heightHint = least;
		control.setLayoutData(data);
	}

	/** Lays it out again, for example after a text got another number of lines. */
	public void layout() {
		scrolled.setMinHeight(column.computeSize(scrolled.getClientArea().width, SWT.DEFAULT, true).y);
		column.layout(true);
	}
}
