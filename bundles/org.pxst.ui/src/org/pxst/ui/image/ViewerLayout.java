// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Layout;

/**
 * Tool bars above, the read-out below, and between them the picture with the colour bar right beside it: together they are in
 * the middle of the room as long as the whole picture is shown. Sizes are in lines of text.
 */
final class ViewerLayout extends Layout {
	/** With less room the colour bar is left out. */
	private static final int LEAST_WIDTH = 14;
	private static final int LEAST_HEIGHT = 7;
	/** With less width the histogram is left out. */
	private static final int NARROW = 24;
	/** With more width the histogram stays, even where the picture were larger without. */
	private static final int WIDE = 40;
	private static final int USUAL_HEIGHT = 10;

	private final Control tools;
	private final ImageCanvas image;
	private final Optional<LevelsBar> levels;
	private final Optional<Label> readout;
	private Rectangle middle = new Rectangle(0, 0, 0, 0);
	private int barWidth;

	ViewerLayout(Control tools, ImageCanvas image, Optional<LevelsBar> levels, Optional<Label> readout) {
		this.tools = tools;
		this.image = image;
		this.levels = levels;
		this.readout = readout;
		image.setArranged(this::arrange);
	}

	private int around(int width) {
		return tools.computeSize(width, SWT.DEFAULT).y + readoutHeight();
	}

	private int readoutHeight() {
		return readout.map(label -> label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y).orElse(0);
	}

	@Override
	protected Point computeSize(Composite viewer, int width, int height, boolean changed) {
		int line = image.lineHeight();
		return new Point(width == SWT.DEFAULT ? NARROW * line : width,
				height == SWT.DEFAULT ? around(width) + USUAL_HEIGHT * line : height);
	}

	@Override
	protected void layout(Composite viewer, boolean changed) {
		Rectangle all = viewer.getClientArea();
		int top = tools.computeSize(all.width, SWT.DEFAULT).y;
		int bottom = Math.max(top, all.height - readoutHeight());
		tools.setBounds(0, 0, all.width, top);
		readout.ifPresent(label -> label.setBounds(0, bottom, all.width, all.height - bottom));
		middle = new Rectangle(0, top, all.width, bottom - top);
		barWidth = levels.map(bar -> barWidth(bar, all)).orElse(0);
		image.setRoom(Math.max(0, middle.width - barWidth), middle.height);
		arrange();
	}

	private int barWidth(LevelsBar bar, Rectangle all) {
		int line = image.lineHeight();
		boolean shown = all.width >= LEAST_WIDTH * line && all.height >= LEAST_HEIGHT * line;
		bar.control().setVisible(shown);
		if (!shown)
			return 0;
		bar.setNarrow(all.width < NARROW * line);
		if (all.width < WIDE * line && image.needsWidth(middle.width - bar.width(), middle.height))
			bar.setNarrow(true);
		return bar.width();
	}

	/** Moves the colour bar to the picture, wherever that is now. */
	private void arrange() {
		int width = levels.isPresent() && barWidth > 0 ? image.extent() : middle.width;
		image.control().setBounds(middle.x, middle.y, width, middle.height);
		levels.filter(bar -> barWidth > 0).ifPresent(bar -> {
			bar.control().setBounds(middle.x + width, middle.y, barWidth, middle.height);
			image.layout().ifPresent(layout -> bar.setSpan(layout.picture().y, layout.picture().height));
		});
	}
}
