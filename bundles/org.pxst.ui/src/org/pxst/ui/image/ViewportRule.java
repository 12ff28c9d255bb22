// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import org.eclipse.swt.graphics.Rectangle;

/** Decides where the picture is on the canvas: as large as fits until the user zooms, then where the user put it. */
final class ViewportRule {
	/** Pictures that are longer than this many times their width fill the canvas in both directions. */
	private static final double LONGEST = 12;
	private static final int PASSES = 3;

	private Viewport viewport = new Viewport(0, 0, 1, 1);
	private Picture picture;
	private boolean fitted = true;
	private Region wanted;

	private record Region(double ss0, double ss1, double fs0, double fs1) {
	}

	Viewport viewport() {
		return viewport;
	}

	boolean isFitted() {
		return fitted;
	}

	/** @param fit whether to forget the zoom */
	void setPicture(Picture newPicture, boolean fit) {
		picture = newPicture;
		if (fit)
			fit();
	}

	/** The whole picture at the next layout. */
	void fit() {
		fitted = true;
		wanted = null;
	}

	/** Puts the picture somewhere. */
	void set(Viewport newViewport) {
		viewport = newViewport;
		fitted = false;
		wanted = null;
	}

	/** A part of the picture, as large as fits, at the next layout. */
	void setRegion(double ss0, double ss1, double fs0, double fs1) {
		fitted = false;
		wanted = new Region(Math.min(ss0, ss1), Math.max(ss0, ss1), Math.min(fs0, fs1), Math.max(fs0, fs1));
	}

	/** Height of a picture pixel on the canvas divided by its width; 0 when it does not matter. */
	double aspect() {
		double shape = picture.rows() * picture.aspect() / picture.columns();
		return shape > LONGEST || shape < 1 / LONGEST ? 0 : picture.aspect();
	}

	/** Lays out the canvas and moves the picture where it is to be. */
	CanvasLayout layout(Picture shown, int width, int height, CanvasLayout.Font font) {
		CanvasLayout layout = CanvasLayout.of(shown, viewport, width, height, font);
		if (!fitted && wanted == null)
			return layout;
		Region region = fitted ? new Region(-0.5, shown.rows() - 0.5, -0.5, shown.columns() - 0.5) : wanted;
		// axes take room depending on what is seen
		for (int pass = 0; pass < PASSES; pass++) {
			Rectangle room = layout.room();
			viewport = Viewport.fitting(region.ss0, region.ss1, region.fs0, region.fs1, aspect(), room.x, room.y,
					room.width, room.height);
			layout = CanvasLayout.of(shown, viewport, width, height, font);
		}
		wanted = null;
		return layout;
	}
}
