// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.awt.image.BufferedImage;

/** A whole picture in colours, pixel by pixel. */
final class ColouredPicture {
	private final Picture picture;
	private final ImageStyle style;
	private final ValueScale scale;

	ColouredPicture(Picture picture, ImageStyle style) {
		this.picture = picture;
		this.style = style;
		scale = LevelsRule.scale(picture, style, new Statistics(picture.values()));
	}

	/** From the first to the last colour. */
	ValueScale scale() {
		return scale;
	}

	/** Transparent where there is neither a value nor a mark. */
	BufferedImage image() {
		int rows = picture.rows();
		int columns = picture.columns();
		byte[] rgb = new byte[3 * columns];
		BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
		PictureRenderer renderer = new PictureRenderer();
		int[] table = style.map().table();
		for (int i = 0; i < rows; i++) {
			renderer.render(picture, scale, table, style.layers(),
					new PictureRenderer.View(new Viewport(0, 0, 1, 1), 0, i, columns, 1, 0xffffff, 0xffffff), rgb);
			for (int j = 0; j < columns; j++) {
				int colour = (rgb[3 * j] & 0xff) << 16 | (rgb[3 * j + 1] & 0xff) << 8 | rgb[3 * j + 2] & 0xff;
				boolean seen = Float.isFinite(picture.at(i, j)) || isMarked(i * columns + j);
				image.setRGB(j, i, seen ? 0xff000000 | colour : 0);
			}
		}
		return image;
	}

	private boolean isMarked(int index) {
		for (Layer layer : style.layers())
			if (layer.marked().length == picture.values().length && layer.marked()[index])
				return true;
		return false;
	}
}
