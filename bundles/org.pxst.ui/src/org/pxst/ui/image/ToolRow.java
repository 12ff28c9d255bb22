// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.ToolBar;

/** Tool bars beside each other; in several rows where that does not fit. A bar that is too wide has a chevron. */
final class ToolRow extends Composite {
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

	private static final class Wrapping extends Layout {
		@Override
		protected Point computeSize(Composite row, int width, int height, boolean changed) {
			return place(row, width == SWT.DEFAULT ? Integer.MAX_VALUE : width, false);
		}

		@Override
		protected void layout(Composite row, boolean changed) {
			place(row, row.getClientArea().width, true);
		}

		private static Point place(Composite row, int width, boolean move) {
			List<Control> bars = Arrays.stream(row.getChildren()).filter(c -> !(c instanceof ToolBar b) || b.getItemCount() > 0)
					.toList();
			int x = 0;
			int y = 0;
			int line = 0;
			int widest = 0;
			for (Control bar : bars) {
				Point size = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
				if (x > 0 && x + size.x > width) {
					y += line;
					x = 0;
					line = 0;
				}
				if (move)
					bar.setBounds(new Rectangle(x, y, Math.min(width, size.x), size.y));
				x += size.x;
				line = Math.max(line, size.y);
				widest = Math.max(widest, x);
			}
			if (move)
				for (Control bar : row.getChildren())
					if (!bars.contains(bar))
						bar.setBounds(0, 0, 0, 0);
			return new Point(widest, y + line);
		}
	}
}
