// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.sweep;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.image.Picture;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SiPrefix;
import org.pxst.ui.view.SummaryText;
import org.pxst.ui.view.TurningSash;

/** Score against defocus, and the reference image at the defocus that a cursor chooses (defocus_sweep). */
public final class SweepView extends ScanView<SweepContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.sweep";

	private static final String KEY = "org.pxst.ui.id";

	private Plot plot;
	private PlotCursor ss;
	private PlotCursor fs;
	private ImageViewer image;
	private SummaryText summary;
	private Optional<SweepContent> content = Optional.empty();
	private int shown = -1;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		TurningSash halves = new TurningSash(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
		plot = new Plot(halves);
		plot.setData(KEY, "sweep.plot");
		ss = cursor();
		fs = cursor();
		plot.addClickListener((x, y, stateMask, count) -> clicked(x));
		image = new ImageViewer(halves);
		image.setData(KEY, "sweep.image");
		summary = new SummaryText(parent, "sweep.summary", "", 2);
	}

	private PlotCursor cursor() {
		PlotCursor cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "");
		cursor.setVisible(false);
		cursor.addListener(value -> choose());
		return cursor;
	}

	@Override
	protected SweepContent read(ScanReader reader, IMonitor monitor) {
		return new SweepReading(reader).content();
	}

	@Override
	protected void show(OpenScan scan, SweepContent read) {
		DefocusScores scores = read.scores();
		boolean first = content.isEmpty();
		content = Optional.of(read);
		plot.show(read.chart());
		prepare(ss, scores, scores.isSeparate() ? "ss" : "");
		prepare(fs, scores, "fs");
		fs.setVisible(scores.isSeparate());
		if (first) {
			int start = Math.max(0, scores.best());
			ss.set(scores.ss()[start] / scores.unit());
			fs.set(scores.fs()[start] / scores.unit());
		}
		shown = -1;
		choose();
	}

	private static void prepare(PlotCursor cursor, DefocusScores scores, String name) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (double defocus : scores.ss()) {
			low = Math.min(low, defocus);
			high = Math.max(high, defocus);
		}
		cursor.setLimits(low / scores.unit(), high / scores.unit());
		cursor.setText(value -> (name.isEmpty() ? "" : name + " ") + SiPrefix.text(value * scores.unit(), "m"));
		cursor.setVisible(true);
	}

	/** Moves the cursor, of separate ones the nearer one. */
	private void clicked(double x) {
		if (content.isEmpty())
			return;
		PlotCursor nearer = fs.isVisible() && Math.abs(fs.value() - x) < Math.abs(ss.value() - x) ? fs : ss;
		nearer.set(x);
		choose();
	}

	/** Shows the image of the defocus nearest to the cursors. */
	private void choose() {
		if (content.isEmpty())
			return;
		SweepContent now = content.get();
		DefocusScores scores = now.scores();
		double along = ss.value() * scores.unit();
		int index = scores.nearest(along, scores.isSeparate() ? fs.value() * scores.unit() : along);
		if (index == shown)
			return;
		shown = index;
		summary.setText(now.best() + "\n" + now.at(index));
		queue().ifPresent(queue -> queue.stream("image", (reader, monitor) -> new SweepReading(reader).image(now, index, monitor),
				this::show, problem -> image.showMessage(problem.message())));
	}

	private void show(Picture picture) {
		image.show(picture);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		content = Optional.empty();
		shown = -1;
	}
}
