// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.view.OptionRow;
import org.pxst.ui.view.PageRow;
import org.pxst.ui.view.SummaryText;

/** Both caustics with the movable plane, and beside them the profiles in that plane, the widths, and images of planes. */
final class FocusPanel extends Composite {
	private static final String ID = "org.pxst.ui.id";
	private static final int[] CAUSTICS_AND_PAGES = { 3, 2 };

	private final SummaryText focus;
	private final SummaryText planeText;
	private final CausticViewer causticSs;
	private final CausticViewer causticFs;
	private final Plot profileSs;
	private final Plot profileFs;
	private final WidthsPage widths;
	private final FocalPlanePage images;
	private final AxisPair caustics;
	private final AxisPair profiles;
	private final Button ss;
	private final Button fs;
	private final Button logarithmic;
	private Optional<FocusData> data = Optional.empty();
	/** Chosen by the user, m; NaN for the best focus. */
	private double chosen = Double.NaN;
	private int plane;

	FocusPanel(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		OptionRow options = new OptionRow(this);
		best(options, "focus.best", "Best focus", "Go to the plane with the highest intensity");
		best(options, "focus.best.ss", "Best ss", "Go to the best focus along the slow scan axis");
		best(options, "focus.best.fs", "Best fs", "Go to the best focus along the fast scan axis");
		ss = options.check("focus.ss", "ss", "Show the slow scan axis", true, on -> showAxes(true));
		fs = options.check("focus.fs", "fs", "Show the fast scan axis; in a small view one axis is shown at a time", true,
				on -> showAxes(false));
		logarithmic = options.check("focus.log", "Logarithmic", "Show intensities on a logarithmic scale, in images and profiles",
				false, on -> showScale());
		SashForm halves = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		caustics = new AxisPair(halves);
		causticSs = new CausticViewer(caustics, "ss", this::choose, this::step);
		causticFs = new CausticViewer(caustics, "fs", this::choose, this::step);
		PageRow pages = new PageRow(halves);
		halves.setWeights(CAUSTICS_AND_PAGES);
		profiles = pages.addPage("focus.page.profiles", "Profiles", "Intensity in the plane along both axes", AxisPair::new);
		profileSs = plot("focus.profile.ss");
		profileFs = plot("focus.profile.fs");
		widths = pages.addPage("focus.page.widths", "Widths", "Full width at half maximum along the beam",
				room -> new WidthsPage(room, this::choose));
		images = pages.addPage("focus.page.image", "Focal plane", "Image of the beam in a plane", FocalPlanePage::new);
		focus = new SummaryText(this, "focus.summary",
				"What focus_profile found. Positions are counted from the nominal focus, positive towards the detector.", 3);
		planeText = new SummaryText(this, "focus.plane",
				"The plane of the profiles. Drag the orange line on a caustic, or use the arrow keys there.", 2);
	}

	private void best(OptionRow options, String id, String text, String tooltip) {
		Button button = new Button(options, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(tooltip);
		button.setData(ID, id);
		button.addListener(SWT.Selection, e -> data.ifPresent(d -> choose(switch (id) {
		case "focus.best.ss" -> d.ss().best();
		case "focus.best.fs" -> d.fs().best();
		default -> d.best();
		})));
	}

	private Plot plot(String id) {
		Plot plot = new Plot(profiles);
		plot.setData(ID, id);
		return plot;
	}

	/** Shows what was read; the plane that the user chose stays. */
	void show(FocusContent content) {
		FocusData shown = content.data();
		data = Optional.of(shown);
		focus.setText(FocusSummary.focus(shown));
		causticSs.show(content.causticSs(), shown.ss().best());
		causticFs.show(content.causticFs(), shown.fs().best());
		widths.show(shown);
		images.show(shown.images());
		double place = Double.isFinite(chosen) ? chosen : shown.best();
		showPlane(Double.isFinite(place) ? shown.nearest(place) : shown.planes().length / 2);
	}

	/** Forgets the scan. */
	void clear() {
		data = Optional.empty();
		chosen = Double.NaN;
		profileSs.clear();
		profileFs.clear();
		widths.clear();
	}

	/** Index of the plane whose profiles are shown. */
	int plane() {
		return plane;
	}

	private void choose(double position) {
		if (data.isEmpty() || !Double.isFinite(position))
			return;
		chosen = position;
		showPlane(data.get().nearest(position));
	}

	private void step(int planes) {
		data.ifPresent(d -> {
			int last = d.planes().length - 1;
			int next = (int) Math.max(0, Math.min(last, (long) plane + planes));
			chosen = d.planes()[next];
			showPlane(next);
		});
	}

	private void showPlane(int index) {
		plane = index;
		FocusData d = data.orElseThrow();
		double position = d.planes()[index];
		planeText.setText(FocusSummary.plane(d, index));
		causticSs.setPlane(position);
		causticFs.setPlane(position);
		widths.setPlane(position);
		showProfiles();
	}

	private void showProfiles() {
		data.ifPresent(d -> {
			profileSs.show(new ProfileChart(d.ss(), plane).chart(logarithmic.getSelection()));
			profileFs.show(new ProfileChart(d.fs(), plane).chart(logarithmic.getSelection()));
		});
	}

	private void showScale() {
		causticSs.setLogarithmic(logarithmic.getSelection());
		causticFs.setLogarithmic(logarithmic.getSelection());
		images.setLogarithmic(logarithmic.getSelection());
		showProfiles();
	}

	/** At least one axis stays. */
	private void showAxes(boolean slowChanged) {
		if (!ss.getSelection() && !fs.getSelection())
			(slowChanged ? fs : ss).setSelection(true);
		caustics.show(ss.getSelection(), fs.getSelection());
		profiles.show(ss.getSelection(), fs.getSelection());
	}
}
