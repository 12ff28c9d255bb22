// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.tree;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.plot.Plot;

/** A data set as image, plot, table or text, of which one is on screen. Each is made when it is needed. */
final class DataPages extends Composite {
	private static final String ID = "org.pxst.ui.id";

	private final StackLayout stack = new StackLayout();
	private ImageViewer image;
	private Plot plot;
	private DataTable table;
	private Text text;

	DataPages(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(stack);
	}

	/** Shows what was read. */
	void show(DataContent.Shown shown) {
		if (shown instanceof DataContent.Image picture) {
			bringUp(image());
			image.show(picture.picture());
		} else if (shown instanceof DataContent.Curves curves) {
			bringUp(plot());
			plot.show(CurveChart.of(curves));
		} else if (shown instanceof DataContent.Page page) {
			bringUp(table().widget());
			table.show(page);
		} else if (shown instanceof DataContent.Words words) {
			bringUp(text());
			text.setText(words.text());
		}
	}

	private ImageViewer image() {
		if (image == null) {
			image = new ImageViewer(this);
			image.setData(ID, "data.image");
		}
		return image;
	}

	private Plot plot() {
		if (plot == null) {
			plot = new Plot(this);
			plot.setData(ID, "data.plot");
		}
		return plot;
	}

	private DataTable table() {
		if (table == null)
			table = new DataTable(this);
		return table;
	}

	private Text text() {
		if (text == null) {
			text = new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.WRAP);
			text.setFont(JFaceResources.getTextFont());
			text.setToolTipText("The values of the data set");
			text.setData(ID, "data.text");
		}
		return text;
	}

	private void bringUp(Control control) {
		if (stack.topControl == control)
			return;
		stack.topControl = control;
		layout();
	}

	@Override
	public boolean setFocus() {
		return stack.topControl != null && stack.topControl.setFocus();
	}
}
