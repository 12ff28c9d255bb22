// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

/**
 * The pixels of a domain that are good, and the box around them. Immutable.
 *
 * @param domain circle or rectangle
 * @param good   good pixels of the domain, the whole frame
 * @param box    smallest rectangle with all of them
 * @param count  how many they are
 */
record Pupil(PupilDomain domain, Mask good, Roi box, int count) {
	/** @throws InvalidDataException when no pixel is left */
	static Pupil of(PupilDomain domain, Mask mask) {
		int rows = mask.rows();
		int columns = mask.columns();
		boolean[] good = new boolean[rows * columns];
		int ss0 = rows;
		int ss1 = 0;
		int fs0 = columns;
		int fs1 = 0;
		int count = 0;
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				if (mask.isGood(i, j) && domain.contains(i, j)) {
					good[i * columns + j] = true;
					ss0 = Math.min(ss0, i);
					ss1 = Math.max(ss1, i + 1);
					fs0 = Math.min(fs0, j);
					fs1 = Math.max(fs1, j + 1);
					count++;
				}
		if (count == 0)
			throw new InvalidDataException("no good pixel with a phase lies in the pupil; check mask, region of interest, and"
					+ " the centre and radius of the pupil");
		return new Pupil(domain, new Mask(rows, columns, good), new Roi(ss0, ss1, fs0, fs1), count);
	}

	int rows() {
		return good.rows();
	}

	int columns() {
		return good.columns();
	}

	/** Whether a pixel, counted from the corner of the box, belongs to it. */
	boolean contains(int i, int j) {
		return good.good()[index(i, j)];
	}

	/** Of a pixel, counted from the corner of the box, in the flat frame. */
	int index(int i, int j) {
		return (box.ss0() + i) * good.columns() + box.fs0() + j;
	}

	/** y in units of the radius of a place -1 .. 1 between the outer rims of the box. */
	double y(double place) {
		return domain.y((box.ss0() + box.ss1() - 1 + place * box.rows()) / 2);
	}

	/** x in units of the radius of a place -1 .. 1 between the outer rims of the box. */
	double x(double place) {
		return domain.x((box.fs0() + box.fs1() - 1 + place * box.columns()) / 2);
	}
}
