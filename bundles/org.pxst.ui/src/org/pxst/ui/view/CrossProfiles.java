// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.ui.image.CrossTool;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;

/**
 * An image with a cross that can be dragged, and beside it the profiles of the image through the cross along both axes. In
 * the profiles the cross is a line that can be dragged too. The plots go below the image when there is more room. For the UI
 * thread.
 */
public final class CrossProfiles extends Composite {
	private static final String ID = "org.pxst.ui.id";
	private static final int[] IMAGE_AND_PLOTS = { 2, 1 };
	/** With so much more width than height the plots have more room at the right. */
	private static final double WIDE = 1.3;
	/** Lines of text that the widget is wide or high at least where there is room for plots. */
	private static final double PLOTS_BESIDE = 45;
	private static final double PLOTS_BELOW = 40;
	private static final List<Integer> WIDTHS = List.of(1, 3, 5, 11, 21);

	private final SashForm halves;
	private final ImageViewer viewer;
	private final Composite side;
	private final SashForm plots;
	private final ProfilePlot alongSs;
	private final ProfilePlot alongFs;
	private final Label reading;
	private final CrossTool cross = new CrossTool(0, 0, (ss, fs, finished) -> setPosition(ss, fs));
	private final CopyOnWriteArrayList<Consumer<double[]>> listeners = new CopyOnWriteArrayList<>();
	private Optional<Picture> picture = Optional.empty();
	private Optional<DoubleFunction<String>> formatter = Optional.empty();
	private int width = WIDTHS.get(0);

