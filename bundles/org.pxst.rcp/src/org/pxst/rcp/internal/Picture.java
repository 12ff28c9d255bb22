// SPDX-License-Identifier: EPL-2.0
package org.pxst.rcp.internal;

import java.nio.file.Path;
import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/**
 * What a window looks like on the screen. Made in the UI thread, to be used in any.
 *
 * @param data the part of the screen that the window covers
 */
record Picture(ImageData data) {
	/** Takes it. */
	static Picture of(Shell shell) {
		Rectangle area = shell.getBounds().intersection(shell.getDisplay().getPrimaryMonitor().getBounds());
		Image image = new Image(shell.getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
		GC gc = new GC(shell.getDisplay());
		try {
			gc.copyArea(image, area.x, area.y);
			return new Picture(image.getImageData());
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** Whether it is the same to the pixel. */
	boolean looksLike(Picture other) {
		return Arrays.equals(data.data, other.data.data);
	}

	/** Writes it as a PNG file. */
	void save(Path file) {
		ImageLoader loader = new ImageLoader();
		loader.data = new ImageData[] { data };
		loader.save(file.toString(), SWT.IMAGE_PNG);
	}
}
