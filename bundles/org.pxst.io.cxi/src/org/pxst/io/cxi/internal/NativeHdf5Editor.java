// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.IMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.EditReport;
import org.pxst.io.cxi.tools.Hdf5Edit;
import org.pxst.io.cxi.tools.Hdf5Editor;

/** Changes files by way of a verified copy. */
@Component
public final class NativeHdf5Editor implements Hdf5Editor {
	private final CxiWriter writer;
	private final RewritePlan.Work work;

	/** @param writer claims files */
	@Activate
	public NativeHdf5Editor(@Reference CxiWriter writer) {
		this(writer, RewriteProcess::run);
	}

	/**
	 * @param writer claims files
	 * @param work   does the HDF5 library's part
	 */
	NativeHdf5Editor(CxiWriter writer, RewritePlan.Work work) {
		this.writer = writer;
		this.work = work;
	}

	@Override
	public EditReport edit(Path file, Hdf5Edit edit, EditOptions options, IMonitor monitor) {
		LinkChange change;
		try (ScanContents contents = new ScanContents(file)) {
			change = contents.change(edit, options);
		}
		return run(file, change, false, options, monitor);
	}

	@Override
	public EditReport write(Path file, CxiDataset dataset, EditOptions options) {
		boolean isNew = !Files.exists(file);
		if (!isNew)
			try (ScanContents contents = new ScanContents(file)) {
				contents.requireWritable(dataset.path(), options);
			}
		return WritingWork.run(file, () -> {
			long before = isNew ? 0 : Files.size(file);
			if (isNew && !options.dryRun())
				writer.write(file, "/", List.of(dataset));
			else if (!options.dryRun())
				writer.addTo(file, "/", List.of(dataset));
			return new EditReport(file, List.of(), before, options.dryRun() ? before : Files.size(file));
		});
	}

	@Override
	public EditReport clean(Path file, EditOptions options, IMonitor monitor) {
		Hdf5Header.check(file);
		return run(file, LinkChange.none(), true, options, monitor);
	}

	@Override
	public EditReport wipe(Path file, List<String> keep, EditOptions options, IMonitor monitor) {
		LinkChange change;
		try (ScanContents contents = new ScanContents(file)) {
			Set<String> removed = new LinkedHashSet<>(keep.isEmpty() ? contents.results() : contents.allBut(keep));
			contents.requireNoItem(removed, options);
			change = LinkChange.removal(removed);
		}
		return run(file, change, true, options, monitor);
	}

	private EditReport run(Path file, LinkChange change, boolean compact, EditOptions options, IMonitor monitor) {
		Optional<Path> output = options.output().filter(other -> !isSame(file, other));
		output.ifPresent(other -> requireFree(other, options.overwrite()));
		List<String> removed = change.removed().stream().filter(path -> !change.isMove() || !change.from().equals(Optional.of(path)))
				.sorted().toList();
		return WritingWork.run(output.orElse(file), () -> {
			Path source = file.toRealPath();
			Path target = output.isPresent() ? realTarget(output.get()) : source;
			if (options.dryRun())
				return new EditReport(target, removed, Files.size(source), Files.size(source));
			// only who changes the file itself needs the right to write into it
			CxiClaim claim = output.isPresent() ? null : writer.claim(file);
			try {
				long before = Files.size(source);
				new RewrittenFile(source, target, change, compact, work, monitor::isCancelled).make();
				return new EditReport(target, removed, before, Files.size(target));
			} finally {
				if (claim != null)
					claim.close();
			}
		});
	}

	private static Path realTarget(Path output) throws IOException {
		return Files.exists(output) ? output.toRealPath() : output.toAbsolutePath();
	}

	private static boolean isSame(Path file, Path other) {
		try {
			return Files.exists(other) && Files.isSameFile(file, other);
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be compared with " + other + " (" + Reason.of(e) + ")", e);
		}
	}

	private static void requireFree(Path output, boolean overwrite) {
		if (Files.isDirectory(output))
			throw new InvalidDataException(output + ": is a directory; name a file in it");
		if (Files.exists(output) && !overwrite)
			throw new InvalidDataException(output + ": exists; name another file, or give --overwrite to replace it");
		Path directory = output.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory))
			throw new InvalidDataException(output + ": there is no directory " + directory + "; create it first or name another one");
	}
}
