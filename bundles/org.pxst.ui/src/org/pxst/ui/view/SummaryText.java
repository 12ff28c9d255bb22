// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;

/**
 * What a view says in words, in a few lines across it so that the room is left to the picture; all of it is in the tooltip. Its
 * parent has a grid of one column. For the UI thread.
 */
public final class SummaryText extends Composite {
	private static final int INDENT = 6;

	private final Label label;
	private final String about;
	private final int lines;

	/**
	 * @param parent with a grid of one column
	 * @param id     of the label, for tests
	 * @param about  what it is about, for the tooltip
	 * @param lines  that are seen at most
	 */
	public SummaryText(Composite parent, String id, String about, int lines) {
		super(parent, SWT.NONE);
		this.about = about;
		this.lines = lines;
		label = new Label(this, SWT.WRAP);
		label.setData("org.pxst.ui.id", id);
		label.setToolTipText(about);
		setLayout(new FewLines());
		setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
	}

	/** Shows another text. */
	public void setText(String text) {
		if (text.equals(label.getText()))
			return;
		label.setText(text);
		label.setToolTipText(text.isEmpty() || about.isEmpty() ? about + text : about + "\n\n" + text);
		// that takes far longer than all else here, and texts may come twice a second
		Point size = getSize();
		if (height(size.x) != size.y)
			getParent().layout();
	}

	/** As high as the text needs to be, up to so many lines. */
	private int height(int width) {
		TextLayout layout = new TextLayout(getDisplay());
		layout.setFont(label.getFont());
		layout.setText(label.getText());
		layout.setWidth(Math.max(1, width - 2 * INDENT));
		int height = layout.getBounds().height;
		layout.dispose();
		return Math.min(height, lines * lineHeight());
	}

	private int lineHeight() {
		GC gc = new GC(label);
		int height = gc.textExtent("0").y;
		gc.dispose();
		return height;
	}

	/** Less than the text needs when that is long. */
	private final class FewLines extends Layout {
		@Override
		protected Point computeSize(Composite text, int width, int height, boolean changed) {
			if (width == SWT.DEFAULT)
				return new Point(2 * INDENT, lineHeight());
			return new Point(width, height(width));
		}

		@Override
		protected void layout(Composite text, boolean changed) {
			Point size = getSize();
			label.setBounds(INDENT, 0, Math.max(0, size.x - 2 * INDENT), size.y);
		}
	}
}
