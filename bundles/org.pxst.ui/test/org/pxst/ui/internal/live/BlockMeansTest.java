// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.internal.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Roi;

class BlockMeansTest {
	@Test
	void smallImagesStayAsTheyAre() {
		BlockMeans blocks = BlockMeans.square(new Roi(1, 3, 2, 5), 6, 10);
		assertArrayEquals(new double[] { 8, 9, 10, 14, 15, 16 }, blocks.means(p -> p));
	}

	@Test
	void blocksAreMeansOfWhatIsFinite() {
		BlockMeans blocks = BlockMeans.square(Roi.full(3, 4), 4, 2);
		assertEquals(2, blocks.smallRows());
		assertEquals(2, blocks.smallColumns());
		double[] values = { 1, 3, Double.NaN, Double.NaN, 5, 7, Double.NaN, Double.NaN, 2, Double.NaN, 8, 10 };
		assertArrayEquals(new double[] { 4, Double.NaN, 2, 9 }, blocks.means(p -> values[p]));
	}

	@Test
	void weightsCount() {
		BlockMeans blocks = BlockMeans.square(Roi.full(1, 2), 2, 1);
		assertArrayEquals(new double[] { 1.75 }, blocks.means(p -> p + 1, p -> p == 0 ? 1 : 3));
	}

	@Test
	void axesMayBeMadeSmallerByDifferentFactors() {
		BlockMeans blocks = BlockMeans.of(Roi.full(10, 1000), 1000, 96);
		assertEquals(1, blocks.stepSs());
		assertEquals(11, blocks.stepFs());
		assertEquals(91, blocks.smallColumns());
	}
}
