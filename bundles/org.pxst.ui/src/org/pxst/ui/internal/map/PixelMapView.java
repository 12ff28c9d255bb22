// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.map;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;

/** The pixel map: what the lens does to the image, as images of shifts and as arrows. */
public final class PixelMapView extends ScanView<PixelMapView.Content> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.pixelMap";

	private static final List<Integer> DENSITIES = List.of(12, 16, 24, 32, 48);
	private static final int USUAL_DENSITY = 24;
	private final QuiverOverlay quiver = new QuiverOverlay();
	private OptionRow options;
	private ImageViewer viewer;
	private Combo density;
	private SummaryText summary;
	private Optional<MapContent> content = Optional.empty();
	private Optional<OpenScan> shown = Optional.empty();
	/** Chosen in the UI thread, read by the background. */
	private volatile MapChoice choice = new MapChoice(ShownMap.ALONG_SS, Subtraction.IDENTITY, MapUnit.REFERENCE_PIXELS,
			USUAL_DENSITY);

	/**
	 * What was read.
	 *
	 * @param map   the pixel map with what belongs to it
	 * @param scene what is to be seen of it
	 */
	record Content(MapContent map, MapScene scene) {
	}

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		options = new OptionRow(parent);
		options.choice("pixelMap.shown", "",
				"A component of the shift as an image, its length, or arrows on a grid. Each arrow is the mean over its cell.",
				List.of(ShownMap.values()), ShownMap::text, value -> choose(choice.with(value)));
		options.choice("pixelMap.subtraction", "",
				lines(Stream.of(Subtraction.values()).map(s -> s.text() + ": " + s.description())), List.of(Subtraction.values()),
				s -> "minus " + s.text(), value -> choose(choice.with(value)));
		options.choice("pixelMap.unit", "", lines(Stream.of(MapUnit.values()).map(u -> u.text() + ": " + u.description())),
				List.of(MapUnit.values()), MapUnit::text, value -> choose(choice.with(value)));
		density = options.choice("pixelMap.density", "Arrows", "Arrows along the longer side of the region of interest.",
				DENSITIES, String::valueOf, value -> choose(choice.with(value)));
		density.select(DENSITIES.indexOf(USUAL_DENSITY));
		options.setShown(density, false);
		viewer = new ImageViewer(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer);
		viewer.setData("org.pxst.ui.id", "pixelMap.image");
		viewer.addOverlay(quiver);
		summary = new SummaryText(parent, "pixelMap.summary",
				"Root mean square, smallest and largest value of what is shown; of the lengths of the shifts when arrows are.", 2);
	}

	private static String lines(Stream<String> texts) {
		return texts.collect(Collectors.joining("\n"));
	}

	@Override
	protected Content read(ScanReader reader, IMonitor monitor) {
		MapChoice wanted = choice;
		MapContent read = new MapContent(reader);
		return new Content(read, read.scene(wanted));
	}

	@Override
	protected void show(OpenScan scan, Content read) {
		content = Optional.of(read.map());
		shown = Optional.of(scan);
		show(read.scene());
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		shown = Optional.empty();
		viewer.link(null, Plane.DETECTOR, 0, 0);
	}

	private void choose(MapChoice newChoice) {
		choice = newChoice;
		options.setShown(density, newChoice.shown().hasArrows());
		if (content.isEmpty())
			return;
		MapContent map = content.get();
		queue().ifPresent(queue -> queue.submit("scene", (reader, monitor) -> map.scene(newChoice), this::show,
				problem -> viewer.showMessage(problem.message())));
	}

	private void show(MapScene scene) {
		shown.ifPresent(
				scan -> viewer.link(scan.selection(), Plane.DETECTOR, scene.region().ss0(), scene.region().fs0()));
		quiver.show(scene.arrows(), scene.unit());
		scene.picture().ifPresentOrElse(viewer::show, () -> viewer.showMessage(scene.message()));
		viewer.redrawOverlays();
		summary.setText(scene.summary());
	}
}
