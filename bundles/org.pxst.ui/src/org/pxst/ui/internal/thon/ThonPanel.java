// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.thon;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.pxst.core.initial.Defocus;
import org.pxst.core.scan.Geometry;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.SummaryText;

/** Spectrum with the ellipses of the dark rings, profile over the ellipses, and what follows from them in words. */
final class ThonPanel extends Composite {
	/** Width over height from which on there is room for the plot beside the spectrum. */
	private static final double WIDE = 1.5;
	private static final double MILLIMETRE = 1e-3;
	private static final double MICROMETRE = 1e-6;

	private final SummaryText summary;
	private final ImageViewer viewer;
	private final Plot plot;
	private final Button power;
	private final Button half;
	private final Button ellipses;
	private final Button allRound;
	private Optional<EllipseOverlay> overlay = Optional.empty();
	private Optional<ThonData> data = Optional.empty();

	ThonPanel(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		OptionRow options = new OptionRow(this);
		power = options.check("thon.power", "Background", "Show the power spectrum with its background, instead of the rings alone",
				false, on -> showPicture());
		half = options.check("thon.half", "Fit at right", "Show the fitted rings in the right half of the picture, instead of the data",
				false, on -> showPicture());
		ellipses = options.check("thon.ellipses", "Ellipses", "Draw the dark rings of the fit on the right half of the picture", true,
				on -> showEllipses());
		allRound = options.check("thon.allRound", "All round", "Draw the dark rings on the left half too", false,
				on -> showEllipses());
		SashForm sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		viewer = new ImageViewer(sash);
		viewer.setData("org.pxst.ui.id", "thon.image");
		viewer.setReadout(this::readout);
		plot = new Plot(sash);
		plot.setData("org.pxst.ui.id", "thon.profile");
		sash.setWeights(2, 1);
		sash.addListener(SWT.Resize, e -> sash.setOrientation(
				sash.getClientArea().width < WIDE * sash.getClientArea().height ? SWT.VERTICAL : SWT.HORIZONTAL));
		summary = new SummaryText(this, "thon.summary", "What fit_thon_rings found. Defocus: focus to sample; astigmatism: half of "
				+ "ss - fs. The uncertainty is that of noise, background and \u03b2 / \u03b4 together.", 3);
	}

	/** Shows what was read. */
	void show(ThonData content) {
		data = Optional.of(content);
		summary.setText(new ThonSummary(content).text());
		plot.show(ThonProfileChart.of(content));
		showPicture();
		showEllipses();
	}

	/** Forgets the scan. */
	void clear() {
		data = Optional.empty();
		summary.setText("");
		plot.clear();
		showEllipses();
	}

	/** The ellipses on the picture. */
	Optional<EllipseOverlay> ellipses() {
		return overlay;
	}

	private void showPicture() {
		half.setEnabled(!power.getSelection());
		data.ifPresent(d -> {
			if (power.getSelection()) {
				viewer.show(picture("Power spectrum", "power spectrum of the contrast", d.power()));
				viewer.setLogarithmic(true);
			} else {
				viewer.setLogarithmic(false);
				viewer.show(picture("Thon rings", "ln of power, no background",
						half.getSelection() ? d.flattened().withRightHalf(d.fitted()) : d.flattened()));
			}
		});
	}

	private static Picture picture(String title, String quantity, Spectrum s) {
		return new Picture(title, s.rows(), s.columns(), s.values(),
				new Picture.Axis("detector frequency ss", "1/mm", s.ss(0) * MILLIMETRE, s.stepSs() * MILLIMETRE),
				new Picture.Axis("detector frequency fs", "1/mm", s.fs(0) * MILLIMETRE, s.stepFs() * MILLIMETRE), quantity, "",
				Picture.Colours.SEQUENTIAL);
	}

	private void showEllipses() {
		overlay.ifPresent(viewer::removeOverlay);
		ellipses.setEnabled(data.flatMap(ThonData::rings).isPresent());
		allRound.setEnabled(ellipses.isEnabled() && ellipses.getSelection());
		overlay = data.filter(d -> ellipses.getSelection())
				.flatMap(d -> d.rings().map(r -> new EllipseOverlay(r, d.fitted(), allRound.getSelection())));
		overlay.ifPresent(viewer::addOverlay);
		viewer.redrawOverlays();
	}

	/** Number of the ring and frequency on the sample under the mouse. */
	private String readout(double[] pixel) {
		if (data.isEmpty() || data.get().rings().isEmpty())
			return "";
		Spectrum spectrum = data.get().power();
		double ss = spectrum.ss(pixel[0]);
		double fs = spectrum.fs(pixel[1]);
		String ring = String.format(Locale.ROOT, "ring %.2f", data.get().rings().get().ring(ss, fs));
		return data.get().defocus().map(d -> ring + ", " + onSample(d, data.get().geometry().orElseThrow(), ss, fs)).orElse(ring);
	}

	private static String onSample(Defocus defocus, Geometry geometry, double ss, double fs) {
		double z2 = geometry.sampleToDetector(defocus.mean());
		double frequency = Math.hypot((1 + z2 / defocus.ss()) * ss, (1 + z2 / defocus.fs()) * fs);
		return String.format(Locale.ROOT, "%.3g 1/\u00b5m on the sample", frequency * MICROMETRE);
	}
}
