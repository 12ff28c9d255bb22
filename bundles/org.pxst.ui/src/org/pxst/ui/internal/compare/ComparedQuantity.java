// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.compare;

import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.ui.image.Picture.Colours;
import org.pxst.ui.internal.reference.ResultValues;
import org.pxst.ui.session.MissingContentException;
import org.pxst.ui.session.ScanReader;

/** Images of results that can be compared. */
public enum ComparedQuantity {
	/** The reference image, in the plane of the sample. */
	REFERENCE("Reference image", "intensity / whitefield", "", Colours.GREY, LowOrders.NONE),
	/** How far the pixel map is from the pixels' own places, along the slow scan axis, in reference pixels. */
	MAP_SS("Pixel map, ss", "shift", "px", Colours.SIGNED, LowOrders.AFFINE),
	/** The same along the fast scan axis. */
	MAP_FS("Pixel map, fs", "shift", "px", Colours.SIGNED, LowOrders.AFFINE),
	/** The phase of the wavefront. */
	PHASE("Phase", "phase", "rad", Colours.SIGNED, LowOrders.TILT_AND_DEFOCUS),
	/** The whitefield. */
	WHITEFIELD("Whitefield", "intensity", "counts", Colours.SEQUENTIAL, LowOrders.NONE),
	/** The error of each pixel. */
	PIXEL_ERROR("Error of each pixel", "error (part of the variance)", "", Colours.SEQUENTIAL, LowOrders.NONE);

	/** Pixels are square when they are not further from it than this. */
	private static final double SQUARE = 0.02;

	private final String title;
	private final String quantity;
	private final String unit;
	private final Colours colours;
	private final LowOrders lowOrders;

	ComparedQuantity(String title, String quantity, String unit, Colours colours, LowOrders lowOrders) {
		this.title = title;
		this.quantity = quantity;
		this.unit = unit;
		this.colours = colours;
		this.lowOrders = lowOrders;
	}

	/** For a list to choose from. */
	public String title() {
		return title;
	}

	String quantity() {
		return quantity;
	}

	String unit() {
		return unit;
	}

	Colours colours() {
		return colours;
	}

	/** What can be taken off, as a run cannot know it well. */
	LowOrders lowOrders() {
		return lowOrders;
	}

	/** Whether it lies in the plane of the sample, not on the detector. */
	boolean isOnSample() {
		return this == REFERENCE;
	}

	/**
	 * Reads it.
	 *
	 * @param reader relative paths are in the group of the results
	 * @throws MissingContentException          when it is not there
	 * @throws org.pxst.core.InvalidDataException when it cannot be read
	 */
	PlaneImage read(ScanReader reader) {
		ResultValues values = new ResultValues(reader);
		return switch (this) {
		case REFERENCE -> reference(values);
		case MAP_SS, MAP_FS -> shift(values);
		case PHASE -> detector(values, "phase", "calculate_phase", true);
		case WHITEFIELD -> detector(values, "whitefield", "make_whitefield", false);
		case PIXEL_ERROR -> detector(values, "error_pixel", "calc_error", true);
		};
	}

	private static PlaneImage reference(ResultValues values) {
		Image image = values.image("reference_image")
				.orElseThrow(() -> new MissingContentException("reference image", "Run make_reference, or a whole reconstruction"));
		float[] known = image.values();
		// the 2020 suite stores -1 where there is no value
		for (int p = 0; p < known.length; p++)
			if (known[p] < 0)
				known[p] = Float.NaN;
		double dss = values.number("dss");
		double dfs = values.number("dfs");
		boolean lengths = dss > 0 && dfs > 0 && Double.isFinite(dss + dfs);
		return new PlaneImage(image.rows(), image.columns(), known, orZero(values.number("n0")), orZero(values.number("m0")),
				lengths ? dss : 1, lengths ? dfs : 1, lengths ? "m" : "px");
	}

	private static double orZero(double origin) {
		return Double.isFinite(origin) ? origin : 0;
	}

	private PlaneImage shift(ResultValues values) {
		PixelMap map = values.pixelMap();
		boolean[] inUse = values.inUse(map);
		double[] u = this == MAP_SS ? map.ss() : map.fs();
		float[] shift = new float[u.length];
		for (int p = 0; p < u.length; p++)
			shift[p] = inUse[p] ? (float) (u[p] - (this == MAP_SS ? p / map.columns() : p % map.columns())) : Float.NaN;
		return detector(values, map.rows(), map.columns(), shift);
	}

	private static PlaneImage detector(ResultValues values, String name, String step, boolean inUseOnly) {
		Image image = values.image(name)
				.orElseThrow(() -> new MissingContentException(name.replace('_', ' '), "Run " + step));
		float[] known = inUseOnly ? new DetectorPixels(values, image.rows(), image.columns()).inUse(image.values())
				: image.values();
		return detector(values, image.rows(), image.columns(), known);
	}

	private static PlaneImage detector(ResultValues values, int rows, int columns, float[] known) {
		double ratio = values.geometry().map(g -> g.pixelSizeSs() / g.pixelSizeFs()).orElse(1.0);
		// pixels are counted as long as they are square
		boolean square = Math.abs(ratio - 1) < SQUARE;
		double ss = square ? 1 : values.geometry().map(Geometry::pixelSizeSs).orElse(1.0);
		double fs = square ? 1 : values.geometry().map(Geometry::pixelSizeFs).orElse(1.0);
		return new PlaneImage(rows, columns, known, 0, 0, ss, fs, square ? "px" : "m");
	}
}
