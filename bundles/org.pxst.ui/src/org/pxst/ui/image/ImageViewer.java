// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.image;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.internal.preferences.Preference;
import org.pxst.ui.session.ScanSelection;

/**
 * Shows a {@link Picture} with axes, colour bar, histogram, tool bar and read-out. All methods are for the UI thread and
 * quick: colours are made in the background, the newest picture wins.
 * <p>
 * Mouse: the wheel zooms about the pointer, dragging with the left button pans (unless a tool is set; the middle one always
 * does), dragging with Ctrl zooms to a rectangle, a double click shows all.
 */
public class ImageViewer extends Composite {
	/** Parts around the picture. */
	public enum Part {
		/** Buttons at the top. */
		TOOLBAR,
		/** Colour bar with histogram at the right. */
		HISTOGRAM,
		/** A line of text at the bottom. */
		READOUT
	}

	private final ImageCanvas image;
	private final CanvasMouse mouse;
	private final LinkedCursor linked;
	private final ViewerBars bars;
	private final ViewerActions actions;
	private final Map<Picture.Colours, ColourMaps> chosen = new EnumMap<>(Picture.Colours.class);
	private final CopyOnWriteArrayList<Consumer<Levels>> levelsListeners = new CopyOnWriteArrayList<>();
	private ImageStyle style = new ImageStyle(ColourMaps.VIRIDIS, false, LevelsChoice.AUTOMATIC, List.of());
	private Levels levels = new Levels(0, 1);
	private long number;

	/** With all parts. */
	public ImageViewer(Composite parent) {
		this(parent, EnumSet.allOf(Part.class));
	}

	/** @param parts around the picture */
	public ImageViewer(Composite parent, Set<Part> parts) {
		super(parent, SWT.NONE);
		setBackgroundMode(SWT.INHERIT_DEFAULT);
		actions = new ViewerActions(this);
		bars = new ViewerBars(this, parts, actions);
		image = new ImageCanvas(this, this::rendered);
		bars.createRest(image);
		mouse = new CanvasMouse(image);
		linked = new LinkedCursor(image);
		mouse.addListener(linked::mouseMoved);
		mouse.addListener(bars::mouseMoved);
		image.setFront(mouse::paint, linked::paint);
		new CanvasKeys(image, mouse, actions);
		actions.createMenu(image.control());
		Preference.COLOURS.follow(this, () -> picture().ifPresent(shown -> setStyle(style.withMap(mapFor(shown.colours())))));
	}

	/**
	 * Shows a picture. Zoom, levels and colours stay as the user has set them as long as shape and quantity do.
	 *
	 * @param picture its values must not be changed afterwards
	 */
	public void show(Picture picture) {
		Optional<Picture> former = image.picture();
		boolean alike = former.filter(p -> p.quantity().equals(picture.quantity()) && p.unit().equals(picture.unit())
				&& p.colours() == picture.colours()).isPresent();
		if (!alike) {
			style = style.withMap(mapFor(picture.colours()));
			if (style.levels().fixed().isPresent() && former.isPresent())
				style = style.withLevels(LevelsChoice.AUTOMATIC);
			image.forgetHistogramRange();
		}
		image.show(picture, style, ++number);
		actions.update();
		bars.pictureChanged();
		// the colour bar is as wide as the shape of the picture leaves room for
		if (former.filter(p -> p.rows() == picture.rows() && p.columns() == picture.columns() && p.aspect() == picture.aspect())
				.isEmpty())
			layout();
	}

	/** What the user has chosen in this viewer, else what is preferred for intensities, or suits other pictures. */
	private ColourMaps mapFor(Picture.Colours colours) {
		ColourMaps usual = colours == Picture.Colours.SEQUENTIAL ? Preference.COLOURS.choice(ColourMaps.class)
				: ColourMaps.suiting(colours);
		return chosen.getOrDefault(colours, usual);
	}

	/** Shows a text instead of a picture. */
	public void showMessage(String text) {
		image.showMessage(text);
		bars.pictureChanged();
		actions.update();
	}

	/** The picture that is shown or being coloured; empty when there is a message. */
	public Optional<Picture> picture() {
		return image.picture();
	}

	private void rendered(Rendering rendering) {
		Levels former = levels;
		levels = rendering.scale().levels();
		bars.rendered(rendering);
		if (!levels.equals(former))
			levelsListeners.forEach(l -> l.accept(levels));
	}

	private void setStyle(ImageStyle newStyle) {
		style = newStyle;
		image.setStyle(newStyle);
		actions.update();
	}

	/** How pictures are shown now. */
	public ImageStyle style() {
		return style;
	}

