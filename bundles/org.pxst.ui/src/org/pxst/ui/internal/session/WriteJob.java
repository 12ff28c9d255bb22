// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.session;

import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.FileInUseException;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.config.HandEdit;
import org.pxst.ui.session.OpenScan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into a scan's file in the background. */
final class WriteJob extends Job {
	/** All jobs that write, for whoever has to wait for them. */
	static final Object FAMILY = WriteJob.class;

	private static final Logger LOG = LoggerFactory.getLogger(WriteJob.class);
	private static final String NOT_STARTED = "Writing was cancelled before it began; nothing was written.";
	private static final int LARGEST_ELEMENT = 8;

	private final CxiWriter writer;
	private final Hdf5Viewer viewer;
	private final Path file;
	private final String group;
	private final List<? extends CxiContent> content;
	private volatile String outcome = NOT_STARTED;

	/**
	 * @param writer  writes
	 * @param viewer  reads after which step this is
	 * @param file    into which file
	 * @param group   absolute path of the group that relative paths are in
	 * @param content what
	 * @param what    the same in a word
	 */
	WriteJob(CxiWriter writer, Hdf5Viewer viewer, Path file, String group, List<? extends CxiContent> content, String what) {
		super("Writing " + what + " into " + file.getFileName());
		this.writer = writer;
		this.viewer = viewer;
		this.file = file;
		this.group = group;
		this.content = List.copyOf(content);
	}

	/** Why it was not written, "" when it was. */
	String outcome() {
		return outcome;
	}

	@Override
	public boolean belongsTo(Object family) {
		return family == FAMILY;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(getName(), IProgressMonitor.UNKNOWN);
		try {
			Optional<String> obstacle = writer.obstacle(file, size());
			if (obstacle.isPresent()) {
				outcome = file + ": cannot be written: " + obstacle.get();
			} else {
				writer.addTo(file, group, marked());
				outcome = "";
			}
		} catch (FileInUseException e) {
			LOG.debug("{}: not written", file, e);
			outcome = file + " is being written by " + e.holder();
		} catch (PxstException e) {
			LOG.debug("{}: not written", file, e);
			outcome = e.getMessage();
		} catch (RuntimeException | OutOfMemoryError e) {
			LOG.error("{}: writing failed", file, e);
			outcome = file + ": cannot be written (" + e + "); the log has the details";
		} finally {
			monitor.done();
		}
		// who asked for it tells the user
		return Status.OK_STATUS;
	}

	/** So that steps know that what they read was edited after they were run; copies of results are not edited. */
	private List<? extends CxiContent> marked() {
		if (!group.equals(OpenScan.RESULTS))
			return content;
		try (Hdf5View view = viewer.open(file)) {
			return HandEdit.marked(content, view, OpenScan.RESULTS);
		}
	}

	private long size() {
		return content.stream().mapToLong(item -> item instanceof CxiDataset dataset
				? (long) LARGEST_ELEMENT * Array.getLength(dataset.values()) : 0).sum();
	}
}
