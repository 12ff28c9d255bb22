// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Fourier2DTest {
	private static float[] noise(int rows, int columns) {
		RandomStream random = new RandomStream(3, 0);
		float[] field = new float[2 * rows * columns];
		for (int k = 0; k < field.length; k++)
			field[k] = (float) random.normal();
		return field;
	}

	@ParameterizedTest
	@CsvSource({ "6, 10", "9, 8", "1, 5", "20, 12" })
	void forwardIsTheDefinition(int rows, int columns) {
		float[] field = noise(rows, columns);
		float[] expected = new float[field.length];
		for (int p = 0; p < rows; p++)
			for (int q = 0; q < columns; q++) {
				double re = 0;
				double im = 0;
				for (int i = 0; i < rows; i++)
					for (int j = 0; j < columns; j++) {
						double angle = -2 * Math.PI * ((double) p * i / rows + (double) q * j / columns);
						int k = 2 * (i * columns + j);
						re += field[k] * Math.cos(angle) - field[k + 1] * Math.sin(angle);
						im += field[k] * Math.sin(angle) + field[k + 1] * Math.cos(angle);
					}
				expected[2 * (p * columns + q)] = (float) re;
				expected[2 * (p * columns + q) + 1] = (float) im;
			}
		new Fourier2D(rows, columns).forward(field);
		assertArrayEquals(expected, field, 1e-4f);
	}

	@Test
	void inverseUndoesForwardButForTheScale() {
		float[] field = noise(30, 24);
		float[] original = field.clone();
		Fourier2D fourier = new Fourier2D(30, 24);
		fourier.forward(field);
		fourier.inverse(field);
		for (int k = 0; k < field.length; k++)
			assertEquals(original[k], field[k] / (30 * 24), 1e-5);
	}

	@Test
	void inverseOfSomeRowsIsThatPartOfTheWhole() {
		float[] whole = noise(30, 24);
		float[] part = whole.clone();
		Fourier2D fourier = new Fourier2D(30, 24);
		fourier.inverse(whole);
		fourier.inverse(part, 7, 12);
		for (int k = 2 * 7 * 24; k < 2 * 12 * 24; k++)
			assertEquals(whole[k], part[k]);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "7, 8", "11, 12", "224, 225", "1688, 1728", "384, 384" })
	void fastLengths(int minimum, int expected) {
		assertEquals(expected, Fourier2D.fastLength(minimum));
	}

	@Test
	void axisPhaseShiftsBySamples() {
		int rows = 12;
		int columns = 10;
		float[] field = noise(rows, columns);
		float[] original = field.clone();
		Fourier2D fourier = new Fourier2D(rows, columns);
		fourier.forward(field);
		AxisPhase.multiply(field, field, AxisPhase.of(rows, 1, 0, 3, 1.0 / rows),
				AxisPhase.of(columns, 1, 0, -2, 1.0 / columns));
		fourier.inverse(field);
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				assertEquals(original[2 * (i * columns + j)],
						field[2 * ((i + 3) % rows * columns + (j + columns - 2) % columns)], 1e-5);
	}
}
