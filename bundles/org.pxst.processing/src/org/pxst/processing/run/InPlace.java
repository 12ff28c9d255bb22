// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.List;

import org.pxst.core.InvalidDataException;
import org.pxst.io.cxi.CxiClaim;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiWriter;

/**
 * The input file itself, whose other content stays as it is.
 *
 * @param claim   the right to write into it; given back when this is closed
 * @param claimed how the file was when it was claimed: a result does not belong into what came of it since
 */
record InPlace(CxiClaim claim, InputState claimed) implements Destination {
	/** Claims the file. */
	static InPlace claim(CxiWriter writer, Path file) {
		CxiClaim claim = writer.claim(file);
		try {
			return new InPlace(claim, InputState.of(file));
		} catch (RuntimeException e) {
			claim.close();
			throw e;
		}
	}

	@Override
	public Path file() {
		return claim.file();
	}

	@Override
	public void write(String group, List<CxiContent> result, List<CxiLink> links) {
		claimed.changeSince(file()).ifPresent(change -> {
			throw new InvalidDataException(file() + ": the result was not written into this file: " + change);
		});
		claim.add(group, result);
	}

	@Override
	public void close() {
		claim.close();
	}
}
