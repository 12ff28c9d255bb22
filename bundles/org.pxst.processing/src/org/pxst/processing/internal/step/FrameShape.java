// SPDX-License-Identifier: EPL-2.0
package org.pxst.processing.internal.step;

import java.util.Arrays;

import org.eclipse.january.dataset.DoubleDataset;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;
import org.pxst.core.scan.Scan;

/**
 * Shape of the frames, which all that is given for each detector pixel must have. The methods throw
 * {@link InvalidDataException} where it has not.
 *
 * @param rows    detector rows M
 * @param columns detector columns L
 */
record FrameShape(int rows, int columns) {
	static FrameShape of(Scan scan) {
		return new FrameShape(scan.frames().rows(), scan.frames().columns());
	}

	/** @return the mask; all good when there is none */
	Mask mask(Mask given) {
		if (given == null)
			return Mask.allGood(rows, columns);
		check("mask", "make_mask", given.rows(), given.columns());
		return given;
	}

	/** @return the region of interest; the whole frame when there is none */
	Roi roi(Roi given) {
		if (given == null)
			return Roi.full(rows, columns);
		if (!given.isInside(rows, columns))
			throw new InvalidDataException("roi is rows " + given.ss0() + ":" + given.ss1() + ", columns " + given.fs0() + ":"
					+ given.fs1() + ", but the frames have " + rows + " x " + columns + " pixels; give a region inside them");
		return given;
	}

	/** @return the whitefield */
	Image whitefield(Image given) {
		check("whitefield", "make_whitefield", given.rows(), given.columns());
		return given;
	}

	/** @return the pixel map */
	PixelMap pixelMap(PixelMap given) {
		check("pixel_map", "generate_pixel_map", given.rows(), given.columns());
		return given;
	}

	/** @return the phase in rad, flat (ss, fs), NaN outside the region */
	double[] phase(DoubleDataset given, Roi region) {
		int[] shape = given.getShapeRef();
		if (shape.length != 2 || shape[0] != rows || shape[1] != columns)
			throw wrong("phase", "calculate_phase", Arrays.toString(shape));
		double[] phase = given.getData().clone();
		for (int p = 0; p < phase.length; p++)
			if (!region.contains(p / columns, p % columns))
				phase[p] = Double.NaN;
		return phase;
	}

	private void check(String name, String step, int givenRows, int givenColumns) {
		if (givenRows != rows || givenColumns != columns)
			throw wrong(name, step, givenRows + " x " + givenColumns);
	}

	private InvalidDataException wrong(String name, String step, String shape) {
		return new InvalidDataException(name + " has the shape " + shape + ", but the frames have " + rows + " x " + columns
				+ " pixels; give that which pxst " + step + " has made of this scan");
	}
}
