// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;

/** What is around the picture: tool bars, colour bar, read-out. */
final class ViewerBars {
	private final ImageViewer viewer;
	private final Set<ImageViewer.Part> parts;
	private final ToolRow row;
	private final ToolBarManager viewTools;
	private LevelsBar levels;
	private Label readout;
	private ImageCanvas image;
	private Optional<double[]> place = Optional.empty();
	private Function<double[], String> more = p -> "";

	ViewerBars(ImageViewer viewer, Set<ImageViewer.Part> parts, ViewerActions actions) {
		this.viewer = viewer;
		this.parts = Set.copyOf(parts);
		row = new ToolRow(viewer);
		viewTools = row.add();
		if (parts.contains(ImageViewer.Part.TOOLBAR))
			actions.fill(row.add(), row.add());
	}

	/** The canvas is between the tool bars and the rest. */
	void createRest(ImageCanvas canvas) {
		image = canvas;
		if (parts.contains(ImageViewer.Part.HISTOGRAM)) {
			levels = new LevelsBar(viewer);
			new LevelsMouse(viewer, levels);
		}
		if (parts.contains(ImageViewer.Part.READOUT)) {
			readout = new Label(viewer, SWT.NONE);
			readout.setData("org.pxst.ui.id", "image.readout");
			readout.setToolTipText("Pixel, position and value under the mouse");
		}
		viewer.setLayout(new ViewerLayout(row, image, Optional.ofNullable(levels), Optional.ofNullable(readout)));
	}

	ToolBarManager viewToolBar() {
		return viewTools;
	}

	void setReadout(Function<double[], String> text) {
		more = text;
		read();
	}

	void mouseMoved(Optional<double[]> newPlace) {
		place = newPlace;
		read();
	}

	void pictureChanged() {
		if (levels != null && image.picture().isEmpty())
			levels.clear();
		read();
	}

	void rendered(Rendering rendering) {
		if (levels != null && levels.show(rendering))
			viewer.layout();
	}

	/** Adds the colour bar to an image of the canvas; disposes that when it makes another. */
	Image withColours(Image seen) {
		if (levels == null || !levels.control().isVisible())
			return seen;
		Rectangle left = seen.getBounds();
		Point bar = levels.control().getSize();
		Image both = new Image(seen.getDevice(), left.width + bar.x, Math.max(left.height, bar.y));
		Image right = new Image(seen.getDevice(), bar.x, bar.y);
		GC gc = new GC(right);
		levels.paint(gc);
		gc.dispose();
		gc = new GC(both);
		gc.drawImage(seen, 0, 0);
		gc.drawImage(right, left.width, 0);
		gc.dispose();
		right.dispose();
		seen.dispose();
		return both;
	}

	private void read() {
		if (readout == null)
			return;
		String text = image.picture().flatMap(picture -> place.map(p -> {
			String pixel = Readout.of(picture, p[0], p[1]);
			String other = pixel.isEmpty() ? "" : more.apply(p);
			return other.isEmpty() ? pixel : pixel + " \u2502 " + other;
		})).orElse("");
		if (!text.equals(readout.getText()))
			readout.setText(text);
	}
}