	/**
	 * @param parent of the widget
	 * @param id     what the ids of its widgets start with: "phase" gives "phase.image", "phase.profile.ss" and so on
	 */
	public CrossProfiles(Composite parent, String id) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		halves = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
		viewer = new ImageViewer(halves);
		viewer.setData(ID, id + ".image");
		side = new Composite(halves, SWT.NONE);
		GridLayout layout = new GridLayout(2, false);
		layout.marginWidth = 0;
		layout.marginHeight = 0;
		side.setLayout(layout);
		plots = new SashForm(side, SWT.VERTICAL | SWT.SMOOTH);
		plots.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
		alongSs = new ProfilePlot(plots, true, row -> setPosition(row, cross.fs()));
		alongFs = new ProfilePlot(plots, false, column -> setPosition(cross.ss(), column));
		alongSs.plot().setData(ID, id + ".profile.ss");
		alongFs.plot().setData(ID, id + ".profile.fs");
		OptionRow options = new OptionRow(side);
		options.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
		options.choice(id + ".profile.width", "",
				"How many rows or columns, around the cross, the profiles are the mean of.", WIDTHS,
				w -> w == 1 ? "1 pixel" : w + " pixels", this::setWidth);
		reading = new Label(side, SWT.WRAP);
		reading.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		reading.setToolTipText("Place of the cross, and the value there.");
		reading.setData(ID, id + ".profile.reading");
		halves.setWeights(IMAGE_AND_PLOTS);
		addControlListener(ControlListener.controlResizedAdapter(e -> arrange()));
	}

	/** The viewer of the image; the left mouse button drags its cross. */
	public ImageViewer viewer() {
		return viewer;
	}

	/** Shows a picture. The cross stays where it is on the axes; outside of the picture it goes to the middle. */
	public void show(Picture newPicture) {
		double[] place = picture.map(old -> place(old, newPicture)).orElse(middle(newPicture));
		picture = Optional.of(newPicture);
		viewer.show(newPicture);
		viewer.setTool(cross);
		alongSs.show(newPicture);
		alongFs.show(newPicture);
		setPosition(place[0], place[1]);
	}

	private double[] place(Picture old, Picture next) {
		if (!old.ss().unit().equals(next.ss().unit()) || !old.fs().unit().equals(next.fs().unit()))
			return middle(next);
		double ss = next.ss().indexOf(old.ss().at(cross.ss()));
		double fs = next.fs().indexOf(old.fs().at(cross.fs()));
		boolean inside = ss >= 0 && ss <= next.rows() - 1 && fs >= 0 && fs <= next.columns() - 1;
		return inside ? new double[] { ss, fs } : middle(next);
	}

	private static double[] middle(Picture picture) {
		return new double[] { (picture.rows() - 1) / 2, (picture.columns() - 1) / 2 };
	}

	/** Shows a text instead of a picture. */
	public void showMessage(String text) {
		viewer.setTool(null);
		viewer.showMessage(text);
		alongSs.clear();
		alongFs.clear();
		reading.setText("");
	}

	/** Where the cross is: row and column of the picture, centres at integers; empty without a picture. */
	public Optional<double[]> position() {
		return picture.map(p -> new double[] { cross.ss(), cross.fs() });
	}

	/** Moves the cross to a row and column; outside of the picture to its rim. */
	public void setPosition(double ss, double fs) {
		if (picture.isEmpty())
			return;
		cross.setPosition(Math.max(0, Math.min(picture.get().rows() - 1.0, ss)),
				Math.max(0, Math.min(picture.get().columns() - 1.0, fs)));
		viewer.redrawOverlays();
		drawProfiles();
		double[] place = { cross.ss(), cross.fs() };
		listeners.forEach(listener -> listener.accept(place.clone()));
	}

	private void setWidth(int newWidth) {
		width = newWidth;
		drawProfiles();
	}

	private void drawProfiles() {
		if (picture.isEmpty() || !profilesVisible())
			return;
		alongSs.cross(cross.ss(), cross.fs(), width);
		alongFs.cross(cross.ss(), cross.fs(), width);
		Picture p = picture.get();
		int i = (int) Math.max(0, Math.min(p.rows() - 1, Math.round(cross.ss())));
		int j = (int) Math.max(0, Math.min(p.columns() - 1, Math.round(cross.fs())));
		float value = p.at(i, j);
		String text = Float.isNaN(value) ? "no value"
				: formatter.map(f -> f.apply(value)).orElseGet(() -> SiPrefix.text(value, p.unit()));
		reading.setText("ss " + SiPrefix.text(p.ss().at(cross.ss()), p.ss().unit()) + ", fs "
				+ SiPrefix.text(p.fs().at(cross.fs()), p.fs().unit()) + ": " + text);
		side.layout();
	}

	/** How the value at the cross is written; as its unit says when null. */
	public void setQuantityFormatter(DoubleFunction<String> newFormatter) {
		formatter = Optional.ofNullable(newFormatter);
		drawProfiles();
	}

	/**
	 * Adds the box to a row by which the user shows or hides the profiles. Until then they are shown as soon as there is room for
	 * them beside an image that is large enough.
	 *
	 * @param id of the box, for tests
	 */
	public void addSwitch(OptionRow row, String id) {
		Button box = row.check(id, "Profiles", "Profiles along both axes through the cross, which can be dragged", false, on -> {
		});
		new RoomSwitch(box, this,
				(width, height) -> width >= WIDE * height ? width >= PLOTS_BESIDE : height >= PLOTS_BELOW, this::setProfilesVisible);
	}

	/** The cross stays. */
	private void setProfilesVisible(boolean visible) {
		side.setVisible(visible);
		halves.setMaximizedControl(visible ? null : viewer);
		drawProfiles();
	}

	private boolean profilesVisible() {
		return halves.getMaximizedControl() == null;
	}

	/** Tells where the cross moves from now on: row and column of the picture. */
	public void addListener(Consumer<double[]> listener) {
		listeners.addIfAbsent(listener);
	}

	/** Tells no more. */
	public void removeListener(Consumer<double[]> listener) {
		listeners.remove(listener);
	}

	/** Puts the plots where there is more room for them: upon each other at the right, or beside each other below. */
	private void arrange() {
		Point size = getSize();
		boolean wide = size.x >= WIDE * size.y;
		if (halves.getOrientation() == (wide ? SWT.HORIZONTAL : SWT.VERTICAL))
			return;
		halves.setOrientation(wide ? SWT.HORIZONTAL : SWT.VERTICAL);
		plots.setOrientation(wide ? SWT.VERTICAL : SWT.HORIZONTAL);
	}

	@Override
	public boolean setFocus() {
		return viewer.setFocus();
	}
}
