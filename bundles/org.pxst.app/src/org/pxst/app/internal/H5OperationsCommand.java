// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Edit;
import org.pxst.io.cxi.tools.Hdf5Editor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pxst h5_operations}. */
@Command(name = "h5_operations", description = {
		"Copies, renames or removes groups, data sets and links in an HDF5 file.",
		"cp FILE/from /to makes a second one, mv FILE/from /to renames, rm FILE/path ... removes. What has been removed leaves "
				+ "its room in the file until pxst clean_cxi." })
final class H5OperationsCommand implements Callable<Integer> {
	private final Hdf5Editor editor;
	private final EditRun run;

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "cp|mv|rm", description = "What to do.")
	private Operation operation;

	@Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE/path", description = "What to do it to; for cp and mv also "
			+ "the new path, /path or FILE/path; for rm any number of paths in the same file.")
	private List<String> places;

	@Mixin
	private EditOptionsMixin options;

	/** The operations. */
	private enum Operation {
		CP, MV, RM
	}

	/**
	 * @param editor   changes files
	 * @param terminal where to print
	 */
	H5OperationsCommand(Hdf5Editor editor, Terminal terminal) {
		this.editor = editor;
		run = new EditRun(terminal);
	}

	@Override
	public Integer call() {
		boolean remove = operation == Operation.RM;
		if (!remove && places.size() != 2)
			throw new ParameterException(spec.commandLine(), "cp and mv need two paths: FILE/from and /to");
		InsideFile first = InsideFile.existing(places.get(0));
		if (first.slice().isPresent())
			throw new InvalidDataException(first.shown() + ": part of a data set cannot be copied, renamed or removed");
		List<String> paths = new ArrayList<>(List.of(first.path()));
		for (String place : places.subList(1, places.size()))
			paths.add(pathIn(first, place));
		Hdf5Edit edit = switch (operation) {
		case CP -> new Hdf5Edit.Copy(paths.get(0), paths.get(1));
		case MV -> new Hdf5Edit.Move(paths.get(0), paths.get(1));
		case RM -> new Hdf5Edit.Remove(paths);
		};
		EditOptions chosen = options.options();
		return run.run(chosen.dryRun(), monitor -> editor.edit(first.file(), edit, chosen, monitor));
	}

	/** A path in the file of the first one. */
	private static String pathIn(InsideFile first, String place) {
		String prefix = first.file() + "/";
		if (place.startsWith(prefix))
			return new CxiPathConverter().convert(place.substring(prefix.length() - 1));
		if (place.startsWith("/"))
			return new CxiPathConverter().convert(place.replaceAll("(?<=.)/$", ""));
		throw new InvalidDataException(place + ": is no place in " + first.file() + "; write /path or " + prefix + "path");
	}
}
