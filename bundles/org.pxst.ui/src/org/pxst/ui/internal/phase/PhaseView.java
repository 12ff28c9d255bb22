// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.phase;

import java.util.List;
import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.LevelsChoice;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.CrossProfiles;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;

/**
 * The wavefront: phase and ray angles as images with contour lines and profiles through a cross, with low orders taken off or
 * put back, and the figures of what is left.
 */
public final class PhaseView extends ScanView<PhaseContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.phase";
	/** Lines of text of a view that has room for all choices. */
	private static final int MORE = 36;

	private final ContourOverlay contours = new ContourOverlay();
	private CrossProfiles profiles;
	private RemovalChecks removal;
	private Button wrapped;
	private SummaryText figures;
	private Optional<PhaseContent> content = Optional.empty();
	/** How levels were chosen before the phase was wrapped. */
	private Optional<LevelsChoice> openLevels = Optional.empty();
	/** Also read in the background; the removal counts from the first change by the user on. */
	private volatile PhaseSettings settings = PhaseSettings.of(PhaseRemoval.standard()).with(PhaseUnitChoice.preferred());
	private volatile boolean removalChosen;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		OptionRow main = new OptionRow(parent);
		OptionRow off = new OptionRow(parent);
		profiles = new CrossProfiles(parent, "phase");
		GridDataFactory.fillDefaults().grab(true, true).applyTo(profiles);
		profiles.viewer().addOverlay(contours);
		figures = new SummaryText(parent, "phase.figures", "Over the good pixels of the region of interest, as in the report. All "
				+ "pixels count the same; weighted: by the light of the whitefield.\nThe Strehl ratio is about exp(-rms\u00b2) up to an "
				+ "rms of 1 rad; beyond that see focus_profile.\nOff: what was taken off, tilt and astigmatism along ss and fs.", 3);
		createOptions(main);
		profiles.addSwitch(main, "phase.profiles");
		createMore(main.more("phase.more", MORE));
		removal = new RemovalChecks(off, "phase", chosen -> {
			removalChosen = true;
			change(settings.with(chosen));
		});
		wrapped = off.check("phase.wrapped", "Wrapped", "Show the phase between -pi and pi, as it would be measured by interference",
				false, on -> change(new PhaseSettings(settings.quantity(), settings.unit(), on, settings.removal(),
						settings.axes(), settings.contours())));
	}

	private void createOptions(OptionRow row) {
		row.choice("phase.quantity", "", "The phase, or the angles of the rays: lambda / 2 pi times its slope, or as the pixel map "
				+ "has them", List.of(PhaseQuantity.values()), PhaseQuantity::title,
				quantity -> change(new PhaseSettings(quantity, settings.unit(), settings.wrapped(), settings.removal(),
						settings.axes(), settings.contours())));
		new PhaseUnitChoice(row, "phase.unit", "phase", unit -> change(settings.with(unit)));
	}

	private void createMore(OptionRow row) {
		row.choice("phase.axes", "Axes", "What the axes count: position on the detector from the middle of the frame, detector "
				+ "pixels, or angle at the focus", List.of(PupilAxes.values()), PupilAxes::title,
				axes -> change(new PhaseSettings(settings.quantity(), settings.unit(), settings.wrapped(), settings.removal(), axes,
						settings.contours())));
		new ContourChoice(row, "phase.contours", step -> change(new PhaseSettings(settings.quantity(), settings.unit(),
				settings.wrapped(), settings.removal(), settings.axes(), step)),
				() -> status("The distance of contour lines must be automatic, none, or a number above 0."));
	}

	private void change(PhaseSettings changed) {
		status("");
		settings = changed;
		wrapped.setEnabled(changed.quantity() == PhaseQuantity.PHASE);
		content.ifPresent(shown -> queue().ifPresent(queue -> queue.submit("map",
				(reader, monitor) -> shown.maker().make(changed, monitor), map -> show(shown, map),
				problem -> status(problem.message()))));
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		removalChosen = false;
		contours.set(List.of());
	}

	@Override
	protected PhaseContent read(ScanReader reader, IMonitor monitor) {
		PhaseMapMaker maker = new PhaseMapMaker(new PhaseReader(reader).read());
		PhaseSettings used = removalChosen ? settings : settings.with(maker.data().asComputed());
		return new PhaseContent(maker, maker.make(used, monitor));
	}

	@Override
	protected void show(OpenScan scan, PhaseContent read) {
		content = Optional.of(read);
		Roi part = read.maker().data().part();
		profiles.viewer().link(scan.selection(), Plane.DETECTOR, part.ss0(), part.fs0());
		if (!removalChosen) {
			settings = settings.with(read.map().settings().removal());
			removal.set(settings.removal());
		}
		show(read, read.map());
		// the user may have changed something while the file was read
		if (!read.map().settings().equals(settings))
			change(settings);
	}

	private void show(PhaseContent of, PhaseMap map) {
		contours.set(map.contours());
		Optional<double[]> cross = profiles.viewer().picture().filter(old -> old.rows() == map.picture().rows()
				&& old.columns() == map.picture().columns()).flatMap(old -> profiles.position());
		setPeriod(map);
		profiles.show(map.picture());
		// other axes are no reason to move it
		cross.ifPresent(place -> profiles.setPosition(place[0], place[1]));
		figures.setText(new FiguresText(of.maker().data()).of(map));
	}

	/** Gives the whole period to the colours while the phase is wrapped, whatever its unit. */
	private void setPeriod(PhaseMap map) {
		ImageViewer viewer = profiles.viewer();
		if (map.settings().isWrapped()) {
			double half = Math.PI * map.settings().unit().perRad(content.orElseThrow().maker().data().plane().wavelength());
			if (openLevels.isEmpty())
				openLevels = Optional.of(viewer.levelsChoice());
			viewer.setLevels(LevelsChoice.fixed(-half, half));
		} else {
			openLevels.ifPresent(viewer::setLevels);
			openLevels = Optional.empty();
		}
	}

	/** The image, for tests. */
	public ImageViewer viewer() {
		return profiles.viewer();
	}

	/** Number of contour lines on the image, for tests. */
	public int contourLines() {
		return contours.count();
	}

	@Override
	public void setFocus() {
		profiles.viewer().setFocus();
	}
}
