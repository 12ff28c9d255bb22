// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiWriter;

/**
 * A file for the result alone. Links in it lead to the raw data, so that it can be opened, and reconstructed again, like
 * the scan.
 *
 * @param file   a new file, or one that may be replaced
 * @param writer writes it
 */
record OwnFile(Path file, CxiWriter writer) implements Destination {
	@Override
	public void write(String group, List<CxiContent> result, List<CxiLink> links) {
		List<CxiContent> all = new ArrayList<>(result);
		if (!links.isEmpty() && writer.canLink()) {
			all.add(Provenance.links(links));
			all.addAll(links);
		}
		writer.write(file, group, all);
	}

	@Override
	public void close() {
		// nobody else is kept from it: whoever is done last has its name
	}
}
