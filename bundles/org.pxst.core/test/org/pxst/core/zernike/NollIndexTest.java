// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NollIndexTest {
	/** From Noll's table I, by hand. */
	static double byHand(int j, double y, double x) {
		double r = Math.hypot(y, x);
		double t = Math.atan2(y, x);
		return switch (j) {
		case 1 -> 1;
		case 2 -> 2 * r * Math.cos(t);
		case 3 -> 2 * r * Math.sin(t);
		case 4 -> Math.sqrt(3) * (2 * r * r - 1);
		case 5 -> Math.sqrt(6) * r * r * Math.sin(2 * t);
		case 6 -> Math.sqrt(6) * r * r * Math.cos(2 * t);
		case 7 -> Math.sqrt(8) * (3 * r * r * r - 2 * r) * Math.sin(t);
		case 8 -> Math.sqrt(8) * (3 * r * r * r - 2 * r) * Math.cos(t);
		case 9 -> Math.sqrt(8) * r * r * r * Math.sin(3 * t);
		case 10 -> Math.sqrt(8) * r * r * r * Math.cos(3 * t);
		case 11 -> Math.sqrt(5) * (6 * Math.pow(r, 4) - 6 * r * r + 1);
		case 12 -> Math.sqrt(10) * (4 * Math.pow(r, 4) - 3 * r * r) * Math.cos(2 * t);
		case 13 -> Math.sqrt(10) * (4 * Math.pow(r, 4) - 3 * r * r) * Math.sin(2 * t);
		case 14 -> Math.sqrt(10) * Math.pow(r, 4) * Math.cos(4 * t);
		case 15 -> Math.sqrt(10) * Math.pow(r, 4) * Math.sin(4 * t);
		case 22 -> Math.sqrt(7) * (20 * Math.pow(r, 6) - 30 * Math.pow(r, 4) + 12 * r * r - 1);
		default -> throw new IllegalArgumentException();
		};
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 22 })
	void polynomialsAreNolls(int j) {
		Random random = new Random(j);
		for (int k = 0; k < 50; k++) {
			double y = 2.4 * random.nextDouble() - 1.2;
			double x = 2.4 * random.nextDouble() - 1.2;
			assertEquals(byHand(j, y, x), NollIndex.of(j).value(y, x), 1e-12 * (1 + Math.abs(byHand(j, y, x))));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0", "2, 1, 1", "3, 1, -1", "4, 2, 0", "5, 2, -2", "6, 2, 2", "7, 3, -1", "8, 3, 1", "9, 3, -3",
			"10, 3, 3", "11, 4, 0", "12, 4, 2", "13, 4, -2", "14, 4, 4", "15, 4, -4", "16, 5, 1", "17, 5, -1", "21, 5, -5",
			"22, 6, 0", "35, 7, -7", "36, 7, 7", "37, 8, 0", "120, 14, 14" })
	void ordersAreNolls(int j, int n, int m) {
		assertEquals(new NollIndex(j, n, m), NollIndex.of(j));
	}

	@ParameterizedTest
	@CsvSource({ "1, piston", "2, tip (fast scan axis)", "3, tilt (slow scan axis)", "4, defocus", "5, oblique astigmatism",
			"6, vertical astigmatism", "7, vertical coma", "8, horizontal coma", "9, vertical trefoil",
			"10, oblique trefoil", "11, primary spherical", "12, secondary vertical astigmatism",
			"13, secondary oblique astigmatism", "14, vertical quadrafoil", "15, oblique quadrafoil",
			"16, secondary horizontal coma", "17, secondary vertical coma", "22, secondary spherical",
			"37, tertiary spherical", "56, 4th spherical", "36, oblique heptafoil", "120, vertical 14-foil" })
	void names(int j, String name) {
		assertEquals(name, NollIndex.of(j).name());
	}

	@Test
	void namesAreDifferent() {
		Set<String> names = new HashSet<>();
		for (int j = 1; j <= 136; j++)
			assertTrue(names.add(NollIndex.of(j).name()), NollIndex.of(j).name());
	}

	/** R_n^m(1) = 1 for all, so that all are as large as their norm on the rim. */
	@Test
	void allAreTheirNormOnTheRim() {
		for (int j = 1; j <= 136; j++) {
			NollIndex zernike = NollIndex.of(j);
			// where the cosine or the sine is 1
			double angle = zernike.m() < 0 ? Math.PI / 2 / -zernike.m() : 0;
			double norm = Math.sqrt((zernike.m() == 0 ? 1 : 2) * (zernike.n() + 1));
			assertEquals(norm, zernike.value(Math.sin(angle), Math.cos(angle)), 1e-11);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1 })
	void indexStartsAtOne(int j) {
		assertThrows(IllegalArgumentException.class, () -> NollIndex.of(j));
	}
}
