// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.report.internal;

import java.awt.image.BufferedImage;
import java.util.Base64;

import org.pxst.processing.images.internal.Png;

/**
 * A picture on the page.
 *
 * @param title   what it is
 * @param caption what one should look at
 * @param png     the picture
 * @param width   in points
 * @param height  in points
 */
record Figure(String title, String caption, byte[] png, int width, int height) {
	/** A picture of more points takes the whole width of the page. */
	private static final int HALF = 640;

	static Figure of(String title, String caption, BufferedImage image, int density) {
		return new Figure(title, caption, Png.bytes(image), image.getWidth() / density, image.getHeight() / density);
	}

	void addTo(Html html) {
		html.open("figure", "class", width > HALF ? "wide" : "half");
		html.element("h3", title);
		html.open("img", "alt", title + ". " + caption, "width", Integer.toString(width), "height", Integer.toString(height),
				"src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
		html.element("figcaption", caption);
		html.close("figure");
	}
}
