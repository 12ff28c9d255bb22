// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.pxst.ui.image.Picture;

class CrossSectionTest {
	private final Picture picture = new Picture("", 3, 4, new float[] { 0, 1, 2, 3, 10, 11, Float.NaN, 13, 20, 21, 22, 23 },
			new Picture.Axis("ss", "m", 5, 0.5), new Picture.Axis("fs", "m", 0, 2), "", "", Picture.Colours.GREY);

	@Test
	void downAColumn() {
		CrossSection section = CrossSection.alongSs(picture, 1.4, 1);
		assertArrayEquals(new double[] { 5, 5.5, 6 }, section.positions());
		assertArrayEquals(new double[] { 1, 11, 21 }, section.values());
	}

	@Test
	void alongARowWithAGap() {
		CrossSection section = CrossSection.alongFs(picture, 1, 1);
		assertArrayEquals(new double[] { 0, 2, 4, 6 }, section.positions());
		assertArrayEquals(new double[] { 10, 11, Double.NaN, 13 }, section.values());
	}

	@Test
	void meansLeaveOutWhatIsNotThere() {
		assertArrayEquals(new double[] { 10, 11, 12, 13 }, CrossSection.alongFs(picture, 1, 3).values());
		assertArrayEquals(new double[] { 2, 12, 22 }, CrossSection.alongSs(picture, 2, 3).values());
	}

	@Test
	void theRimAndBeyond() {
		assertArrayEquals(new double[] { 5, 6, 2, 8 }, CrossSection.alongFs(picture, -7, 3).values());
		assertArrayEquals(new double[] { 3, 13, 23 }, CrossSection.alongSs(picture, 99, 1).values());
	}
}
