// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.pipeline;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.internal.pipeline.StepStatus.Kind;

/** The state of a step as a sign, told apart by shape as well as by colour. */
final class StateIcon extends Canvas {
	private static final int SIZE = 16;
	private static final int MARGIN = 2;
	// Okabe and Ito's colours, which the colour blind can tell apart
	private static final Color GREEN = new Color(0, 158, 115);
	private static final Color ORANGE = new Color(230, 159, 0);
	private static final Color BLUE = new Color(0, 114, 178);
	private static final Color VERMILION = new Color(213, 94, 0);

	private Kind kind = Kind.MISSING;

	StateIcon(Composite parent) {
		super(parent, SWT.NO_FOCUS);
		addPaintListener(event -> paint(event.gc));
	}

	void setKind(Kind newKind) {
		if (kind == newKind)
			return;
		kind = newKind;
		redraw();
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		return new Point(SIZE, SIZE);
	}

	private void paint(GC gc) {
		gc.setAntialias(SWT.ON);
		gc.setLineWidth(2);
		int far = SIZE - 2 * MARGIN;
		int middle = SIZE / 2;
		switch (kind) {
		case MISSING -> {
			gc.setForeground(getForeground());
			gc.setAlpha(120);
			gc.drawOval(MARGIN + 1, MARGIN + 1, far - 2, far - 2);
		}
		case DONE -> {
			gc.setForeground(GREEN);
			gc.drawPolyline(new int[] { MARGIN, middle, middle - 2, SIZE - MARGIN - 2, SIZE - MARGIN, MARGIN + 1 });
		}
		case STALE -> {
			gc.setForeground(ORANGE);
			gc.drawPolygon(new int[] { middle, MARGIN, SIZE - MARGIN, SIZE - MARGIN, MARGIN, SIZE - MARGIN });
			gc.drawLine(middle, MARGIN + 5, middle, SIZE - MARGIN - 3);
		}
		case WAITING -> {
			gc.setBackground(BLUE);
			for (int k = -1; k <= 1; k++)
				gc.fillOval(middle - 2 + 5 * k, middle - 2, 4, 4);
		}
		case RUNNING -> {
			gc.setBackground(BLUE);
			gc.fillPolygon(new int[] { MARGIN + 1, MARGIN, SIZE - MARGIN, middle, MARGIN + 1, SIZE - MARGIN });
		}
		case FAILED -> {
			gc.setForeground(VERMILION);
			gc.drawLine(MARGIN + 1, MARGIN + 1, SIZE - MARGIN - 1, SIZE - MARGIN - 1);
			gc.drawLine(SIZE - MARGIN - 1, MARGIN + 1, MARGIN + 1, SIZE - MARGIN - 1);
		}
		}
	}
}
