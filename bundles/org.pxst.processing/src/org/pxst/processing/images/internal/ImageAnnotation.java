// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.images.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A picture that fills the whole data area of a plot. */
final class ImageAnnotation extends AbstractXYAnnotation {
	private static final long serialVersionUID = 1L;

	private final transient BufferedImage image;

	ImageAnnotation(BufferedImage image) {
		this.image = image;
	}

	@Override
	public void draw(Graphics2D graphics, XYPlot plot, Rectangle2D area, ValueAxis domainAxis, ValueAxis rangeAxis,
			int rendererIndex, PlotRenderingInfo info) {
		int left = (int) Math.round(area.getMinX());
		int top = (int) Math.round(area.getMinY());
		graphics.drawImage(image, left, top, (int) Math.round(area.getMaxX()) - left,
				(int) Math.round(area.getMaxY()) - top, null);
	}
}
