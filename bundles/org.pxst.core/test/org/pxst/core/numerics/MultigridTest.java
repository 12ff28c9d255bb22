// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultigridTest {
	/** Random pairs, some of them missing. */
	private static PixelPairs pairs(int rows, int columns, long seed) {
		Random random = new Random(seed);
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		for (int p = 0; p < ss.length; p++) {
			if (p / columns < rows - 1 && random.nextInt(8) > 0)
				ss[p] = Math.pow(10, -2 * random.nextDouble());
			if (p % columns < columns - 1 && random.nextInt(8) > 0)
				fs[p] = Math.pow(10, -2 * random.nextDouble());
		}
		return PixelPairs.of(rows, columns, ss, fs);
	}

	private static double[] random(PixelPairs pairs, long seed) {
		double[] values = new Random(seed).doubles(pairs.rows() * pairs.columns(), -1, 1).toArray();
		new ConnectedParts(pairs).removeMeans(values);
		for (int p = 0; p < values.length; p++)
			if (!(pairs.diagonal()[p] > 0))
				values[p] = 0;
		return values;
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "1, 9", "9, 1", "2, 30", "7, 13", "33, 16", "70, 90" })
	void isSymmetricAndPositive(int rows, int columns) {
		PixelPairs pairs = pairs(rows, columns, rows);
		Multigrid multigrid = new Multigrid(pairs);
		double[] a = random(pairs, 1);
		double[] b = random(pairs, 2);
		double[] solvedA = multigrid.solve(a).clone();
		double[] solvedB = multigrid.solve(b).clone();
		double product = pairs.dot(a, solvedB);
		assertEquals(product, pairs.dot(b, solvedA), 1e-10 * Math.sqrt(pairs.dot(a, solvedA) * pairs.dot(b, solvedB)));
		assertTrue(pairs.dot(a, solvedA) > 0);
	}

	/** Without gaps, each cycle by itself takes most of the error off, whatever the size. */
	@ParameterizedTest
	@CsvSource({ "16, 16", "64, 64", "65, 130", "256, 256", "2, 200" })
	void cyclesConvergeAtAnySize(int rows, int columns) {
		double[] ss = new double[rows * columns];
		double[] fs = new double[rows * columns];
		for (int p = 0; p < ss.length; p++) {
			ss[p] = p / columns < rows - 1 ? 1 : 0;
			fs[p] = p % columns < columns - 1 ? 1 : 0;
		}
		PixelPairs pairs = PixelPairs.of(rows, columns, ss, fs);
		double[] right = random(pairs, 5);
		double[] solution = new double[right.length];
		double[] residual = right.clone();
		double first = Math.sqrt(pairs.dot(right, right));
		for (int k = 0; k < 12; k++) {
			double[] step = new Multigrid(pairs).solve(residual);
			for (int p = 0; p < step.length; p++)
				solution[p] += step[p];
			pairs.residual(solution, right, residual);
		}
		double left = Math.sqrt(pairs.dot(residual, residual)) / first;
		assertTrue(left < 1e-3, "residual " + left);
	}

	@Test
	void operatorIsTheSumOverPairs() {
		PixelPairs pairs = pairs(5, 7, 4);
		double[] x = new Random(1).doubles(35).toArray();
		double[] expected = new double[35];
		for (int i = 0; i < 5; i++)
			for (int j = 0; j < 7; j++) {
				int p = 7 * i + j;
				if (i < 4) {
					expected[p] += pairs.ss()[p] * (x[p] - x[p + 7]);
					expected[p + 7] += pairs.ss()[p] * (x[p + 7] - x[p]);
				}
				if (j < 6) {
					expected[p] += pairs.fs()[p] * (x[p] - x[p + 1]);
					expected[p + 1] += pairs.fs()[p] * (x[p + 1] - x[p]);
				}
			}
		double[] applied = new double[35];
		pairs.apply(x, applied);
		assertArrayEquals(expected, applied, 1e-14);
		double[] residual = new double[35];
		pairs.residual(x, new double[35], residual);
		for (int p = 0; p < 35; p++)
			assertEquals(-expected[p], residual[p], 1e-14);
	}

	@Test
	void blocksKeepTheWeightBetweenThem() {
		PixelPairs pairs = pairs(6, 8, 4);
		PixelPairs blocks = pairs.ofBlocks();
		assertEquals(3, blocks.rows());
		assertEquals(4, blocks.columns());
		assertEquals(0.5 * (pairs.ss()[8 + 2] + pairs.ss()[8 + 3]), blocks.ss()[1], 1e-15);
		assertEquals(0.5 * (pairs.fs()[1] + pairs.fs()[9]), blocks.fs()[0], 1e-15);
		assertEquals(0, blocks.ss()[2 * 4 + 1]);
		assertEquals(0, blocks.fs()[3]);
	}
}
