// SPDX-License-Identifier: EPL-2.0
package org.pxst.compute.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.pxst.core.scan.Mask;

class DepositCountTest {
	private static SplitCoordinates split(double... values) {
		return SplitCoordinates.of(values, 1, 0);
	}

	@Test
	void countsPixelsInThePixelOfTheImageThatHasMost() {
		Mask mask = new Mask(1, 6, new boolean[] { true, true, true, true, false, true });
		SplitCoordinates ss = split(0, 0.5, 0.9, 1, 0.2, -7);
		SplitCoordinates fs = split(3, 3.5, 3.9, 3, 3.3, 3);
		assertEquals(9 * 3 * 11, DepositCount.most(mask, ss, fs, 11));
	}

	@Test
	void noMoreThanThatManySamplesGoIntoAnyPixel() {
		Random random = new Random(5);
		int rows = 12;
		int columns = 10;
		double[] ss = random.doubles(rows * columns, 0, 6).toArray();
		double[] fs = random.doubles(rows * columns, 0, 6).toArray();
		int[] hits = new int[20 * 20];
		for (int n = 0; n < 8; n++) {
			double ds = 5 * random.nextDouble();
			double df = 5 * random.nextDouble();
			for (int p = 0; p < ss.length; p++)
				for (int corner = 0; corner < 4; corner++)
					hits[((int) (ss[p] + ds) + corner / 2) * 20 + (int) (fs[p] + df) + corner % 2]++;
		}
		long most = DepositCount.most(Mask.allGood(rows, columns), split(ss), split(fs), 8);
		assertTrue(Arrays.stream(hits).max().getAsInt() <= most);
	}

	@Test
	void noPixelsDepositNothing() {
		assertEquals(0, DepositCount.most(new Mask(1, 2, new boolean[2]), split(1, 2), split(3, 4), 9));
	}

	@Test
	void mapThatReachesFarIsBoundedByAllItsPixels() {
		long most = DepositCount.most(Mask.allGood(1, 4), split(-1e9, 3e9, 0, 0), split(5, -3e9, 1e12, 0), 7);
		assertEquals(9 * 4 * 7, most);
	}
}
