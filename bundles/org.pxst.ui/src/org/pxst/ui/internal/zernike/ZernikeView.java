// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.zernike;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.pxst.core.phase.PhaseRemoval;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.phase.PhaseUnit;
import org.pxst.ui.internal.phase.PupilAxes;
import org.pxst.ui.internal.phase.RemovalChecks;
import org.pxst.ui.internal.phase.TallContent;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.ScanView;

/**
 * The Zernike polynomials of the wavefront: coefficients as bars and as a table, and beside them the phase that is made of
 * the terms with a tick, or what they leave of it.
 */
public final class ZernikeView extends ScanView<ZernikeContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.zernike";
	private static final int[] CHART_AND_IMAGE = { 3, 2 };
	private static final int[] BARS_AND_TABLE = { 3, 2 };
	private static final int LEAST_HEIGHT = 330;

	private final PupilOverlay pupil = new PupilOverlay();
	private TallContent tall;
	private ImageViewer viewer;
	private ZernikeBars bars;
	private ZernikeTable table;
	private RemovalChecks removal;
	private Label figures;
	private Optional<ZernikeContent> content = Optional.empty();
	private ZernikeOrder order = ZernikeOrder.INDEX;
	private int selected;
	/** Also read in the background; the removal counts from the first change by the user on. */
	private volatile ZernikeSettings settings = ZernikeSettings.of(PhaseRemoval.all());
	private volatile boolean removalChosen;

	@Override
	protected void createContent(Composite parent) {
		tall = new TallContent(parent);
		createOptions(tall.column());
		SashForm halves = new SashForm(tall.column(), SWT.HORIZONTAL | SWT.SMOOTH);
		TallContent.fill(halves, LEAST_HEIGHT);
		SashForm terms = new SashForm(halves, SWT.VERTICAL | SWT.SMOOTH);
		bars = new ZernikeBars(terms, this::select);
		table = new ZernikeTable(terms, leftOut -> change(new ZernikeSettings(settings.removal(), leftOut, settings.image(),
				settings.unit(), settings.axes())), this::select);
		terms.setWeights(BARS_AND_TABLE);
		viewer = new ImageViewer(halves);
		viewer.setData("org.pxst.ui.id", "zernike.image");
		viewer.addOverlay(pupil);
		halves.setWeights(CHART_AND_IMAGE);
		halves.addControlListener(ControlListener.controlResizedAdapter(
				e -> halves.setOrientation(halves.getSize().x >= halves.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL)));
		figures = new Label(tall.column(), SWT.WRAP);
		figures.setData("org.pxst.ui.id", "zernike.figures");
		figures.setToolTipText("About the mean over the pupil, all pixels counting the same");
		figures.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
	}

	private void createOptions(Composite parent) {
		OptionRow row = new OptionRow(parent);
		row.choice("zernike.show", "Show", "What of the phase the image shows", List.of(ZernikeImage.values()),
				ZernikeImage::title, image -> change(new ZernikeSettings(settings.removal(), settings.leftOut(), image,
						settings.unit(), settings.axes())));
		row.choice("zernike.unit", "Unit", "Unit of phase and coefficients: radians, wavelengths (2 pi rad), or optical path in nm",
				List.of(PhaseUnit.values()), PhaseUnit::symbol, unit -> change(new ZernikeSettings(settings.removal(),
						settings.leftOut(), settings.image(), unit, settings.axes())));
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
		removal = new RemovalChecks(row, "zernike", chosen -> {
			removalChosen = true;
			change(new ZernikeSettings(chosen, settings.leftOut(), settings.image(), settings.unit(), settings.axes()));
		});
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
		String text = text(shown);
		if (!text.equals(figures.getText())) {
			figures.setText(text);
			tall.layout();
		}
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
