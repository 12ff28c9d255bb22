// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.pxst.ui.image.ImageTransform;
import org.pxst.ui.image.Overlay;

/** The fitted dark rings on a spectrum, in its right half or all around. */
public final class EllipseOverlay implements Overlay {
	/** Okabe and Ito's orange, on a dark seam so that it stands out on bright colours too. */
	private static final Color LINE = new Color(0xe6, 0x9f, 0x00);
	private static final Color SEAM = new Color(0x20, 0x20, 0x20);
	private static final int POINTS = 360;

	private final Spectrum spectrum;
	private final boolean allRound;
	private final List<double[][]> ellipses = new ArrayList<>();

	/**
	 * @param rings    the rings
	 * @param spectrum what they lie on; rings outside the frequencies with values are left out
	 * @param allRound whether also over the left half
	 */
	EllipseOverlay(Rings rings, Spectrum spectrum, boolean allRound) {
		this.spectrum = spectrum;
		this.allRound = allRound;
		double last = 0;
		for (int k = 0; k < spectrum.values().length; k++)
			if (Float.isFinite(spectrum.values()[k]))
				last = Math.max(last, rings.ring(spectrum.ss(k / spectrum.columns()), spectrum.fs(k % spectrum.columns())));
		for (int k = 1; rings.dark(k) <= last; k++)
			ellipses.add(rings.ellipse(rings.dark(k), POINTS));
	}

	/** Number of ellipses. */
	public int count() {
		return ellipses.size();
	}

	@Override
	public void paint(GC gc, ImageTransform transform) {
		for (double[][] ellipse : ellipses) {
			int[] line = line(ellipse, transform);
			gc.setAlpha(110);
			gc.setForeground(SEAM);
			gc.setLineWidth(3);
			gc.drawPolyline(line);
			gc.setAlpha(255);
			gc.setForeground(LINE);
			gc.setLineWidth(1);
			gc.setLineStyle(SWT.LINE_SOLID);
			gc.drawPolyline(line);
		}
	}

	/** From the lower end of the right half round to the upper one, or back to the start. */
	private int[] line(double[][] ellipse, ImageTransform transform) {
		int count = allRound ? POINTS + 1 : POINTS / 2 + 1;
		int[] line = new int[2 * count];
		for (int k = 0; k < count; k++) {
			int point = (k + POINTS * 3 / 4) % POINTS;
			line[2 * k] = (int) Math.round(transform.x(spectrum.column(ellipse[1][point])));
			line[2 * k + 1] = (int) Math.round(transform.y(spectrum.row(ellipse[0][point])));
		}
		return line;
	}
}
