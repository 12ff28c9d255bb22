// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.ToolBar;

/**
 * Tool bars beside each other; in several rows where that does not fit. Where there is no height for that, those that do not
 * fit are left out: the context menu of the picture has the same.
 */
final class ToolRow extends Composite {
	/** Lines of text from which on there is height for several rows. */
	private static final int HIGH = 24;

	private final TextExtents extents = new TextExtents(this);

	ToolRow(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(new Wrapping());
	}

	/** A new tool bar at the end. */
	ToolBarManager add() {
		ToolBarManager manager = new ToolBarManager(SWT.FLAT | SWT.WRAP | SWT.RIGHT) {
			@Override
			public void update(boolean force) {
				super.update(force);
				if (getControl() != null && !getControl().isDisposed())
					getControl().requestLayout();
			}
		};
		manager.createControl(this);
		addDisposeListener(e -> manager.dispose());
		return manager;
	}

	private boolean isHigh() {
		return getParent().getSize().y >= HIGH * extents.extent("0").y;
	}

	private static final class Wrapping extends Layout {
		@Override
		protected Point computeSize(Composite row, int width, int height, boolean changed) {
			return place((ToolRow) row, width == SWT.DEFAULT ? Integer.MAX_VALUE : width, false);
		}

		@Override
		protected void layout(Composite row, boolean changed) {
			place((ToolRow) row, row.getClientArea().width, true);
		}

		private static Point place(ToolRow row, int width, boolean move) {
			boolean high = row.isHigh();
			int x = 0;
			int y = 0;
			int line = 0;
			int widest = 0;
			for (Control bar : row.getChildren()) {
				Point size = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
				boolean fits = x == 0 || x + size.x <= width;
				boolean shown = (fits || high) && !(bar instanceof ToolBar b && b.getItemCount() == 0);
				if (shown && !fits) {
					y += line;
					x = 0;
					line = 0;
				}
				if (move)
					bar.setBounds(shown ? new Rectangle(x, y, Math.min(width, size.x), size.y) : new Rectangle(0, 0, 0, 0));
				if (!shown)
					continue;
				x += size.x;
				line = Math.max(line, size.y);
				widest = Math.max(widest, x);
			}
			return new Point(widest, y + line);
		}
	}
}
