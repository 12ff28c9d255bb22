// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.frames;

import java.util.Arrays;
import java.util.Optional;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.io.cxi.CxiFile;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the view knows of a scan without its frames. In the background. */
final class ScanFramesReader {
	private static final Logger LOG = LoggerFactory.getLogger(ScanFramesReader.class);
	/** A scan of lines is shown as one image up to so many pixels. */
	private static final long MOST_LINES = 1L << 24;

	private final ScanReader reader;
	private final CxiFile file;
	private final FrameSource source;
	private Optional<Scan> scan = Optional.empty();
	private String incomplete = "";

	private ScanFramesReader(ScanReader reader) {
		this.reader = reader;
		file = reader.cxi();
		try {
			scan = Optional.of(file.scan());
		} catch (InvalidDataException e) {
			incomplete = e.getMessage();
		}
		source = scan.map(Scan::frames).orElseGet(() -> new LazyFrames(file.frames()));
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
		return new ScanFrames(frames, source.rows(), source.columns(), geometry(), positions(), mask(), division(), choice,
				used.filter(u -> !u.equals(choice)), used.isPresent(), errors(), lines(), incomplete);
	}

	private Optional<Geometry> geometry() {
		return scan.map(Scan::geometry);
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
		return numbers("good_frames").filter(values -> Arrays.stream(values).allMatch(v -> v >= 0 && v < frames))
				.map(values -> FrameChoice.of(frames, Arrays.stream(values).mapToInt(v -> (int) v).toArray()));
	}

	private Optional<FramePositions> positions() {
		Optional<FramePositions> recorded = scan.map(Scan::positions).map(FramePositions::of);
		Optional<double[]> found = numbers("pixel_translations").filter(v -> v.length == 2 * source.frames());
		Optional<double[]> dss = numbers("dss").filter(v -> v.length == 1);
		Optional<double[]> dfs = numbers("dfs").filter(v -> v.length == 1);
		if (found.isEmpty() || dss.isEmpty() || dfs.isEmpty())
			return recorded;
		return recorded.map(p -> p.corrected(found.get(), dss.get()[0], dfs.get()[0]));
	}

	private Mask mask() {
		int pixels = source.rows() * source.columns();
		Mask detector = scan.map(Scan::detectorMask).orElseGet(() -> Mask.allGood(source.rows(), source.columns()));
		return numbers("mask").filter(values -> values.length == pixels).map(values -> {
			boolean[] good = new boolean[pixels];
			for (int p = 0; p < pixels; p++)
				good[p] = values[p] != 0;
			return detector.and(new Mask(source.rows(), source.columns(), good));
		}).orElse(detector);
	}

	private Optional<FrameDivision> division() {
		if (!reader.has("whitefield"))
			return Optional.empty();
		try {
			return Optional.of(reader.floats("whitefield")).filter(w -> w.length == source.rows() * source.columns())
					.map(FrameDivision::by);
		} catch (InvalidDataException e) {
			LOG.warn("frames cannot be divided by the file's whitefield", e);
			return Optional.empty();
		}
	}

	private Optional<double[]> errors() {
		return numbers("error_frame").filter(values -> values.length == source.frames());
	}

	private Optional<float[]> lines() {
		long pixels = (long) source.frames() * source.rows() * source.columns();
		if (source.rows() > 1 && source.columns() > 1 || pixels > MOST_LINES)
			return Optional.empty();
		float[] all = new float[(int) pixels];
		source.read(0, source.frames(), all);
		return Optional.of(all);
	}

	/** A result that views can do without; what is unreadable counts as not there, and is in the log. */
	private Optional<double[]> numbers(String name) {
		if (!reader.has(name))
			return Optional.empty();
		try {
			return Optional.of(reader.doubles(name));
		} catch (InvalidDataException e) {
			LOG.warn("{} is not used", name, e);
			return Optional.empty();
		}
	}
}
