// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.zernike;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.scan.Mask;
import org.pxst.core.scan.Roi;

class ZernikeBasisTest {
	private static final double PIXEL = 50e-6;

	private static PupilDomain domain(String shape, int rows, int columns, double pixelFs) {
		Roi roi = Roi.full(rows, columns);
		return switch (shape) {
		case "rectangle" -> PupilDomain.rectangle(roi, PIXEL, pixelFs);
		case "circle" -> PupilDomain.inscribedCircle(roi, PIXEL, pixelFs);
		// reaches beyond the frame
		case "off centre" -> PupilDomain.circle(roi, 0.6 * rows, 0.4 * columns, 0.55 * rows * PIXEL, PIXEL, pixelFs);
		default -> throw new IllegalArgumentException(shape);
		};
	}

	private static Mask mask(int rows, int columns, String holes) {
		Mask mask = Mask.allGood(rows, columns);
		Random random = new Random(5);
		for (int p = 0; p < rows * columns; p++) {
			int i = p / columns;
			int j = p % columns;
			mask.good()[p] = switch (holes) {
			case "none" -> true;
			case "dead" -> random.nextInt(20) > 0;
			case "gap" -> Math.abs(j - columns / 3) > columns / 40 && Math.abs(i - rows / 2) > 1;
			case "stop" -> Math.hypot(i - rows / 2.0, j - columns / 2.0) > 0.15 * rows;
			case "corner" -> i + j > rows / 2;
			default -> throw new IllegalArgumentException(holes);
			};
		}
		return mask;
	}

	@ParameterizedTest
	@CsvSource({ "rectangle, 40, 60, 50e-6, none, 36", "rectangle, 60, 180, 50e-6, dead, 36",
			"rectangle, 50, 50, 75e-6, corner, 36", "circle, 64, 64, 50e-6, none, 36", "circle, 65, 90, 50e-6, stop, 36",
			"circle, 80, 60, 75e-6, gap, 36", "off centre, 60, 60, 50e-6, dead, 22", "rectangle, 60, 90, 50e-6, gap, 120",
			"circle, 80, 80, 50e-6, stop, 120", "rectangle, 60, 180, 50e-6, none, 120", "rectangle, 9, 9, 50e-6, none, 1",
			"circle, 40, 40, 50e-6, none, 7" })
	void orthonormalOverThePupil(String shape, int rows, int columns, double pixelFs, String holes, int orders) {
		ZernikeBasis basis = new ZernikeBasis(domain(shape, rows, columns, pixelFs), mask(rows, columns, holes), orders);
		double[][] images = new double[orders][];
		for (int j = 1; j <= orders; j++)
			images[j - 1] = basis.polynomial(j);
		boolean[] good = basis.pixels().good();
		int count = basis.pixels().count();
		for (int j = 0; j < orders; j++)
			for (int k = 0; k <= j; k++) {
				double sum = 0;
				for (int p = 0; p < good.length; p++)
					if (good[p])
						sum += images[j][p] * images[k][p];
				assertEquals(j == k ? 1 : 0, sum / count, orders > 36 ? 1e-10 : 1e-11, j + " " + k);
			}
		for (int p = 0; p < good.length; p++)
			assertEquals(good[p], !Double.isNaN(images[0][p]));
	}

	/** Noll's polynomials are orthonormal on the disc, so that nothing but its rim of whole pixels changes them. */
	@ParameterizedTest
	@CsvSource({ "50e-6, 300", "75e-6, 200" })
	void onADiscTheyAreZernikes(double pixelFs, int columns) {
		PupilDomain domain = domain("circle", 300, columns, pixelFs);
		ZernikeBasis basis = new ZernikeBasis(domain, Mask.allGood(300, columns), 15);
		for (int j = 1; j <= 15; j++) {
			double[] image = basis.polynomial(j);
			for (int p = 0; p < image.length; p++)
				if (!Double.isNaN(image[p]))
					assertEquals(NollIndexTest.byHand(j, domain.y(p / columns), domain.x(p % columns)), image[p], 0.02);
		}
	}

	/** The first four on a rectangle, whose moments are known. */
	@Test
	void onARectangleTheyAreWhatTheMomentsSay() {
		int rows = 30;
		int columns = 50;
		PupilDomain domain = domain("rectangle", rows, columns, PIXEL);
		ZernikeBasis basis = new ZernikeBasis(domain, Mask.allGood(rows, columns), 4);
		// sums over (i - middle)^2 / n and ^4 of n pixels
		double yy = (rows * rows - 1) / 12.0;
		double xx = (columns * columns - 1) / 12.0;
		double yyyy = yy * (3.0 * rows * rows - 7) / 20;
		double xxxx = xx * (3.0 * columns * columns - 7) / 20;
		double spread = Math.sqrt(yyyy - yy * yy + xxxx - xx * xx);
		for (int p = 0; p < rows * columns; p++) {
			double y = p / columns - 14.5;
			double x = p % columns - 24.5;
			assertEquals(1, basis.polynomial(1)[p], 1e-12);
			assertEquals(x / Math.sqrt(xx), basis.polynomial(2)[p], 1e-12);
			assertEquals(y / Math.sqrt(yy), basis.polynomial(3)[p], 1e-12);
			assertEquals((x * x + y * y - xx - yy) / spread, basis.polynomial(4)[p], 1e-12);
		}
	}

