// SPDX-License-Identifier: EPL-2.0
package org.pxst.io.cxi.internal.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.january.IMonitor;
import org.pxst.core.CancelledException;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiStack;
import org.pxst.io.cxi.CxiWriter;
import org.pxst.io.cxi.imports.ScanImport;
import org.pxst.io.cxi.internal.SourceFile;

/** A scan found by a mapping. */
final class MappedScan implements ScanImport {
	private final Mapping mapping;
	private final Sources sources;
	private final boolean link;
	private final CxiWriter writer;
	private final ImportItems items;

	/**
	 * Looks for the items.
	 *
	 * @param mapping what is where
	 * @param sources the files, closed with this object
	 * @param link    whether frames are linked when they can be
	 * @param writer  writes the CXI file
	 */
	MappedScan(Mapping mapping, Sources sources, boolean link, CxiWriter writer) {
		this.mapping = mapping;
		this.sources = sources;
		this.link = link;
		this.writer = writer;
		items = new ImportItems(mapping, sources);
	}

	@Override
	public String protocol() {
		return mapping.name();
	}

	@Override
	public List<CxiFinding> findings() {
		return items.findings();
	}

	@Override
	public String storage() {
		return items.stack().map(stack -> ImportedContent.storage(stack, link)).orElse("nothing");
	}

	@Override
	public void write(Path output, boolean replace, IMonitor monitor) {
		List<String> problems = items.problems();
		if (!problems.isEmpty())
			throw new InvalidDataException(problems.get(0)
					+ (problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more, see the table)"));
		if (Files.exists(output))
			requireReplaceable(output, replace);
		if (monitor.isCancelled())
			throw new CancelledException("the import");
		List<CxiContent> content = ImportedContent.of(items.scan().orElseThrow(), link, mapping.name(), findings(), monitor);
		boolean links = content.stream().anyMatch(
				item -> item instanceof CxiStack || item instanceof CxiLink toFile && toFile.file().isPresent());
		if (links && !writer.canLink())
			throw new InvalidDataException(output + ": links to the frames need the native HDF5 library, "
					+ "which this machine does not have; give --copy to copy them");
		writer.write(output, "/", content);
	}

	/** Only an import is ever replaced: raw data, which links may lead to, is none. */
	private static void requireReplaceable(Path output, boolean replace) {
		if (!isImport(output))
			throw new InvalidDataException(
					output + ": exists and was not made by pxst import; name another file, or remove this one yourself");
		if (!replace)
			throw new InvalidDataException(output
					+ ": exists; name another file, or give --overwrite to replace this earlier import and all results in it");
	}

	private static boolean isImport(Path output) {
		try (SourceFile file = new SourceFile(output)) {
			return file.dataset(ImportedContent.CREATOR)
					.filter(creator -> !creator.isNumeric() && creator.text().equals(ImportedContent.CREATOR_TEXT)).isPresent();
		} catch (InvalidDataException e) {
			return false;
		}
	}

	@Override
	public void close() {
		sources.close();
	}
}
