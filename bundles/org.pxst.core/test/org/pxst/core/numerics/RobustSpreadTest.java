// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

class RobustSpreadTest {
	@Test
	void medianAndDistance() {
		assertEquals(new RobustSpread(3, 1), RobustSpread.of(new double[] { 1000, 2, 3, 4, 1 }));
		assertEquals(new RobustSpread(3, 1), RobustSpread.of(new float[] { 1000, 2, 3, 4, 1, Float.NaN }, 5));
		assertEquals(new RobustSpread(7, 0), RobustSpread.of(new double[] { 7 }));
	}

	@Test
	void sigmaOfANormalDistributionWithStrayValues() {
		Random random = new Random(3);
		double[] values = new double[20_001];
		float[] floats = new float[values.length];
		for (int k = 0; k < values.length; k++)
			floats[k] = (float) (values[k] = 5 + 0.3 * random.nextGaussian() + (k % 100 == 0 ? 1000 : 0));
		assertEquals(0.3, RobustSpread.of(values).sigma(), 0.01);
		assertEquals(RobustSpread.of(values).sigma(), RobustSpread.of(floats, floats.length).sigma(), 1e-6);
	}

	@Test
	void theValuesStayAsTheyAre() {
		double[] values = { 3, 1, 2 };
		RobustSpread.of(values);
		assertArrayEquals(new double[] { 3, 1, 2 }, values);
	}
}