	/** Coordinates add lower orders only: the pixels decide, not the circle. */
	@Test
	void circleOfTheDomainDoesNotMatter() {
		Mask mask = mask(50, 70, "stop");
		Roi roi = Roi.full(50, 70);
		ZernikeBasis one = new ZernikeBasis(PupilDomain.rectangle(roi, PIXEL, PIXEL), mask, 36);
		ZernikeBasis other = new ZernikeBasis(PupilDomain.circle(roi, 20, 40, 65 * PIXEL, PIXEL, PIXEL), mask, 36);
		assertEquals(one.pixels().count(), other.pixels().count());
		for (int j = 1; j <= 36; j++) {
			double[] a = one.polynomial(j);
			double[] b = other.polynomial(j);
			for (int p = 0; p < a.length; p++)
				if (!Double.isNaN(a[p]))
					assertEquals(a[p], b[p], 1e-9);
		}
	}

	@ParameterizedTest
	@CsvSource({ "circle, none, 36, 1e-10", "rectangle, none, 36, 1e-10", "circle, dead, 36, 1e-10", "circle, gap, 36, 1e-10",
			"rectangle, stop, 36, 1e-10", "circle, corner, 36, 1e-6", "circle, none, 120, 1e-8" })
	void coefficientsOfZernikesComeBack(String shape, String holes, int orders, double tolerance) {
		int rows = 90;
		int columns = 110;
		PupilDomain domain = domain(shape, rows, columns, 55e-6);
		double[] truth = new Random(4).doubles(orders, -3, 3).toArray();
		double[] phase = new double[rows * columns];
		for (int j = 1; j <= orders; j++) {
			NollIndex zernike = NollIndex.of(j);
			for (int p = 0; p < phase.length; p++)
				phase[p] += truth[j - 1] * zernike.value(domain.y(p / columns), domain.x(p % columns));
		}
		ZernikeBasis basis = new ZernikeBasis(domain, mask(rows, columns, holes), orders);
		boolean[] good = basis.pixels().good();
		for (int p = 0; p < phase.length; p++)
			if (!good[p])
				phase[p] = Double.NaN;
		double[] coefficients = basis.fit(phase);
		assertArrayEquals(truth, basis.onDisc(coefficients), tolerance);
		double[] fitted = basis.values(coefficients);
		double square = 0;
		for (int p = 0; p < phase.length; p++)
			if (good[p]) {
				assertEquals(phase[p], fitted[p], 1e-10);
				square += phase[p] * phase[p] / basis.pixels().count();
			}
		assertEquals(square, Arrays.stream(coefficients).map(c -> c * c).sum(), 1e-10 * square);
	}

	@ParameterizedTest
	@CsvSource({ "circle, none, 36", "rectangle, dead, 36", "rectangle, gap, 120", "circle, corner, 36" })
	void coefficientsOfTheBasisComeBack(String shape, String holes, int orders) {
		ZernikeBasis basis = new ZernikeBasis(domain(shape, 70, 100, 60e-6), mask(70, 100, holes), orders);
		double[] truth = new Random(4).doubles(orders, -3, 3).toArray();
		assertArrayEquals(truth, basis.fit(basis.values(truth)), 1e-11);
	}

	/** Least squares leaves what is orthogonal to all polynomials. */
	@Test
	void residualOfNoiseIsOrthogonal() {
		ZernikeBasis basis = new ZernikeBasis(domain("circle", 60, 60, PIXEL), mask(60, 60, "dead"), 36);
		double[] noise = new Random(3).doubles(3600, -1, 1).toArray();
		double[] fitted = basis.values(basis.fit(noise));
		double[] rest = new double[3600];
		Arrays.setAll(rest, p -> noise[p] - fitted[p]);
		for (double c : basis.fit(rest))
			assertEquals(0, c, 1e-14);
	}

	@Test
	void sameOnEveryRun() {
		double[] noise = new Random(3).doubles(150 * 100, -1, 1).toArray();
		PupilDomain domain = domain("circle", 150, 100, PIXEL);
		double[] first = new ZernikeBasis(domain, mask(150, 100, "dead"), 36).fit(noise);
		assertTrue(Arrays.equals(first, new ZernikeBasis(domain, mask(150, 100, "dead"), 36).fit(noise)));
	}

	@ParameterizedTest
	@CsvSource({ "5, 5, 36", "1, 100, 4", "100, 1, 2", "6, 40, 36", "40, 40, 2147483647" })
	void tooFewPixelsAreAnError(int rows, int columns, int orders) {
		PupilDomain domain = domain("rectangle", rows, columns, PIXEL);
		Mask mask = Mask.allGood(rows, columns);
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> new ZernikeBasis(domain, mask, orders));
		assertTrue(e.getMessage().contains("fewer orders"), e.getMessage());
	}

	@Test
	void noPixelIsAnError() {
		PupilDomain domain = domain("circle", 10, 10, PIXEL);
		Mask none = new Mask(10, 10, new boolean[100]);
		assertThrows(InvalidDataException.class, () -> new ZernikeBasis(domain, none, 3));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 5 })
	void onlyItsPolynomials(int j) {
		ZernikeBasis basis = new ZernikeBasis(domain("circle", 10, 10, PIXEL), Mask.allGood(10, 10), 4);
		assertThrows(IllegalArgumentException.class, () -> basis.polynomial(j));
		assertThrows(IllegalArgumentException.class, () -> basis.fit(new double[99]));
	}
}
