// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.detector;

import java.util.Optional;

import org.pxst.core.PxstException;
import org.pxst.core.image.Image;
import org.pxst.core.scan.FrameSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Scan;
import org.pxst.ui.image.Picture;
import org.pxst.ui.session.ScanReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what belongs to the pixels of the detector, also of a file that is no whole scan. Results that cannot be read, or do
 * not fit the frames, count as not there, and are in the log. In the background; not to be kept.
 */
public final class DetectorReading {
	private static final Logger LOG = LoggerFactory.getLogger(DetectorReading.class);

	private final ScanReader reader;
	private final FrameSource source;
	private Optional<Scan> scan = Optional.empty();
	private String incomplete = "";

	/** @throws org.pxst.core.InvalidDataException when there are no frames */
	public DetectorReading(ScanReader reader) {
		this.reader = reader;
		try {
			scan = Optional.of(reader.cxi().scan());
		} catch (PxstException e) {
			incomplete = e.getMessage();
		}
		source = scan.map(Scan::frames).orElseGet(() -> new LazyFrames(reader.cxi().frames()));
	}

	/** The scan, when the file is a whole one. */
	public Optional<Scan> scan() {
		return scan;
	}

	/** Why the file is no whole scan; "" when it is. */
	public String incomplete() {
		return incomplete;
	}

	/** The frames. */
	public FrameSource source() {
		return source;
	}

	/** Detector rows M. */
	public int rows() {
		return source.rows();
	}

	/** Detector columns L. */
	public int columns() {
		return source.columns();
	}

	/** What the detector says of its pixels, shape (M, L); all good when it says nothing. */
	public Mask detectorMask() {
		return scan.map(Scan::detectorMask).orElseGet(() -> Mask.allGood(rows(), columns()));
	}

	/** The mask of the results, shape (M, L). */
	public Optional<Mask> mask() {
		return image("mask").map(values -> {
			boolean[] good = new boolean[values.values().length];
			for (int p = 0; p < good.length; p++)
				good[p] = values.values()[p] != 0;
			return new Mask(rows(), columns(), good);
		});
	}

	/** The whitefield of the results in counts, shape (M, L). */
	public Optional<Image> whitefield() {
		return image("whitefield");
	}

	private Optional<Image> image(String name) {
		if (!reader.has(name))
			return Optional.empty();
		try {
			float[] values = reader.floats(name);
			if (values.length == rows() * columns())
				return Optional.of(new Image(rows(), columns(), values));
			LOG.warn("{} does not have the shape of a frame and is not used", name);
		} catch (PxstException e) {
			LOG.warn("{} is not used", name, e);
		}
		return Optional.empty();
	}

	/** Whether there is a result, whether it can be used or not. */
	public boolean has(String name) {
		return reader.has(name);
	}

	/** Any other result that can be done without, flat. */
	public Optional<double[]> numbers(String name) {
		if (!reader.has(name))
			return Optional.empty();
		try {
			return Optional.of(reader.doubles(name));
		} catch (PxstException e) {
			LOG.warn("{} is not used", name, e);
			return Optional.empty();
		}
	}

	/** Positions of rows. */
	public Picture.Axis ss() {
		return axis("slow scan axis", scan.map(Scan::geometry).map(Geometry::pixelSizeSs));
	}

	/** Positions of columns. */
	public Picture.Axis fs() {
		return axis("fast scan axis", scan.map(Scan::geometry).map(Geometry::pixelSizeFs));
	}

	private static Picture.Axis axis(String label, Optional<Double> pixel) {
		return pixel.map(size -> new Picture.Axis(label, "m", 0, size)).orElseGet(() -> new Picture.Axis(label, "px", 0, 1));
	}
}
