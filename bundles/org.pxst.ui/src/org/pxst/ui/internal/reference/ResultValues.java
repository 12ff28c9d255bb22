// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;
import org.pxst.core.scan.Roi;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Results of a scan as what they mean. For background threads, as long as the reader lives. */
public final class ResultValues {
	private final ScanReader reader;

	/** @param reader the file, with the results */
	public ResultValues(ScanReader reader) {
		this.reader = reader;
	}

	/** A single number, NaN when there is none. */
	public double number(String name) {
		if (!reader.has(name))
			return Double.NaN;
		double[] values = reader.doubles(name);
		return values.length == 1 ? values[0] : Double.NaN;
	}

	/**
	 * An image, infinite values as NaN.
	 *
	 * @return empty when there is none
	 * @throws InvalidDataException when the data set is no image, or empty
	 */
	public Optional<Image> image(String name) {
		if (!reader.has(name))
			return Optional.empty();
		int[] shape = reader.shape(name);
		if (shape.length != 2 || shape[0] < 1 || shape[1] < 1)
			throw new InvalidDataException(name + " has the shape " + Arrays.toString(shape) + " and is no image");
		float[] values = reader.floats(name).clone();
		for (int k = 0; k < values.length; k++)
			if (Float.isInfinite(values[k]))
				values[k] = Float.NaN;
		return Optional.of(new Image(shape[0], shape[1], values));
	}

	/** An image of a given shape; one of another shape belongs to something else and is left out. */
	public Optional<Image> image(String name, int rows, int columns) {
		if (!reader.has(name) || !Arrays.equals(reader.shape(name), new int[] { rows, columns }))
			return Optional.empty();
		return image(name);
	}

	/**
	 * The pixel map, with infinite values as they are.
	 *
	 * @throws MissingContentException when there is none
	 * @throws InvalidDataException    when it has no two components, or is empty
	 */
	public PixelMap pixelMap() {
		if (!reader.has("pixel_map"))
			throw new MissingContentException("pixel map", "Run generate_pixel_map, or a whole reconstruction");
		int[] shape = reader.shape("pixel_map");
		if (shape.length != 3 || shape[0] != 2 || shape[1] < 1 || shape[2] < 1)
			throw new InvalidDataException("pixel_map has the shape " + Arrays.toString(shape)
					+ ", but must be 2 x rows x columns. Run generate_pixel_map again.");
		double[] both = reader.doubles("pixel_map");
		int pixels = shape[1] * shape[2];
		return new PixelMap(shape[1], shape[2], Arrays.copyOf(both, pixels), Arrays.copyOfRange(both, pixels, 2 * pixels));
	}

	/** Which pixels of a pixel map are in use: known, good, and in the region of interest. */
	public boolean[] inUse(PixelMap map) {
		Mask good = image("mask", map.rows(), map.columns()).map(ResultValues::mask)
				.orElse(Mask.allGood(map.rows(), map.columns()));
		Roi roi = roi().filter(r -> r.isInside(map.rows(), map.columns())).orElse(Roi.full(map.rows(), map.columns()));
		boolean[] use = good.within(roi).good();
		for (int p = 0; p < use.length; p++)
			use[p] &= Double.isFinite(map.ss()[p]) && Double.isFinite(map.fs()[p]);
		return use;
	}

	private static Mask mask(Image stored) {
		boolean[] good = new boolean[stored.values().length];
		for (int p = 0; p < good.length; p++)
			good[p] = stored.values()[p] > 0;
		return new Mask(stored.rows(), stored.columns(), good);
	}

	/** The region of interest; empty when there is none that makes sense. */
	public Optional<Roi> roi() {
		if (!reader.has("roi"))
			return Optional.empty();
		double[] r = reader.doubles("roi");
		boolean usable = r.length == 4 && r[0] >= 0 && r[2] >= 0 && r[1] > r[0] && r[3] > r[2] && r[1] <= Integer.MAX_VALUE
				&& r[3] <= Integer.MAX_VALUE;
		return usable ? Optional.of(new Roi((int) r[0], (int) r[1], (int) r[2], (int) r[3])) : Optional.empty();
	}

	/** Sample positions in reference pixels, NaN for frames that are not used; empty when there are none. */
	public Optional<PixelTranslations> translations() {
		if (!reader.has("pixel_translations"))
			return Optional.empty();
		int[] shape = reader.shape("pixel_translations");
		if (shape.length != 2 || shape[1] != 2)
			return Optional.empty();
		double[] both = reader.doubles("pixel_translations");
		double[] ss = new double[shape[0]];
		double[] fs = new double[shape[0]];
		for (int n = 0; n < ss.length; n++) {
			ss[n] = both[2 * n];
			fs[n] = both[2 * n + 1];
		}
		return Optional.of(new PixelTranslations(ss, fs));
	}

	/** Frames that were used; all that have a position when the file does not say. */
	public int[] goodFrames(PixelTranslations translations) {
		int frames = translations.frames();
		int[] listed = reader.has("good_frames")
				? Arrays.stream(reader.doubles("good_frames")).filter(n -> n >= 0 && n < frames).mapToInt(n -> (int) n).toArray()
				: IntStream.range(0, frames).toArray();
		return Arrays.stream(listed).filter(n -> Double.isFinite(translations.ss()[n] + translations.fs()[n])).toArray();
	}

	/** Where the detector is and what the light is; empty when the file does not say. */
	public Optional<Geometry> geometry() {
		try {
			return Optional.of(reader.cxi().scan().geometry());
		} catch (InvalidDataException e) {
			// results without a scan can be looked at all the same
			return Optional.empty();
		}
	}
}
