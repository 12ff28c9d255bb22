// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.phase.PhaseUnit;
import org.pxst.ui.internal.phase.PhaseUnitChoice;
import org.pxst.ui.internal.phase.PupilAxes;
import org.pxst.ui.internal.phase.RemovalChecks;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.RoomSwitch;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;

/**
 * The Zernike polynomials of the wavefront: coefficients as bars and as a table, and beside them the phase that is made of
 * the terms with a tick, or what they leave of it.
 */
public final class ZernikeView extends ScanView<ZernikeContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.zernike";
	/** Lines of text of a view that has room for all choices. */
	private static final int MORE = 44;
	private static final int[] BARS_AND_IMAGE = { 3, 7 };
	/** Lines of text that there are at least where there is room for the table. */
	private static final int TABLE_BESIDE = 45;
	private static final int TABLE_BELOW = 60;

	private final PupilOverlay pupil = new PupilOverlay();
	private SashForm halves;
	private SashForm terms;
	private ImageViewer viewer;
	private ZernikeBars bars;
	private ZernikeTable table;
	private RemovalChecks removal;
	private SummaryText figures;
	private Optional<ZernikeContent> content = Optional.empty();
	private ZernikeOrder order = ZernikeOrder.INDEX;
	private int selected;
	/** Also read in the background; the removal counts from the first change by the user on. */
	private volatile ZernikeSettings settings = ZernikeSettings.of(PhaseRemoval.all()).with(PhaseUnitChoice.preferred());
	private volatile boolean removalChosen;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		OptionRow main = new OptionRow(parent);
		OptionRow off = new OptionRow(parent);
		halves = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		terms = new SashForm(halves, SWT.VERTICAL | SWT.SMOOTH);
		bars = new ZernikeBars(terms, this::select);
		table = new ZernikeTable(terms, leftOut -> change(new ZernikeSettings(settings.removal(), leftOut, settings.image(),
				settings.unit(), settings.axes())), this::select);
		viewer = new ImageViewer(halves);
		viewer.setData("org.pxst.ui.id", "zernike.image");
		viewer.addOverlay(pupil);
		halves.addControlListener(ControlListener.controlResizedAdapter(e -> arrange()));
		figures = new SummaryText(parent, "zernike.figures", "About the mean over the pupil, all pixels counting the same", 3);
		createOptions(main);
		Button box = main.check("zernike.showTable", "Table", "The terms with their names and coefficients, and which of them are in "
				+ "the sum", false, on -> {
				});
		new RoomSwitch(box, halves, (width, height) -> width >= height ? width >= TABLE_BESIDE : height >= TABLE_BELOW,
				this::showTable);
		createMore(main.more("zernike.more", MORE));
		removal = new RemovalChecks(off, "zernike", chosen -> {
			removalChosen = true;
			change(new ZernikeSettings(chosen, settings.leftOut(), settings.image(), settings.unit(), settings.axes()));
		});
	}

	private void arrange() {
		int wanted = halves.getSize().x >= halves.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL;
		if (halves.getOrientation() == wanted)
			return;
		halves.setOrientation(wanted);
		share();
	}

	private void showTable(boolean shown) {
		terms.setMaximizedControl(shown ? null : bars.control());
		share();
	}

	/** Leaves most of the room to the image, unless the table needs it. */
	private void share() {
		boolean equal = terms.getMaximizedControl() == null || halves.getOrientation() == SWT.HORIZONTAL;
		halves.setWeights(equal ? new int[] { 1, 1 } : BARS_AND_IMAGE);
	}

	private void createOptions(OptionRow row) {
		row.choice("zernike.show", "", "What of the phase the image shows", List.of(ZernikeImage.values()),
				ZernikeImage::title, image -> change(new ZernikeSettings(settings.removal(), settings.leftOut(), image,
						settings.unit(), settings.axes())));
		new PhaseUnitChoice(row, "zernike.unit", "phase and coefficients", unit -> change(settings.with(unit)));
	}

	private void createMore(OptionRow row) {
		row.choice("zernike.axes", "Axes", "What the axes of the image count", List.of(PupilAxes.values()), PupilAxes::title,
				axes -> change(new ZernikeSettings(settings.removal(), settings.leftOut(), settings.image(), settings.unit(),
						axes)));
		row.choice("zernike.order", "Order", "Order of bars and rows: by Noll's index, or the largest first",
				List.of(ZernikeOrder.values()), ZernikeOrder::title, chosen -> {
					order = chosen;
					content.ifPresent(this::showTerms);
				});
		button(row, "zernike.ticks.all", "All", "Take all terms into the sum", true);
		button(row, "zernike.ticks.none", "None", "Take no term into the sum", false);
	}

	private void button(Composite row, String id, String text, String tooltip, boolean ticked) {
		Button button = new Button(row, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData("org.pxst.ui.id", id);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> table.tickAll(ticked)));
	}

	private void change(ZernikeSettings changed) {
		status("");
		settings = changed;
		content.ifPresent(shown -> queue().ifPresent(queue -> queue.submit("sum",
				(reader, monitor) -> shown.model().make(changed, monitor),
				result -> show(new ZernikeContent(shown.model(), result)), problem -> status(problem.message()))));
	}

	private void select(int j) {
		selected = j == selected ? 0 : j;
		content.ifPresent(this::showTerms);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		removalChosen = false;
		selected = 0;
		settings = new ZernikeSettings(settings.removal(), Set.of(), settings.image(), settings.unit(), settings.axes());
	}

	@Override
	protected ZernikeContent read(ScanReader reader, IMonitor monitor) {
		ZernikeModel model = new ZernikeReader(reader).read();
		ZernikeSettings wanted = settings;
		ZernikeSettings used = removalChosen ? wanted
				: new ZernikeSettings(model.asComputed(), wanted.leftOut(), wanted.image(), wanted.unit(), wanted.axes());
		return new ZernikeContent(model, model.make(used, monitor));
	}

	@Override
	protected void show(OpenScan scan, ZernikeContent read) {
		Roi shown = read.model().shown();
		viewer.link(scan.selection(), Plane.DETECTOR, shown.ss0(), shown.fs0());
		pupil.set(read.model().domain(), shown);
		ZernikeSettings wanted = settings;
		if (!removalChosen) {
			wanted = new ZernikeSettings(read.model().asComputed(), wanted.leftOut(), wanted.image(), wanted.unit(), wanted.axes());
			removal.set(wanted.removal());
		}
		settings = wanted;
		show(read);
		// the user may have changed something while the file was read
		if (!read.result().settings().equals(wanted))
			change(wanted);
	}

	private void show(ZernikeContent shown) {
		content = Optional.of(shown);
		viewer.show(shown.result().picture());
		showTerms(shown);
		figures.setText(text(shown));
	}

	private void showTerms(ZernikeContent shown) {
		ZernikeResult result = shown.result();
		List<Integer> indices = order.of(result.coefficients());
		double perRad = result.settings().unit().perRad(shown.model().wavelength());
		bars.show(indices, shown.model().names(), result.coefficients(), result.settings(), perRad, selected);
		table.show(indices, shown.model().names(), result.coefficients(), result.settings(), perRad);
		table.select(selected);
	}

	private static String text(ZernikeContent shown) {
		ZernikeResult result = shown.result();
		PhaseUnit unit = result.settings().unit();
		double perRad = unit.perRad(shown.model().wavelength());
		long left = result.settings().leftOut().stream().filter(j -> j <= shown.model().orders()).count();
		String figures = String.format(Locale.ROOT, "Phase %.4g %s rms \u00b7 %d of %d terms %.4g %s rms \u00b7 they leave %.4g %s rms",
				result.phaseRms() * perRad, unit.symbol(), shown.model().orders() - left, shown.model().orders(),
				result.sumRms() * perRad, unit.symbol(), result.residualRms() * perRad, unit.symbol());
		PhaseRemoval off = result.settings().removal();
		List<String> parts = new ArrayList<>();
		if (off.piston())
			parts.add("piston");
		if (off.tilt())
			parts.add("tilt");
		if (off.defocus())
			parts.add("defocus");
		if (off.astigmatism())
			parts.add("astigmatism");
		return figures + " \u00b7 " + (parts.isEmpty() ? "nothing" : String.join(", ", parts)) + " taken off before the fit";
	}

	@Override
	public void setFocus() {
		viewer.setFocus();
	}
}
