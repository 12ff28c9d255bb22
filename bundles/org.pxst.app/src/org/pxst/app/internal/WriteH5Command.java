// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.LiteralSyntaxException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.tools.ArrayFiles;
import org.pxst.io.cxi.tools.ArrayType;
import org.pxst.io.cxi.tools.ArrayValues;
import org.pxst.io.cxi.tools.EditOptions;
import org.pxst.io.cxi.tools.Hdf5Editor;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pxst write_h5}. */
@Command(name = "write_h5", description = {
		"Writes a data set into an HDF5 file: a number, True or False, a \"text\" in quotes, a list of them, a list of such lists; "
				+ "or the contents of another file. Values are read, never computed.",
		"Whole numbers are written as int64, others as float64. The file is made when it is not there." })
final class WriteH5Command implements Callable<Integer> {
	private final Hdf5Editor editor;
	private final ArrayFiles arrays;
	private final Terminal terminal;

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "FILE/path", description = "The data set, for example scan.cxi/speckle_tracking/roi.")
	private String place;

	@Parameters(index = "1", arity = "0..1", paramLabel = "VALUE", description = "What to write, for example "
			+ "'[10, 500, 20, 600]' or 1.7e-3 or '\"a text\"'. One that begins with a minus sign comes after --.")
	private String value;

	@Option(names = "--from", paramLabel = "IN", description = "Write the contents of a file: .npy, .csv or .txt (numbers in rows "
			+ "and columns), .tif.")
	private Path from;

	@Option(names = "--dtype", paramLabel = "TYPE", description = "Element type: bool, uint8, uint16, int32, int64, float32, "
			+ "float64, string (default: that of the values).")
	private ArrayType type;

	@Option(names = "--units", paramLabel = "UNIT", description = "Unit of the values, for example m; stored as attribute units.")
	private String units = "";

	@Option(names = "--overwrite", description = "Replace a data set that is there.")
	private boolean overwrite;

	@Option(names = "--force", description = "Also when it is one of the scan's frames, positions or geometry.")
	private boolean force;

	@Option(names = "--dry-run", description = "Only say what would be written.")
	private boolean dryRun;

	/**
	 * @param editor   changes files
	 * @param arrays   reads values from files
	 * @param terminal where to print
	 */
	WriteH5Command(Hdf5Editor editor, ArrayFiles arrays, Terminal terminal) {
		this.editor = editor;
		this.arrays = arrays;
		this.terminal = terminal;
	}

	@Override
	public Integer call() {
		if ((value == null) == (from == null))
			throw new ParameterException(spec.commandLine(), "give either a value or --from");
		InsideFile inside = InsideFile.existingOrNew(place);
		if (inside.slice().isPresent() || "/".equals(inside.path()))
			throw new InvalidDataException(place + ": is no name for a data set; write FILE/path, for example " + inside.file()
					+ "/speckle_tracking/roi");
		ArrayValues array = from == null ? parse() : arrays.read(from);
		ArrayValues values = Optional.ofNullable(type).map(array::as).orElse(array);
		CxiDataset dataset = new CxiDataset(inside.path(), values.shape().stream().mapToInt(Integer::intValue).toArray(),
				values.values(), units.isEmpty() ? Map.of() : Map.of("units", units));
		editor.write(inside.file(), dataset, new EditOptions(Optional.empty(), overwrite, force, dryRun));
		terminal.out().println(inside.shown() + ": " + values.description() + (dryRun ? " would be written" : " written"));
		return ExitCode.OK;
	}

	private ArrayValues parse() {
		try {
			return ArrayValues.of(Literal.parse(value));
		} catch (LiteralSyntaxException e) {
			throw new InvalidDataException("the value cannot be read: " + e.getMessage(), e);
		}
	}
}
