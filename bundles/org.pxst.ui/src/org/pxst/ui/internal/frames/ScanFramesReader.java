// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Arrays;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.ui.internal.detector.DetectorReading;
import org.pxst.ui.internal.detector.FrameDivision;
import org.pxst.ui.session.ScanReader;

/** Reads what the view knows of a scan without its frames. In the background. */
final class ScanFramesReader {
	/** A scan of lines is shown as one image up to so many pixels. */
	private static final long MOST_LINES = 1L << 24;

	private final CxiFile file;
	private final DetectorReading detector;
	private final FrameSource source;
	private String incomplete;

	private ScanFramesReader(ScanReader reader) {
		file = reader.cxi();
		detector = new DetectorReading(reader);
		source = detector.source();
		incomplete = detector.incomplete();
	}

	/**
	 * Reads it.
	 *
	 * @throws InvalidDataException when there are no frames
	 */
	static ScanFrames read(ScanReader reader) {
		return new ScanFramesReader(reader).read();
	}

	private ScanFrames read() {
		int frames = source.frames();
		FrameChoice choice = choice(frames);
		Optional<FrameChoice> used = used(frames);
		Mask mask = detector.mask().map(detector.detectorMask()::and).orElseGet(detector::detectorMask);
		return new ScanFrames(frames, source.rows(), source.columns(), detector.ss(), detector.fs(), positions(), mask,
				detector.whitefield().map(Image::values).map(FrameDivision::by), choice, used.filter(u -> !u.equals(choice)),
				used.isPresent(), errors(), lines(), incomplete);
	}

	private FrameChoice choice(int frames) {
		try {
			return FrameChoice.of(frames, file.goodFrames());
		} catch (InvalidDataException e) {
			// a wrong list in the file can be replaced here: all frames are what to begin with
			if (incomplete.isEmpty())
				incomplete = e.getMessage();
			int[] all = new int[frames];
			Arrays.setAll(all, n -> n);
			return FrameChoice.of(frames, all);
		}
	}

	private Optional<FrameChoice> used(int frames) {
		return detector.numbers("good_frames").filter(values -> Arrays.stream(values).allMatch(v -> v >= 0 && v < frames))
				.map(values -> FrameChoice.of(frames, Arrays.stream(values).mapToInt(v -> (int) v).toArray()));
	}

	private Optional<FramePositions> positions() {
		Optional<FramePositions> recorded = detector.scan().map(Scan::positions).map(FramePositions::of);
		Optional<double[]> found = detector.numbers("pixel_translations").filter(v -> v.length == 2 * source.frames());
		Optional<double[]> dss = detector.numbers("dss").filter(v -> v.length == 1);
		Optional<double[]> dfs = detector.numbers("dfs").filter(v -> v.length == 1);
		if (found.isEmpty() || dss.isEmpty() || dfs.isEmpty())
			return recorded;
		return recorded.map(p -> p.corrected(found.get(), dss.get()[0], dfs.get()[0]));
	}

	private Optional<double[]> errors() {
		return detector.numbers("error_frame").filter(values -> values.length == source.frames());
	}

	private Optional<float[]> lines() {
		long pixels = (long) source.frames() * source.rows() * source.columns();
		if (source.rows() > 1 && source.columns() > 1 || pixels > MOST_LINES)
			return Optional.empty();
		float[] all = new float[(int) pixels];
		source.read(0, source.frames(), all);
		return Optional.of(all);
	}
}
