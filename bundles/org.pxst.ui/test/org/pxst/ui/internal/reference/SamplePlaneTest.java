// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.pxst.core.image.Image;
import org.pxst.core.scan.Roi;
import org.pxst.ui.image.Picture;
import org.pxst.ui.image.Picture.Colours;

class SamplePlaneTest {
	@Test
	void cutsToWhatIsCoveredAndKeepsPlaces() {
		float[] values = new float[5 * 6];
		Arrays.fill(values, Float.NaN);
		values[1 * 6 + 2] = 1;
		values[3 * 6 + 4] = 2;
		Image image = new Image(5, 6, values);
		SamplePlane plane = SamplePlane.around(image, 2e-8, 4e-8);
		assertEquals(new Roi(1, 4, 2, 5), plane.region());
		Picture picture = plane.picture("Reference image", image, "intensity", "", Colours.GREY);
		float none = Float.NaN;
		assertArrayEquals(new float[] { 1, none, none, none, none, none, none, none, 2 }, picture.values());
		assertEquals(2e-8, picture.ss().at(0), 1e-20);
		assertEquals(8e-8 + 4e-8, picture.fs().at(1), 1e-20);
		assertEquals("m", picture.ss().unit());
		assertEquals(0.5, picture.aspect(), 1e-12);
	}

	@Test
	void countsPixelsWithoutAPixelSize() {
		Image image = Image.constant(2, 3, 1);
		Picture picture = SamplePlane.around(image, Double.NaN, 4e-8).picture("", image, "", "", Colours.GREY);
		assertEquals("px", picture.fs().unit());
		assertEquals(2, picture.fs().at(2));
	}

	@Test
	void nothingCoveredShowsEverything() {
		Image image = Image.constant(2, 3, Float.NaN);
		assertEquals(Roi.full(2, 3), SamplePlane.around(image, 1, 1).region());
	}
}
