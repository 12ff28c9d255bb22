// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.processing.config.ProcessRecord;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/**
 * What is read of one of two groups of results.
 *
 * @param records what it was made with
 * @param figures how it went
 * @param image   to be compared; empty when there is none
 * @param problem why there is no image, or no records, in words; "" when there is all
 */
record RunSide(List<ProcessRecord> records, List<KeyFigure> figures, Optional<PlaneImage> image, String problem) {
	/**
	 * Reads it, in the background.
	 *
	 * @param group absolute path of the results
	 * @param name  of the side, for messages
	 */
	static RunSide read(ScanReader file, String group, ComparedQuantity quantity, String name) {
		GroupReader reader = new GroupReader(file, group);
		List<ProcessRecord> records = List.of();
		Optional<PlaneImage> image = Optional.empty();
		String problem = "";
		try {
			records = ProcessRecord.of(file.hdf5(), group);
			image = Optional.of(quantity.read(reader));
		} catch (MissingContentException e) {
			problem = name + ": " + e.getMessage().replace("in this file yet", "in these results");
		} catch (InvalidDataException e) {
			problem = name + ": " + e.getMessage();
		}
		return new RunSide(records, KeyFigures.of(reader), image, problem);
	}
}
