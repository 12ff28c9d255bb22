// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.january.IMonitor;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.pxst.compute.ComputeDevices;
import org.pxst.core.scan.Mask;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.Hdf5Editor;
import org.pxst.io.cxi.tools.Hdf5Viewer;
import org.pxst.processing.step.StepCatalogue;
import org.pxst.processing.step.StepRunner;
import org.pxst.ui.internal.commands.Service;
import org.pxst.ui.internal.edit.Background;

/** Takes masks from elsewhere, and writes them elsewhere, in jobs. For the UI thread. */
final class MaskTaking {
	private final Control owner;
	private final Background background;
	private final Consumer<String> messages;

	/**
	 * @param owner    its window has the dialogs
	 * @param messages gets what was done
	 */
	MaskTaking(Control owner, Background background, Consumer<String> messages) {
		this.owner = owner;
		this.background = background;
		this.messages = messages;
	}

	/** A mask that a file has. */
	private record Found(List<MaskFile.Candidate> candidates, MaskMeaning guess) {
	}

	/** Finds the automatic mask of a scan. */
	void automatic(Path file, Consumer<Mask> taken) {
		background.start("Finding bad pixels of " + file.getFileName(), monitor -> automatic(file, monitor), taken);
	}

	private static Mask automatic(Path file, IMonitor monitor) {
		Mask[] found = new Mask[1];
		Service.call(StepCatalogue.class, steps -> Service.call(StepRunner.class, runner -> Service.call(ComputeDevices.class,
				devices -> found[0] = new AutomaticMask(steps, runner, devices).find(file, monitor))));
		return found[0];
	}

	/** Asks for a file with a mask. */
	Optional<Path> chooseImport() {
		FileDialog dialog = new FileDialog(owner.getShell(), SWT.OPEN);
		dialog.setText("Import a mask");
		dialog.setFilterNames(new String[] { "Masks (npy, tif, csv, HDF5)", "All files" });
		dialog.setFilterExtensions(new String[] { MaskFile.EXTENSIONS, "*" });
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** Imports the mask that is in a file; asks what its numbers mean. */
	void importFrom(Path file, int rows, int columns, Consumer<Mask> taken) {
		background.start("Reading " + file.getFileName(), monitor -> with(file, masks -> {
			List<MaskFile.Candidate> candidates = masks.candidates(rows, columns);
			MaskFile.Candidate first = candidates.get(0);
			return new Found(candidates,
					first.flags() ? MaskMeaning.NONZERO_GOOD : MaskMeaning.guess(masks.read(first).values()));
		}), found -> ask(file, found, rows, columns, taken));
	}

	private void ask(Path file, Found found, int rows, int columns, Consumer<Mask> taken) {
		MaskImportDialog dialog = new MaskImportDialog(owner.getShell(), file.getFileName().toString(), found.candidates(),
				found.guess());
		if (dialog.open() != Window.OK)
			return;
		MaskFile.Candidate candidate = dialog.candidate();
		MaskMeaning meaning = dialog.meaning();
		background.start("Reading " + file.getFileName(), monitor -> with(file, masks -> {
			MaskFile.Numbers numbers = masks.read(candidate);
			return meaning.mask(numbers.values(), numbers.shape(), rows, columns);
		}), taken);
	}

	private static <T> T with(Path file, Function<MaskFile, T> use) {
		Object[] result = new Object[1];
		Service.call(ArrayFiles.class,
				arrays -> Service.call(Hdf5Viewer.class, hdf5 -> result[0] = use.apply(new MaskFile(file, arrays, hdf5))));
		@SuppressWarnings("unchecked")
		T typed = (T) result[0];
		return typed;
	}

	/**
	 * Asks for a file to write a mask into.
	 *
	 * @param name of the scan
	 */
	Optional<Path> chooseExport(String name) {
		FileDialog dialog = new FileDialog(owner.getShell(), SWT.SAVE);
		dialog.setText("Export the mask");
		dialog.setFilterNames(new String[] { "numpy (npy)", "TIFF", "CSV", "HDF5, data set /mask" });
		dialog.setFilterExtensions(MaskExport.EXTENSIONS.toArray(String[]::new));
		dialog.setFileName(name + "_mask.npy");
		dialog.setOverwrite(true);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** Writes a mask into a file of its own. */
	void export(Mask mask, Path file) {
		background.start("Writing " + file.getFileName(), monitor -> {
			Service.call(Hdf5Editor.class, editor -> new MaskExport(editor).write(mask, file));
			return file;
		}, written -> messages.accept("The mask was written to " + written + " (true or non-zero is good)."));
	}
}
