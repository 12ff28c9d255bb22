// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.step;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.january.DatasetException;
import org.eclipse.january.dataset.IDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.literal.Literal;
import org.pxst.core.literal.None;
import org.pxst.core.literal.Text;
import org.pxst.core.scan.Roi;
import org.pxst.io.cxi.CxiFile;
import org.pxst.io.cxi.CxiLoader;
import org.pxst.io.cxi.tools.Hdf5Entry;
import org.pxst.io.cxi.tools.Hdf5View;
import org.pxst.io.cxi.tools.Hdf5Viewer;

/**
 * What has to be known of a scan to take a part of it.
 *
 * @param frames  number of frames
 * @param good    those in use, ascending; not copied
 * @param region  of interest, inside the frame
 */
record PreviewFacts(int frames, int[] good, Roi region) {
	private static final String FRAMES = "good_frames";
	private static final String ROI = "roi";

	/**
	 * Reads them.
	 *
	 * @throws InvalidDataException when there are no frames, or something cannot be read
	 */
	static PreviewFacts of(StepRequest request, CxiLoader loader, Hdf5Viewer viewer) {
		try (CxiFile file = loader.open(request.input(), request.options()); Hdf5View view = viewer.open(request.input())) {
			int[] shape = file.frames().getShape();
			Roi whole = Roi.full(shape[1], shape[2]);
			int[] good = value(request, FRAMES, view).map(int[].class::cast)
					.map(given -> IntStream.of(given).filter(f -> f >= 0 && f < shape[0]).sorted().distinct().toArray())
					.filter(given -> given.length > 0).orElseGet(file::goodFrames);
			Roi region = value(request, ROI, view).map(Roi.class::cast).filter(r -> r.isInside(shape[1], shape[2])).orElse(whole);
			return new PreviewFacts(shape[0], good, region);
		}
	}

	/** What a parameter will be; empty when that is not known before the step runs. */
	private static Optional<Object> value(StepRequest request, String name, Hdf5View view) {
		Optional<ParameterDescription> parameter = request.step().parameter(name);
		if (parameter.isEmpty())
			return Optional.empty();
		GivenValue given = request.given().get(name);
		if (given == null)
			return stored(parameter.get(), request.group() + "/" + name, view);
		Literal literal = given.value();
		if (literal instanceof None)
			return Optional.empty();
		return literal instanceof Text path ? stored(parameter.get(), path.value(), view)
				: Optional.of(parameter.get().value(literal));
	}

	private static Optional<Object> stored(ParameterDescription parameter, String path, Hdf5View view) {
		if (!path.startsWith("/") || view.find(path).filter(entry -> entry.kind() == Hdf5Entry.Kind.DATASET).isEmpty())
			return Optional.empty();
		try {
			IDataset read = view.values(path).getSlice();
			return Optional.of(parameter.value(read));
		} catch (DatasetException e) {
			throw new InvalidDataException(view.path() + ": " + path + " cannot be read (" + e.getMessage() + ")", e);
		}
	}
}
