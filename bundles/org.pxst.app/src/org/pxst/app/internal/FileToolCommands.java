// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.io.cxi.tools.ResultExporter;
import org.pxst.processing.report.ReportWriter;

import picocli.CommandLine;

/** The commands that look at HDF5 files and change them. */
@Component(service = FileToolCommands.class)
public final class FileToolCommands {
	private final Hdf5Viewer viewer;
	private final Hdf5Editor editor;
	private final ArrayFiles arrays;
	private final ResultExporter exporter;
	private final ReportWriter reports;

	/**
	 * @param viewer   opens files to look at them
	 * @param editor   changes files
	 * @param arrays   reads values from other files
	 * @param exporter writes results for other programs
	 * @param reports  writes results for people
	 */
	@Activate
	public FileToolCommands(@Reference Hdf5Viewer viewer, @Reference Hdf5Editor editor, @Reference ArrayFiles arrays,
			@Reference ResultExporter exporter, @Reference ReportWriter reports) {
		this.viewer = viewer;
		this.editor = editor;
		this.arrays = arrays;
		this.exporter = exporter;
		this.reports = reports;
	}

	/**
	 * Adds the commands.
	 *
	 * @param line     the command line
	 * @param terminal where they print
	 */
	void addTo(CommandLine line, Terminal terminal) {
		line.addSubcommand(new ShowCommand(viewer, terminal)) //
				.addSubcommand(new WriteH5Command(editor, arrays, terminal))
				.addSubcommand(new H5OperationsCommand(editor, terminal))
				.addSubcommand(new CleanCxiCommand(editor, terminal)) //
				.addSubcommand(new WipeCxiCommand(editor, terminal)) //
				.addSubcommand(new ExportCommand(exporter, terminal)) //
				.addSubcommand(new ReportCommand(reports, terminal));
	}
}
