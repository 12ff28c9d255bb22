// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiDataset;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLink;

/**
 * Where a result is from, as it is stored beside it.
 *
 * @param creator the program that wrote it
 * @param command the command line that made it
 * @param links   paths of the links to the raw data in a file that was made for the result alone; none in a file that is
 *                a scan itself
 */
public record Provenance(String creator, Optional<String> command, Set<String> links) {
	private static final String CREATOR = "creator";
	private static final String COMMAND = "command";
	private static final String COMPUTED_ON = "computed_on";
	private static final String LINKS = "links";
	/** What the creator's name begins with. */
	private static final String PXST = "PXST";

	/**
	 * What is stored with a new result, with paths relative to its group.
	 *
	 * @param command    the command line as typed
	 * @param input      the scan
	 * @param computedOn back end and device
	 */
	static List<CxiDataset> datasets(String command, Path input, String computedOn) {
		return List.of(text(CREATOR, PXST + " Workbench " + ProgramVersion.version()), text(COMMAND, command),
				text("input", input.getFileName().toString()), text(COMPUTED_ON, computedOn));
	}

	/** The record that these links were made by us, and not found. */
	static CxiDataset links(List<CxiLink> links) {
		return CxiDataset.of(LINKS, links.stream().map(CxiLink::path).toArray(String[]::new), "", links.size());
	}

	/**
	 * What a file says about a result in it.
	 *
	 * @param group absolute path of the result's group
	 * @return empty when there is no result of pxst
	 */
	public static Optional<Provenance> of(CxiFile file, String group) {
		return strings(file, group, CREATOR).stream().findFirst().filter(creator -> creator.startsWith(PXST))
				.map(creator -> new Provenance(creator, strings(file, group, COMMAND).stream().findFirst(),
						Set.copyOf(strings(file, group, LINKS))));
	}

	private static CxiDataset text(String path, String value) {
		return CxiDataset.of(path, new String[] { value }, "");
	}

	/** All strings of a data set; none when there is no such data set, or no strings in it. */
	private static List<String> strings(CxiFile file, String group, String name) {
		IDataset stored;
		try {
			stored = file.read(group + "/" + name);
		} catch (InvalidDataException e) {
			return List.of();
		}
		if (stored.getElementClass() != String.class)
			return List.of();
		List<String> strings = new ArrayList<>();
		IDataset flat = stored.getRank() == 1 ? stored : stored.getSliceView();
		if (flat.getRank() != 1)
			flat.setShape(stored.getSize());
		for (int k = 0; k < flat.getSize(); k++)
			strings.add(flat.getString(k));
		return strings;
	}
}
