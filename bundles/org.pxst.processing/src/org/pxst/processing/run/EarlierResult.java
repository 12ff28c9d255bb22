// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiFinding;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.CxiOptions;

/** Tells a file that pxst made for a result, which a later result may replace, from anything else. */
final class EarlierResult {
	private final CxiLoader loader;
	private final String group;

	/** @param group where the result would be */
	EarlierResult(CxiLoader loader, String group) {
		this.loader = loader;
		this.group = group;
	}

	/**
	 * Whether nothing is lost when the file is replaced by a new result: there is none, it is empty, or it holds an
	 * earlier result and nothing else. A scan with results inside is a scan first, whether its frames are in it or in
	 * files that it names.
	 */
	boolean mayBeReplaced(Path file) {
		try {
			if (!Files.exists(file) || Files.size(file) == 0)
				return true;
		} catch (IOException e) {
			throw new InvalidDataException(file + ": cannot be looked at (" + e.getMessage() + ")", e);
		}
		try (CxiFile there = loader.open(file, CxiOptions.defaults())) {
			Optional<Set<String>> links = Provenance.of(there, group).map(Provenance::links);
			return links.isPresent()
					&& itemsOutsideTheResult(there).stream()
							.allMatch(path -> links.get().contains(path) && there.isElsewhere(path));
		} catch (InvalidDataException e) {
			return false;
		}
	}

	private List<String> itemsOutsideTheResult(CxiFile file) {
		return file.findings().stream().map(CxiFinding::path).flatMap(Optional::stream)
				.filter(path -> !path.startsWith(group + "/")).toList();
	}
}
