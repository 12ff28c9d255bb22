// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Viewers of pictures of one shape, side by side: zooming or moving one of them does the same to the others. For the UI
 * thread.
 */
public final class LinkedViews {
	private final List<ImageViewer> viewers;
	private boolean following;

	/** @param viewers as long as they live */
	public LinkedViews(List<ImageViewer> viewers) {
		this.viewers = List.copyOf(viewers);
		for (ImageViewer viewer : this.viewers)
			viewer.image().setMoved(() -> follow(viewer));
	}

	private void follow(ImageViewer leader) {
		if (following)
			return;
		following = true;
		for (ImageViewer viewer : viewers)
			if (viewer != leader && isAlike(leader, viewer))
				take(leader.image(), viewer.image());
		following = false;
	}

	private static boolean isAlike(ImageViewer a, ImageViewer b) {
		Optional<Picture> one = a.picture();
		return !b.isDisposed() && one.isPresent()
				&& b.picture().filter(p -> p.rows() == one.get().rows() && p.columns() == one.get().columns()).isPresent();
	}

	/** The same scale, and the same pixel in the middle. */
	private static void take(ImageCanvas from, ImageCanvas to) {
		if (from.viewportRule().isFitted()) {
			if (to.viewportRule().isFitted())
				return;
			to.viewportRule().fit();
		} else {
			if (from.layout().isEmpty() || to.layout().isEmpty())
				return;
			Rectangle room = from.layout().get().room();
			Viewport viewport = from.viewport();
			double ss = viewport.ss(room.y + room.height / 2.0);
			double fs = viewport.fs(room.x + room.width / 2.0);
			Rectangle other = to.layout().get().room();
			to.viewportRule().set(new Viewport(other.x + other.width / 2.0 - (fs + 0.5) * viewport.scaleX(),
					other.y + other.height / 2.0 - (ss + 0.5) * viewport.scaleY(), viewport.scaleX(), viewport.scaleY()));
		}
		to.refresh();
	}
}
