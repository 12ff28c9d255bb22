// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

class PartOffsetsTest {
	@Test
	void consistentDifferencesAreMet() {
		Random random = new Random(1);
		double[] truth = random.doubles(200, -5, 5).toArray();
		double mean = Arrays.stream(truth).average().orElseThrow();
		PartOffsets offsets = new PartOffsets(200);
		for (int k = 1; k < 200; k++) {
			offsets.add(k, k / 2, truth[k / 2] - truth[k], 0.1 + random.nextDouble());
			int other = random.nextInt(k);
			offsets.add(other, k, truth[k] - truth[other], 0.1 + random.nextDouble());
		}
		assertArrayEquals(Arrays.stream(truth).map(v -> v - mean).toArray(), offsets.solve(), 1e-9);
	}

	/** Round a triangle the contradiction of 3 is shared out as the inverse of the weights. */
	@Test
	void contradictionsAreSharedOut() {
		PartOffsets offsets = new PartOffsets(3);
		offsets.add(0, 1, 1, 1);
		offsets.add(1, 2, 1, 1);
		offsets.add(2, 0, 1, 1);
		assertArrayEquals(new double[] { 0, 0, 0 }, offsets.solve(), 1e-12);
		offsets.add(2, 0, 1, 3);
		// contradiction 3: shares 4/9, 4/9 and 1/9 of it
		assertArrayEquals(new double[] { 1 / 3.0, 0, -1 / 3.0 }, offsets.solve(), 1e-12);
	}

	@Test
	void partsWithoutDifferencesStay() {
		PartOffsets offsets = new PartOffsets(4);
		offsets.add(1, 3, 6, 0.5);
		assertArrayEquals(new double[] { 0, -3, 0, 3 }, offsets.solve(), 1e-12);
		assertArrayEquals(new double[3], new PartOffsets(3).solve());
	}
}
