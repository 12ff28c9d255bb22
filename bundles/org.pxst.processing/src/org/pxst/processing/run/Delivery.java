// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.PxstException;
import org.pxst.io.cxi.CxiContent;
import org.pxst.io.cxi.CxiLink;
import org.pxst.io.cxi.CxiWriter;

/**
 * Where a result went in the end.
 *
 * @param file    the file that has it
 * @param failure why that is not the destination, or empty
 */
public record Delivery(Path file, Optional<RuntimeException> failure) {
	/**
	 * Writes a result to its destination. When that fails (the disk is full, the file was changed meanwhile), hours of
	 * work are not lost: it is written to the first other place that takes it.
	 *
	 * @param input  the scan, beside which the other places begin
	 * @param writer for the other places
	 * @throws InvalidDataException when no place takes it
	 */
	public static Delivery to(Destination destination, Path input, CxiWriter writer, String group, List<CxiContent> result,
			List<CxiLink> links) {
		try {
			destination.write(group, result, links);
			return new Delivery(destination.file(), Optional.empty());
		} catch (RuntimeException e) {
			return elsewhere(e, new AutomaticName(input).lastResorts(), writer, group, result, links);
		}
	}

	private static Delivery elsewhere(RuntimeException failure, List<Path> places, CxiWriter writer, String group,
			List<CxiContent> result, List<CxiLink> links) {
		for (Path place : places)
			try {
				OutputPlace.creatable(place);
				new OwnFile(place, writer).write(group, result, links);
				return new Delivery(place, Optional.of(with(failure, "the result is in " + place + " instead")));
			} catch (InvalidDataException e) {
				failure.addSuppressed(e);
			}
		throw with(failure, "nor can it be written to " + String.join(", ", places.stream().map(Path::toString).toList())
				+ ": the result is lost");
	}

	private static RuntimeException with(RuntimeException failure, String outcome) {
		return failure instanceof PxstException ? new InvalidDataException(failure.getMessage() + "; " + outcome, failure)
				: new IllegalStateException(failure + "; " + outcome, failure);
	}
}
