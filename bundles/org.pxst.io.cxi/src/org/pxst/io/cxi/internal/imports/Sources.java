// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.internal.SourceFile;

/** The files of an import: those that the user named, and those that a mapping names. Each is opened once. */
final class Sources implements Closeable {
	private static final Pattern TIFF = Pattern.compile("(?i).*\\.tiff?");

	private final List<Path> named;
	private final Map<Path, SourceFile> open = new HashMap<>();
	private final Map<Path, TextTable> tables = new HashMap<>();

	/**
	 * @param named files and directories that the user named
	 * @throws InvalidDataException when one is not there
	 */
	Sources(List<Path> named) {
		this.named = named;
		for (Path path : named)
			if (!Files.exists(path))
				throw new InvalidDataException(path + ": there is no such file; check the name");
	}

	/** Whether the user named none. */
	boolean isEmpty() {
		return named.isEmpty();
	}

	/** The HDF5 files that the user named. */
	List<SourceFile> hdf5() {
		return named.stream().filter(path -> !isTiff(path)).map(this::open).toList();
	}

	/** The HDF5 files of a place; several when its name is a pattern. */
	List<SourceFile> hdf5(Optional<String> pattern, Path directory, Line line) {
		return pattern.isEmpty() ? hdf5() : files(pattern.get(), directory, line).stream().map(this::open).toList();
	}

	private SourceFile open(Path path) {
		return open.computeIfAbsent(path, SourceFile::new);
	}

	/** Whether the user named TIFF files, or a directory. */
	boolean hasTiff() {
		return named.stream().anyMatch(Sources::isTiff);
	}

	/** The TIFF files that the user named, or those of a pattern, in natural order. */
	List<TiffFile> tiff(Optional<String> pattern, Path directory, Line line) {
		List<Path> files = new ArrayList<>();
		if (pattern.isPresent())
			files.addAll(files(pattern.get(), directory, line));
		else
			for (Path path : named)
				if (Files.isDirectory(path))
					files.addAll(list(path, TIFF));
				else if (isTiff(path))
					files.add(path);
		files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.toString(), b.toString()));
		return files.stream().map(TiffFile::open).toList();
	}

	/** A text table. */
	TextTable table(String name, Path directory, Line line) {
		return tables.computeIfAbsent(resolve(name, directory, line), TextTable::new);
	}

	private static boolean isTiff(Path path) {
		return Files.isDirectory(path) || TIFF.matcher(path.getFileName().toString()).matches();
	}

	private static List<Path> files(String pattern, Path directory, Line line) {
		if (pattern.indexOf('*') < 0)
			return List.of(resolve(pattern, directory, line));
		int slash = pattern.lastIndexOf('/') + 1;
		if (pattern.substring(0, slash).indexOf('*') >= 0)
			throw line.wrong("* can only stand in the name of a file, not in that of a directory");
		Path folder = slash == 0 ? directory : resolve(pattern.substring(0, slash), directory, line);
		if (!Files.isDirectory(folder))
			throw line.wrong("there is no directory " + folder);
		List<Path> files = list(folder, Pattern.compile(Arrays.stream(pattern.substring(slash).split("\\*", -1))
				.map(Pattern::quote).collect(Collectors.joining(".*"))));
		if (files.isEmpty())
			throw line.wrong("there is no file " + pattern.substring(slash) + " in " + folder);
		return files;
	}

	private static Path resolve(String name, Path directory, Line line) {
		try {
			return directory.resolve(name);
		} catch (InvalidPathException e) {
			throw line.wrong("'" + name + "' is no name of a file");
		}
	}

	private static List<Path> list(Path directory, Pattern name) {
		List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> all = Files.newDirectoryStream(directory,
				path -> !isHidden(path) && name.matcher(path.getFileName().toString()).matches())) {
			all.forEach(files::add);
		} catch (IOException e) {
			throw new InvalidDataException(directory + ": cannot be listed (" + e.getClass().getSimpleName() + ")", e);
		}
		files.sort((a, b) -> NaturalOrder.INSTANCE.compare(a.toString(), b.toString()));
		return files;
	}

	private static boolean isHidden(Path path) {
		return path.getFileName().toString().startsWith(".");
	}

	@Override
	public void close() {
		open.values().forEach(SourceFile::close);
	}
}
