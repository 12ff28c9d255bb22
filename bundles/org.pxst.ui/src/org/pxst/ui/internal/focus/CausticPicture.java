// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.focus;

import org.pxst.ui.image.Picture;

/** A caustic as a picture: along the beam to the right, positive positions of the axis above. */
final class CausticPicture {
	private CausticPicture() {
	}

	/** The picture of one axis; the largest value is 1. */
	static Picture of(FocusData data, Caustic caustic) {
		int rows = caustic.samples();
		int columns = caustic.planes();
		float[] values = new float[rows * columns];
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				values[i * columns + j] = caustic.light()[j * rows + rows - 1 - i];
		return new Picture("Caustic " + caustic.axis(), rows, columns, values,
				new Picture.Axis("position along " + caustic.axis(), "m", caustic.position(rows - 1), -caustic.voxel()),
				new Picture.Axis("along the beam", "m", data.planes()[0], data.spacing()), "intensity (largest = 1)", "",
				Picture.Colours.SEQUENTIAL);
	}
}
