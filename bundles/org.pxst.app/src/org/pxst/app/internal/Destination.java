// SPDX-License-Identifier: EPL-2.0
package org.pxst.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiItem;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;
import org.pxst.io.cxi.CxiWriter;

/**
 * The file that a result goes to, checked before the work begins.
 *
 * @param file    a new file, one that may be replaced, or the input
 * @param inPlace whether it is the input, whose other data sets stay
 */
record Destination(Path file, boolean inPlace) {
	/** Written into every result, and looked for before a file is replaced. */
	static final String CREATOR = "creator";

	/**
	 * A file of its own.
	 *
	 * @param input  must not be the same file
	 * @param group  where an earlier result would be
	 * @param force  whether any file may be replaced, not only an earlier result
	 * @param loader to look into a file that is there
	 * @throws InvalidDataException when it cannot be written, is the input, or is not ours to replace
	 */
	static Destination separate(Path output, Path input, String group, boolean force, CxiLoader loader) {
		try {
			if (Files.exists(output) && Files.isSameFile(output, input))
				throw new InvalidDataException(
						output + ": the output is the input file; name another file, or use --in-place to add to it");
		} catch (IOException e) {
			throw new InvalidDataException(output + ": cannot be compared with the input (" + e.getMessage() + ")", e);
		}
		creatable(output);
		if (!force && holdsSomethingElse(output, group, loader))
			throw new InvalidDataException(output
					+ ": exists and is not a result of pxst; name another file, or give --overwrite to replace it");
		return new Destination(output, false);
	}

	/**
	 * The input itself.
	 *
	 * @throws InvalidDataException when it cannot be written
	 */
	static Destination into(Path input) {
		if (!Files.isWritable(input))
			throw new InvalidDataException(input + ": is not writable; name another file with --output");
		writableDirectory(input.toAbsolutePath().getParent());
		return new Destination(input, true);
	}

	/**
	 * Checks that a file of this name can be made or replaced.
	 *
	 * @throws InvalidDataException when it cannot
	 */
	static void creatable(Path file) {
		if (Files.isDirectory(file))
			throw new InvalidDataException(file + ": is a directory; name a file in it");
		Path directory = file.toAbsolutePath().getParent();
		if (directory == null || !Files.isDirectory(directory))
			throw new InvalidDataException(file + ": its directory " + directory + " does not exist; make it first");
		writableDirectory(directory);
	}

	/**
	 * Checks that files can be made in a directory, by making one: access rights alone do not tell of read-only mounts.
	 *
	 * @throws InvalidDataException when they cannot
	 */
	static void writableDirectory(Path directory) {
		try {
			Files.delete(Files.createTempFile(directory, ".pxst-", ".check"));
		} catch (IOException e) {
			throw new InvalidDataException(directory + ": no files can be made in this directory ("
					+ e.getClass().getSimpleName() + "); choose another or change its rights", e);
		}
	}

	private static boolean holdsSomethingElse(Path output, String group, CxiLoader loader) {
		try {
			if (!Files.exists(output) || Files.size(output) == 0)
				return false;
		} catch (IOException e) {
			throw new InvalidDataException(output + ": cannot be looked at (" + e.getMessage() + ")", e);
		}
		try (CxiFile there = loader.open(output, CxiOptions.defaults())) {
			// a scan with results inside is a scan first
			boolean hasFrames = there.findings().stream()
					.anyMatch(found -> found.item() == CxiItem.DATA && found.path().isPresent());
			return hasFrames || !there.read(group + "/" + CREATOR).getString().startsWith("PXST");
		} catch (InvalidDataException e) {
			return true;
		}
	}

	/** Writes the data sets. */
	void write(CxiWriter writer, String group, List<CxiDataset> datasets) {
		if (inPlace)
			writer.addTo(file, group, datasets);
		else
			writer.write(file, group, datasets);
	}
}
