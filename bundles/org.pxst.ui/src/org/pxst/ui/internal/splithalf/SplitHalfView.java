// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.splithalf;

import java.util.Optional;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Widget;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.image.ImageViewer;
import org.pxst.ui.plot.Plot;
import org.pxst.ui.session.OpenScan;
import org.pxst.ui.session.ScanReader;
import org.pxst.ui.session.ScanSelection.Plane;
import org.pxst.ui.view.PageRow;
import org.pxst.ui.view.ScanView;
import org.pxst.ui.view.SummaryText;
import org.pxst.ui.view.TurningSash;

/** How sure the pixel map is: histograms and maps of the difference of two halves of the data (split_half_recon). */
public final class SplitHalfView extends ScanView<SplitHalfContent> {
	/** Id of the view. */
	public static final String ID = "org.pxst.ui.splitHalf";

	private static final String HISTOGRAMS = "splitHalf.histograms";
	private static final String KEY = "org.pxst.ui.id";

	private PageRow pages;
	private Plot histogramSs;
	private Plot histogramFs;
	private ImageViewer mapSs;
	private ImageViewer mapFs;
	private SummaryText summary;

	@Override
	protected void createContent(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		pages = new PageRow(parent);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		pages.addPage(HISTOGRAMS, "Histograms",
				"How many pixels differ by how much between the halves, and the normal distribution as wide as the middle.", room -> {
					TurningSash both = new TurningSash(room);
					histogramSs = named(new Plot(both), "splitHalf.histogram.ss");
					histogramFs = named(new Plot(both), "splitHalf.histogram.fs");
					return both;
				});
		mapSs = named(pages.addPage("splitHalf.ss", "Map ss",
				"Difference along the slow scan axis. It should be noise without structure, stronger where there is less light.",
				ImageViewer::new), "splitHalf.map.ss");
		mapFs = named(pages.addPage("splitHalf.fs", "Map fs",
				"Difference along the fast scan axis. It should be noise without structure, stronger where there is less light.",
				ImageViewer::new), "splitHalf.map.fs");
		summary = new SummaryText(parent, "splitHalf.summary", "", 3);
	}

	private static <W extends Widget> W named(W widget, String id) {
		widget.setData(KEY, id);
		return widget;
	}

	@Override
	protected SplitHalfContent read(ScanReader reader, IMonitor monitor) {
		return new SplitHalfReading(reader).content();
	}

	@Override
	protected void show(OpenScan scan, SplitHalfContent content) {
		show(histogramSs, content.histogramSs());
		show(histogramFs, content.histogramFs());
		pages.setMessage(HISTOGRAMS, content.histogramSs().isEmpty() && content.histogramFs().isEmpty()
				? Optional.of("There are no histograms in this file yet. Run split_half_recon.")
				: Optional.empty());
		mapSs.link(scan.selection(), Plane.DETECTOR, content.region().ss0(), content.region().fs0());
		mapFs.link(scan.selection(), Plane.DETECTOR, content.region().ss0(), content.region().fs0());
		mapSs.show(content.mapSs());
		mapFs.show(content.mapFs());
		summary.setText(content.summary());
	}

	private static void show(Plot plot, Optional<JFreeChart> chart) {
		chart.ifPresentOrElse(plot::show, plot::clear);
	}

	@Override
	protected void scanChanged(Optional<OpenScan> scan) {
		mapSs.link(null, Plane.DETECTOR, 0, 0);
		mapFs.link(null, Plane.DETECTOR, 0, 0);
	}
}
