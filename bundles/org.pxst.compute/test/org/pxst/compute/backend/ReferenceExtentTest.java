// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.pxst.core.InvalidDataException;
import org.pxst.core.image.Image;
import org.pxst.core.map.ForwardModel;
import org.pxst.core.map.PixelMap;
import org.pxst.core.map.ReferenceImage;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.PixelTranslations;

class ReferenceExtentTest {
	private static ForwardModel model(boolean... good) {
		PixelMap map = new PixelMap(1, 3, new double[] { 0, 10.5, Double.NaN }, new double[] { 2, -3.25, 1e9 });
		PixelTranslations d = new PixelTranslations(new double[] { 1, Double.NaN, -2 }, new double[] { 0, Double.NaN, 4 });
		return new ForwardModel(new Mask(1, 3, good), Image.constant(1, 3, 1), map, d);
	}

	@Test
	void reachesWhatGoodPixelsSeeInTheGivenFrames() {
		ReferenceExtent extent = ReferenceExtent.of(model(true, true, false), new int[] { 0, 2 });
		assertEquals(1, extent.n0());
		assertEquals(7.25, extent.m0());
		assertEquals(12 + 1 + 2, extent.rows());
		assertEquals(9 + 2, extent.columns());
		assertEquals(15 * 11, extent.size());
	}

	@Test
	void otherFramesAndPixelsDoNotMatter() {
		ReferenceExtent extent = ReferenceExtent.of(model(true, false, false), new int[] { 0 });
		assertEquals(new ReferenceExtent(1, -2, 2, 2), extent);
	}

	@Test
	void absurdSizesAreRefusedInOneLine() {
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> {
			ForwardModel model = model(true, true, true);
			ReferenceExtent.of(model.with(new PixelMap(1, 3, new double[] { 0, 1e5, 0 }, new double[] { 0, 0, 1e5 })),
					new int[] { 0 });
		});
		assertTrue(e.getMessage().contains("3 pixels and 1 positions"), e.getMessage());
		assertEquals(1, e.getMessage().lines().count());
	}

	@Test
	void noPixelAtAllIsRefused() {
		assertThrows(InvalidDataException.class,
				() -> ReferenceExtent.of(model(false, false, false), new int[] { 0 }));
	}

	@Test
	void thatOfAnImageIsItsShape() {
		Image image = Image.constant(4, 7, 1);
		assertEquals(new ReferenceExtent(2.5, -1, 4, 7), ReferenceExtent.of(new ReferenceImage(image, image, 2.5, -1)));
	}
}
