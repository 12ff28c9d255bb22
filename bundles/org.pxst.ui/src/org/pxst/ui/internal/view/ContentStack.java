// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.view;

import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ReadQueue;

/** The widgets of a view: its content or a message, and a warning above the content. */
public final class ContentStack extends Composite implements ContentPage {
	private final Composite banner;
	private final Label warning;
	private final Composite pages;
	private final StackLayout stack = new StackLayout();
	private final Composite content;
	private final MessagePage message;

	/**
	 * @param parent where
	 * @param opener asks for a scan and opens it
	 */
	public ContentStack(Composite parent, Runnable opener) {
		super(parent, SWT.NONE);
		GridLayout layout = new GridLayout();
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		layout.verticalSpacing = 0;
		setLayout(layout);
		banner = new Composite(this, SWT.NONE);
		banner.setLayout(new GridLayout(2, false));
		banner.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
		Label icon = new Label(banner, SWT.NONE);
		icon.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_WARNING).getImage());
		icon.setLayoutData(new GridData(SWT.CENTER, SWT.TOP, false, false));
		warning = new Label(banner, SWT.WRAP);
		warning.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		warning.setData("org.pxst.ui.id", "view.warning");
		pages = new Composite(this, SWT.NONE);
		pages.setLayout(stack);
		pages.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		content = new Composite(pages, SWT.NONE);
		content.setLayout(new FillLayout());
		message = new MessagePage(pages, opener);
		stack.topControl = message;
		message.show("", Kind.HINT);
		setWarning("");
	}

	/** Where the content is to be made. */
	public Composite content() {
		return content;
	}

	@Override
	public void showContent(String above) {
		setWarning(above);
		bringUp(content);
	}

	@Override
	public void showMessage(String text, Kind kind) {
		setWarning("");
		message.show(text, kind);
		bringUp(message);
	}

	private void setWarning(String text) {
		GridData data = (GridData) banner.getLayoutData();
		if (text.equals(warning.getText()) && data.exclude == text.isEmpty())
			return;
		warning.setText(text.replace("&", "&&"));
		data.exclude = text.isEmpty();
		banner.setVisible(!text.isEmpty());
		layout(true, true);
	}

	private void bringUp(Control control) {
		if (stack.topControl == control)
			return;
		stack.topControl = control;
		pages.layout();
	}

	@Override
	public ReadQueue queue(OpenScan scan) {
		return scan.queue(this);
	}

	@Override
	public void later(int millis, Runnable action) {
		getDisplay().timerExec(millis, () -> {
			if (!isDisposed())
				action.run();
		});
	}

	@Override
	public boolean setFocus() {
		return stack.topControl == content ? content.setFocus() : message.setFocus();
	}
}
