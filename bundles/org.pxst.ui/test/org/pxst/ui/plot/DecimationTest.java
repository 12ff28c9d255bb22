// SPDX-License-Identifier: EPL-2.0
package org.pxst.ui.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.pxst.processing.charts.CurveData;

class DecimationTest {
	private static final int MANY = 1_000_000;

	private static CurveData.Series series(double[] x, double[] y) {
		return new CurveData.Series("s", x, y, null, null);
	}

	private static CurveData.Series wave(int count) {
		double[] x = IntStream.range(0, count).asDoubleStream().toArray();
		return series(x, Arrays.stream(x).map(v -> Math.sin(v / 777)).toArray());
	}

	@Test
	void aLongCurveKeepsItsPeaksAndItsEnds() {
		CurveData.Series wave = wave(MANY);
		wave.y()[345_678] = 9;
		wave.y()[700_001] = -9;
		CurveData.Series thin = new Decimation(new Range(0, MANY - 1), new Range(-10, 10), 500, 300).line(wave);
		assertTrue(thin.x().length <= 4 * 502, "points: " + thin.x().length);
		assertTrue(contains(thin, 345_678, 9), "highest point");
		assertTrue(contains(thin, 700_001, -9), "lowest point");
		assertEquals(0, thin.x()[0]);
		assertEquals(MANY - 1, thin.x()[thin.x().length - 1]);
		double[] sorted = thin.x().clone();
		Arrays.sort(sorted);
		assertArrayEquals(sorted, thin.x(), "order");
	}

	@Test
	void onlyWhatIsVisibleIsKeptAndOnePointOnEachSide() {
		CurveData.Series thin = new Decimation(new Range(1000, 1010), new Range(-1, 1), 100, 100).line(wave(MANY));
		assertEquals(999, thin.x()[0]);
		assertEquals(1011, thin.x()[thin.x().length - 1]);
		assertEquals(13, thin.x().length);
	}

	@Test
	void gapsStay() {
		CurveData.Series wave = wave(MANY);
		wave.y()[500_000] = Double.NaN;
		CurveData.Series thin = new Decimation(new Range(0, MANY - 1), new Range(-1, 1), 500, 300).line(wave);
		assertTrue(Arrays.stream(thin.y()).anyMatch(Double::isNaN), "the gap");
		assertTrue(Arrays.stream(thin.y()).filter(Double::isNaN).count() == 1, "one gap");
	}

	@Test
	void shortCurvesAndLoopsStayAsTheyAre() {
		Decimation decimation = new Decimation(new Range(0, 100), new Range(-1, 1), 500, 300);
		CurveData.Series shortOne = wave(1000);
		assertSame(shortOne, decimation.line(shortOne));
		CurveData.Series loop = wave(5000);
		loop.x()[4000] = 3;
		assertSame(loop, decimation.line(loop));
	}

	@Test
	void ofMarkersThatCoverEachOtherOneIsLeft() {
		double[] x = new double[10_000];
		double[] y = new double[10_000];
		for (int k = 0; k < x.length; k++) {
			x[k] = k % 10;
			y[k] = k / 10 % 10;
		}
		x[9999] = 50;
		CurveData.Series thin = new Decimation(new Range(-1, 11), new Range(-1, 11), 400, 400).markers(series(x, y));
		assertEquals(100, thin.x().length, "one at each place, none out of sight");
	}

	private static boolean contains(CurveData.Series series, double x, double y) {
		return IntStream.range(0, series.x().length).anyMatch(k -> series.x()[k] == x && series.y()[k] == y);
	}
}
