// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Roi;

class PupilDomainTest {
	@Test
	void cornersOfTheRectangleAreOnTheUnitCircle() {
		PupilDomain domain = PupilDomain.rectangle(new Roi(10, 31, 5, 46), 50e-6, 75e-6);
		assertEquals(1, Math.hypot(domain.y(10), domain.x(5)), 1e-15);
		assertEquals(1, Math.hypot(domain.y(30), domain.x(45)), 1e-15);
		assertEquals(0, Math.hypot(domain.y(20), domain.x(25)), 1e-15);
		assertEquals(20 * 50e-6 / (40 * 75e-6), domain.y(30) / domain.x(45), 1e-12);
		assertTrue(domain.contains(10, 5));
		assertFalse(domain.contains(9, 5));
	}

	@ParameterizedTest
	@CsvSource({ "40, 40, 50e-6, 40", "40, 60, 50e-6, 40", "60, 40, 50e-6, 40", "60, 30, 100e-6, 60", "41, 80, 50e-6, 41" })
	void inscribedCircleTouchesTheRims(int rows, int columns, double pixelFs, int diameter) {
		PupilDomain domain = PupilDomain.inscribedCircle(Roi.full(rows, columns), 50e-6, pixelFs);
		assertEquals(diameter * 50e-6 / 2, domain.radius(), 1e-15);
		assertEquals((rows - 1) / 2.0, domain.centreSs());
		int count = 0;
		for (int i = 0; i < rows; i++)
			for (int j = 0; j < columns; j++)
				if (domain.contains(i, j))
					count++;
		double area = Math.PI * Math.pow(domain.radius(), 2) / (50e-6 * pixelFs);
		assertEquals(area, count, 0.03 * area);
		assertFalse(domain.contains(0, 0));
	}

	@Test
	void circleOfOnesOwn() {
		PupilDomain domain = PupilDomain.circle(Roi.full(20, 20), 5, 8, 3 * 50e-6, 50e-6, 100e-6);
		assertTrue(domain.contains(8, 8));
		assertFalse(domain.contains(9, 8));
		assertTrue(domain.contains(5, 9));
		assertFalse(domain.contains(5, 10));
		assertEquals(1, domain.y(8), 1e-15);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1, Double.NaN, Double.POSITIVE_INFINITY })
	void radiusMustBePositive(double radius) {
		Roi roi = Roi.full(4, 4);
		assertThrows(InvalidDataException.class, () -> PupilDomain.circle(roi, 1, 1, radius, 1, 1));
		assertThrows(InvalidDataException.class, () -> PupilDomain.circle(roi, 1, 1, 1, radius, 1));
	}

	@Test
	void centreMustBeFinite() {
		Roi roi = Roi.full(4, 4);
		assertThrows(InvalidDataException.class, () -> PupilDomain.circle(roi, Double.NaN, 1, 1, 1, 1));
	}
}
