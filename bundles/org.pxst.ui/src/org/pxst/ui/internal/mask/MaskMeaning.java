// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.mask;

import java.util.Arrays;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;

/** What the numbers of a mask from elsewhere mean. */
public enum MaskMeaning {
	/** True, or a number other than 0, is a good pixel: PXST, DAWN, the 2020 suite. */
	NONZERO_GOOD("True (non-zero) is good", "PXST, DAWN and the 2020 suite"),
	/** True, or a number other than 0, is a bad pixel: CXI, NeXus, pyFAI. */
	NONZERO_BAD("True (non-zero) is bad", "CXI, NeXus and pyFAI");

	private final String label;
	private final String users;

	MaskMeaning(String label, String users) {
		this.label = label;
		this.users = users;
	}

	/** Its name. */
	public String label() {
		return label;
	}

	/** Who writes masks that way. */
	public String users() {
		return users;
	}

	/**
	 * What is more likely: few pixels of a detector are bad.
	 *
	 * @param values of the mask
	 */
	public static MaskMeaning guess(double[] values) {
		long set = Arrays.stream(values).filter(v -> v != 0).count();
		return 2 * set >= values.length ? NONZERO_GOOD : NONZERO_BAD;
	}

	/**
	 * The mask that numbers stand for. What is no number (NaN) is bad.
	 *
	 * @param values  flat, row-major
	 * @param shape   extents; axes of length 1 in front are left out
	 * @param rows    detector rows M
	 * @param columns detector columns L
	 * @throws InvalidDataException when the shape is not the detector's; says which it must be
	 */
	public Mask mask(double[] values, int[] shape, int rows, int columns) {
		int[] image = shape;
		while (image.length > 2 && image[0] == 1)
			image = Arrays.copyOfRange(image, 1, image.length);
		if (!Arrays.equals(image, new int[] { rows, columns }))
			throw new InvalidDataException("it has the shape " + Arrays.toString(shape) + ", but the frames have " + rows + " x "
					+ columns + " pixels; choose a mask of this detector");
		boolean[] good = new boolean[values.length];
		for (int p = 0; p < good.length; p++)
			good[p] = !Double.isNaN(values[p]) && values[p] != 0 == (this == NONZERO_GOOD);
		return new Mask(rows, columns, good);
	}
}
