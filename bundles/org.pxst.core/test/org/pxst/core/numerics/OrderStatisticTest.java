// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderStatisticTest {
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 10, 257, 5000 })
	void agreesWithSorting(int count) {
		Random random = new Random(count);
		float[] values = new float[count + 3];
		for (int k = 0; k < values.length; k++)
			values[k] = (float) ((random.nextBoolean() ? -1 : 1) * Math.pow(10, 60 * random.nextDouble() - 30));
		values[count] = Float.NaN;
		float[] sorted = Arrays.copyOf(values, count);
		Arrays.sort(sorted);
		for (int rank = 0; rank < count; rank += Math.max(1, count / 50))
			assertEquals(sorted[rank], OrderStatistic.ofRank(values, count, rank));
		assertEquals(sorted[count - 1], OrderStatistic.ofRank(values, count, count - 1));
	}

	@Test
	void valuesNextToEachOtherAndEqualOnes() {
		float[] values = { 1, Math.nextUp(1f), 1, -0f, 0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
				-Float.MIN_VALUE, Float.MAX_VALUE };
		float[] sorted = values.clone();
		Arrays.sort(sorted);
		float[] found = new float[values.length];
		for (int rank = 0; rank < found.length; rank++)
			found[rank] = OrderStatistic.ofRank(values, values.length, rank);
		assertArrayEquals(sorted, found);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "3, 3", "3, -1", "5, 4" })
	void ranksThatAreNotThere(int count, int rank) {
		assertThrows(IllegalArgumentException.class, () -> OrderStatistic.ofRank(new float[4], count, rank));
	}
}
