// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.refine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.refine.QuadraticRefinement.Shift;

class QuadraticRefinementTest {
	private static double[] sampled(DoubleBinaryOperator error) {
		double[] values = new double[9];
		for (int ss = -1; ss <= 1; ss++)
			for (int fs = -1; fs <= 1; fs++)
				values[3 * (ss + 1) + fs + 1] = error.applyAsDouble(ss, fs);
		return values;
	}

	private static Shift minimum(DoubleBinaryOperator error) {
		return new QuadraticRefinement().minimum(sampled(error), 0);
	}

	/** Principal curvatures (second derivatives) along turned axes. */
	private static DoubleBinaryOperator bowl(double ss0, double fs0, double first, double second, double turn) {
		double c = Math.cos(turn);
		double s = Math.sin(turn);
		return (ss, fs) -> {
			double along = c * (ss - ss0) + s * (fs - fs0);
			double across = -s * (ss - ss0) + c * (fs - fs0);
			return 5 + first / 2 * along * along + second / 2 * across * across;
		};
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 1, 1, 0", "0.3, -0.4, 2, 1, 0", "0.3, -0.4, 2, 1, 0.7", "-0.9, 0.9, 10, 0.5, 2",
			"1.4, 1.4, 3, 3, 0", "-1.4, 0.2, 1e-6, 3e-6, 1", "0.5, 0.5, 1e9, 1e8, 0.2" })
	void minimaAreFoundWithTheirSmallerCurvature(double ss, double fs, double first, double second, double turn) {
		Shift shift = minimum(bowl(ss, fs, first, second, turn));
		assertEquals(ss, shift.ss(), 1e-6);
		assertEquals(fs, shift.fs(), 1e-6);
		assertEquals(Math.min(first, second), shift.curvature(), 1e-6 * Math.max(first, second));
	}

	@Test
	void offsetPicksTheNineValues() {
		double[] many = new double[40];
		Arrays.fill(many, Double.NaN);
		System.arraycopy(sampled(bowl(0.2, -0.6, 1, 2, 0)), 0, many, 18, 9);
		Shift shift = new QuadraticRefinement().minimum(many, 18);
		assertEquals(0.2, shift.ss(), 1e-12);
		assertEquals(-0.6, shift.fs(), 1e-12);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8 })
	void withoutAllNineValuesNothingMoves(int missing) {
		double[] values = sampled(bowl(0.2, -0.6, 1, 2, 0));
		values[missing] = Double.NaN;
		assertEquals(Shift.NONE, new QuadraticRefinement().minimum(values, 0));
	}

	@Test
	void flatErrorDoesNotMove() {
		Shift shift = minimum((ss, fs) -> 3);
		assertEquals(0, shift.ss(), 0);
		assertEquals(0, shift.fs(), 0);
		assertEquals(0, shift.curvature(), 0);
	}

	@ParameterizedTest
	@CsvSource({ "0.5, 0.3", "-0.7, 0", "1.2, -0.4" })
	void ridgeMovesAlongTheAxisThatHasAMinimum(double place, double slope) {
		// no structure along fs: the error does not depend on it, or has no minimum there
		for (double curvature : new double[] { 0, -0.5 }) {
			Shift down = minimum((ss, fs) -> Math.pow(ss - place, 2) + curvature * fs * fs);
			assertEquals(place, down.ss(), 1e-9);
			assertEquals(0, down.fs(), 1e-9);
			assertEquals(0, down.curvature(), 0);
			Shift across = minimum((ss, fs) -> Math.pow(fs - place, 2) + curvature * ss * ss + slope * ss);
			assertEquals(place, across.fs(), 1e-9);
			assertEquals(0, across.ss(), 1e-9);
			assertEquals(0, across.curvature(), 0);
		}
	}

	@ParameterizedTest
	@CsvSource({ "3, 0", "0, -2", "-5, 5", "1.6, 1.6", "100, 0" })
	void farMinimaAreNotBelieved(double ss, double fs) {
		Shift shift = minimum(bowl(ss, fs, 1, 1, 0));
		assertEquals(0, Math.abs(ss) > 1.5 ? shift.ss() : 0, 0);
		assertEquals(0, Math.abs(fs) > 1.5 ? shift.fs() : 0, 0);
		assertEquals(0, shift.curvature(), 0);
	}

	@Test
	void maximaDoNotMove() {
		Shift shift = minimum(bowl(0.4, 0.2, -1, -2, 0.3));
		assertEquals(0, shift.ss(), 0);
		assertEquals(0, shift.fs(), 0);
		assertEquals(0, shift.curvature(), 0);
	}

	private static LongStream seeds() {
		return LongStream.range(0, 60);
	}

	/** Whatever the nine errors are, the new place is not worse than the old one, and not far. */
	@ParameterizedTest
	@MethodSource("seeds")
	void neverMovesUphillOrFar(long seed) {
		double[] c = new Random(seed).doubles(5, -1, 1).toArray();
		// minima, saddles and maxima, near and far
		DoubleBinaryOperator error = (ss, fs) -> c[0] * ss * ss + c[1] * fs * fs + 2 * c[2] * ss * fs + c[3] * ss + c[4] * fs;
		Shift shift = minimum(error);
		assertTrue(Math.abs(shift.ss()) <= 1.5 && Math.abs(shift.fs()) <= 1.5);
		assertTrue(shift.curvature() >= 0);
		assertTrue(error.applyAsDouble(shift.ss(), shift.fs()) <= 1e-9,
				() -> shift + " is worse by " + error.applyAsDouble(shift.ss(), shift.fs()));
	}

	/** A sample with lines at an angle, a spoke of a star: the error is a valley, which noise makes a saddle. */
	@ParameterizedTest
	@CsvSource({ "45, -0.001", "45, -0.01", "135, -0.001", "30, -0.001", "60, -0.01", "160, -0.02", "45, 1e-5" })
	void valleysAtAnAngleAreNotCrossed(double degrees, double alongTheValley) {
		double turn = Math.toRadians(degrees);
		double ss0 = 0.5 * Math.cos(turn);
		double fs0 = 0.5 * Math.sin(turn);
		// a little slope along the valley puts the minimum far away
		DoubleBinaryOperator error = (ss, fs) -> bowl(ss0, fs0, 2, alongTheValley, turn).applyAsDouble(ss, fs)
				+ 1e-4 * (fs * Math.cos(turn) - ss * Math.sin(turn));
		Shift shift = minimum(error);
		double before = error.applyAsDouble(0, 0) - 5;
		double after = error.applyAsDouble(shift.ss(), shift.fs()) - 5;
		assertTrue(after < 0.6 * before, before + " becomes " + after + " with " + shift);
	}
}
