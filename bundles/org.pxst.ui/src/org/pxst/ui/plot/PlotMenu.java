// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.jfree.chart.JFreeChart;
import org.pxst.ui.plot.PlotExport.Format;

/** The context menu of a chart. */
final class PlotMenu {
	private static final String BUNDLE = "org.pxst.ui";

	private final Plot plot;

	PlotMenu(Plot plot) {
		this.plot = plot;
		MenuManager menu = new MenuManager();
		menu.add(action("&Copy image\tCtrl+C", () -> new PlotCopy(plot).copy()));
		menu.add(new Separator());
		menu.add(action("Export as &PNG...", () -> export(Format.PNG)));
		menu.add(action("Export as &SVG...", () -> export(Format.SVG)));
		menu.add(action("Export points as CS&V...", () -> export(Format.CSV)));
		menu.add(new Separator());
		menu.add(action("&Reset zoom\tF", plot::resetZoom));
		plot.canvas().setMenu(menu.createContextMenu(plot.canvas()));
		menu.addMenuListener(manager -> {
			for (IContributionItem item : menu.getItems())
				if (item instanceof ActionContributionItem contribution)
					contribution.getAction().setEnabled(plot.chart().isPresent());
		});
		plot.addDisposeListener(event -> menu.dispose());
	}

	private static IAction action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	private void export(Format format) {
		FileDialog dialog = new FileDialog(plot.getShell(), SWT.SAVE);
		dialog.setText("Export chart");
		dialog.setFilterExtensions(new String[] { "*" + format.suffix() });
		dialog.setFileName(name() + format.suffix());
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null)
			return;
		plot.export().ifPresent(export -> write(export, Path.of(chosen), format));
	}

	private String name() {
		return plot.chart().map(JFreeChart::getTitle).map(title -> title.getText().replaceAll("[^A-Za-z0-9]+", "_").toLowerCase(Locale.ROOT))
				.filter(name -> !name.isBlank()).orElse("chart");
	}

	private static void write(PlotExport export, Path file, Format format) {
		Job job = new Job("Export " + file.getFileName()) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					export.write(file, format);
					return Status.OK_STATUS;
				} catch (IOException e) {
					return new Status(IStatus.ERROR, BUNDLE,
							"The chart could not be written to " + file + ": " + e.getMessage() + ". Choose another place.", e);
				}
			}
		};
		job.setUser(true);
		job.schedule();
	}
}