	/** Marks pixels on top of the picture; those layers that do not have its number of pixels are left out. */
	public void setLayers(List<Layer> layers) {
		setStyle(style.withLayers(layers));
	}

	/** Draws something over the picture from now on. */
	public void addOverlay(Overlay overlay) {
		image.overlays().add(Objects.requireNonNull(overlay));
		redrawOverlays();
	}

	/** Draws it no more. */
	public void removeOverlay(Overlay overlay) {
		image.overlays().remove(overlay);
		redrawOverlays();
	}

	/** Draws overlays and the tool again, because they changed. */
	public void redrawOverlays() {
		image.control().redraw();
	}

	/** Gives the left mouse button to a tool; null takes it back. */
	public void setTool(ImageTool tool) {
		mouse.setTool(tool);
	}

	/** The tool that has the left mouse button. */
	public Optional<ImageTool> tool() {
		return mouse.tool();
	}

	/** Chooses colours, for all pictures of the same kind. */
	public void setColourMap(ColourMaps map) {
		image.picture().ifPresent(p -> chosen.put(p.colours(), map));
		setStyle(style.withMap(map));
	}

	/** The colours. */
	public ColourMaps colourMap() {
		return style.map();
	}

	/** Whether colours follow the logarithm. */
	public void setLogarithmic(boolean logarithmic) {
		image.forgetHistogramRange();
		setStyle(style.withLogarithmic(logarithmic));
	}

	/** Chooses levels, for all pictures. */
	public void setLevels(LevelsChoice choice) {
		if (choice.fixed().isEmpty())
			image.forgetHistogramRange();
		setStyle(style.withLevels(choice));
	}

	/** The levels of the picture that was coloured last. */
	public Levels levels() {
		return levels;
	}

	/** How levels are chosen. */
	public LevelsChoice levelsChoice() {
		return style.levels();
	}

	/** Shows the whole picture, and does so when the size changes. */
	public void fit() {
		image.viewportRule().fit();
		image.refresh();
	}

	/** Shows one pixel of the picture as one of the screen, along the fast scan axis. */
	public void showUnscaled() {
		Viewport viewport = image.viewport();
		image.layout().ifPresent(
				layout -> mouse.zoom(1 / viewport.scaleX(), layout.room().x + layout.room().width / 2.0,
						layout.room().y + layout.room().height / 2.0));
	}

	/** Shows a part of the picture as large as fits; the edges of pixel i are i - 0.5 and i + 0.5. */
	public void setView(double ss0, double ss1, double fs0, double fs1) {
		image.viewportRule().setRegion(ss0, ss1, fs0, fs1);
		image.refresh();
	}

	/** Where pixels are on the canvas at present. */
	public ImageTransform transform() {
		return image.viewport();
	}

	/**
	 * Links the cursor with those of other viewers.
	 *
	 * @param selection what knows the cursor; null unlinks
	 * @param plane     in which the picture lies
	 * @param offsetSs  row of the plane that the picture's row 0 is
	 * @param offsetFs  column of the plane that the picture's column 0 is
	 */
	public void link(ScanSelection selection, ScanSelection.Plane plane, double offsetSs, double offsetFs) {
		linked.link(selection, plane, offsetSs, offsetFs);
	}

	/** Hears where the mouse is: (ss, fs); empty when it is not on the picture. */
	public void addCursorListener(Consumer<Optional<double[]>> listener) {
		mouse.addListener(listener);
	}

	/** Hears of other levels in force. */
	public void addLevelsListener(Consumer<Levels> listener) {
		levelsListeners.add(listener);
	}

	/** For buttons of the view, before those of the viewer. Call its update(true) afterwards. */
	public ToolBarManager toolBar() {
		return bars.viewToolBar();
	}

	/** The context menu of the picture. */
	public MenuManager contextMenu() {
		return actions.menu();
	}

	/** How many pictures had been shown when the one on the canvas was. */
	public long rendered() {
		return image.painted();
	}

	/** CPU time in ns that colouring pictures has taken so far, outside the UI thread. */
	public long effort() {
		return image.effort();
	}

	/** Where the picture is painted. */
	public Canvas canvas() {
		return image.control();
	}

	/** @param text from (ss, fs), added to the read-out */
	public void setReadout(Function<double[], String> text) {
		bars.setReadout(text);
	}

	/**
	 * What is seen, as an image that the caller disposes.
	 *
	 * @param axes whether with axes and colour bar
	 * @return empty when there is no picture
	 */
	public Optional<Image> snapshot(boolean axes) {
		Optional<Image> seen = image.snapshot(axes);
		return axes ? seen.map(bars::withColours) : seen;
	}

	ImageCanvas image() {
		return image;
	}

	@Override
	public boolean setFocus() {
		return image.control().setFocus();
	}
}
