// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.newscan;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.pxst.processing.charts.DefocusScores;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.internal.edit.WrapRow;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.plot.PlotCursor;
import org.pxst.ui.view.SiPrefix;
import org.pxst.ui.view.TurningSash;

/** The score of one defocus after the other with a line that chooses one, and the reference image there. For the UI thread. */
final class SweepPart {
	private final WorkBar work;
	private final Plot plot;
	private final PlotCursor cursor;
	private final ImageViewer image;
	private Optional<Sweep> sweep = Optional.empty();
	private int shown = -1;

	/**
	 * @param parent with a grid of one column
	 * @param above  with a grid, for what it does just now
	 * @param chosen gets the defocus in m that the user moves the line to
	 */
	SweepPart(Composite parent, Composite above, DoubleConsumer chosen) {
		work = new WorkBar(above, "new.sweep.work");
		work.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
		TurningSash halves = new TurningSash(parent);
		halves.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
		plot = WrapRow.named(new Plot(halves), "new.sweep.plot");
		cursor = plot.addCursor(PlotCursor.Orientation.VERTICAL, "");
		cursor.addListener(value -> sweep.ifPresent(found -> moved(value * found.scores().unit(), chosen)));
		plot.addClickListener((x, y, stateMask, count) -> sweep.ifPresent(found -> {
			cursor.set(x);
			moved(x * found.scores().unit(), chosen);
		}));
		image = WrapRow.named(new ImageViewer(halves), "new.sweep.image");
		clear();
	}

	private void moved(double defocus, DoubleConsumer chosen) {
		show(defocus);
		chosen.accept(defocus);
	}

	/** Forgets what was found, and stops what is being done. */
	void clear() {
		work.drop();
		sweep = Optional.empty();
		shown = -1;
		plot.clear();
		cursor.setVisible(false);
		image.showMessage("The reference image at the chosen defocus comes here, when the defocus sweep is done.");
	}

	/** Sweeps. */
	void start(Function<IMonitor, Sweep> task, Runnable ended) {
		work.start("Defocus sweep", task, found -> {
			take(found);
			ended.run();
		}, what -> {
			image.showMessage(what);
			ended.run();
		});
	}

	private void take(Sweep found) {
		sweep = Optional.of(found);
		DefocusScores scores = found.scores();
		plot.show(scores.chart(""));
		cursor.setText(value -> SiPrefix.text(value * scores.unit(), "m"));
		cursor.setLimits(Arrays.stream(scores.ss()).min().orElseThrow() / scores.unit(),
				Arrays.stream(scores.ss()).max().orElseThrow() / scores.unit());
		cursor.setVisible(true);
		if (scores.best() >= 0)
			set(scores.ss()[scores.best()]);
	}

	/** Moves the line to a defocus in m, and shows the image there. */
	void set(double defocus) {
		sweep.ifPresent(found -> {
			cursor.set(defocus / found.scores().unit());
			show(defocus);
		});
	}

	private void show(double defocus) {
		sweep.ifPresent(found -> {
			int nearest = found.scores().nearest(defocus, defocus);
			if (nearest == shown)
				return;
			shown = nearest;
			image.show(found.picture(nearest));
		});
	}
}
