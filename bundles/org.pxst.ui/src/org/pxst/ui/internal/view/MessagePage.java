// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A text in the middle of a view, with a button when it can help. Scrolls when there is little room. */
final class MessagePage extends ScrolledComposite {
	private static final int MARGIN = 12;

	private final Composite body;
	private final Label icon;
	private final Label text;
	private final Button open;

	/**
	 * @param parent where
	 * @param opener asks for a scan and opens it
	 */
	MessagePage(Composite parent, Runnable opener) {
		super(parent, SWT.V_SCROLL);
		setExpandHorizontal(true);
		setExpandVertical(true);
		body = new Composite(this, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = MARGIN;
		layout.marginHeight = MARGIN;
		layout.verticalSpacing = MARGIN;
		body.setLayout(layout);
		filler();
		icon = new Label(body, SWT.NONE);
		icon.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
		text = new Label(body, SWT.WRAP | SWT.CENTER);
		text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		text.setData("org.pxst.ui.id", "view.message");
		open = new Button(body, SWT.PUSH);
		open.setText("Open scan...");
		open.setToolTipText("Open a CXI or HDF5 file");
		open.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
		open.setData("org.pxst.ui.id", "view.open");
		open.addListener(SWT.Selection, event -> opener.run());
		filler();
		setContent(body);
		addListener(SWT.Resize, event -> fit());
	}

	private void filler() {
		Label filler = new Label(body, SWT.NONE);
		filler.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
	}

	/** Shows a text. */
	void show(String message, ContentPage.Kind kind) {
		text.setText(message.replace("&", "&&"));
		Image image = kind == ContentPage.Kind.PROBLEM ? getDisplay().getSystemImage(SWT.ICON_WARNING) : null;
		icon.setImage(image);
		include(icon, image != null);
		include(open, kind == ContentPage.Kind.NO_SCAN);
		body.layout();
		fit();
	}

	private static void include(org.eclipse.swt.widgets.Control control, boolean shown) {
		control.setVisible(shown);
		((GridData) control.getLayoutData()).exclude = !shown;
	}

	private void fit() {
		setMinHeight(body.computeSize(Math.max(1, getClientArea().width), SWT.DEFAULT).y);
	}

	@Override
	public boolean setFocus() {
		return open.isVisible() && open.setFocus() || forceFocus();
	}
}
