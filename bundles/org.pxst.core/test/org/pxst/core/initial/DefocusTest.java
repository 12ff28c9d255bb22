// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class DefocusTest {
	private static Geometry geometry(DistanceFrom from) {
		return new Geometry(0.9, from, 55e-6, 75e-6, 7.29e-11, OptionalDouble.empty());
	}

	/** Detector pixel over reference pixel is the mean magnification, and the slope says how far an axis is off it. */
	@ParameterizedTest
	@CsvSource({ "8e-4, 8e-4, FOCUS", "8e-4, 8e-4, SAMPLE", "9e-4, 7e-4, FOCUS", "9e-4, 7e-4, SAMPLE", "1e-4, 3e-4, FOCUS",
			"1e-4, 3e-4, SAMPLE", "0.2, 0.3, FOCUS", "0.3, 0.2, SAMPLE", "1e-6, 1e-6, FOCUS" })
	void goesBackFromTheGeneratedMap(double defocusSs, double defocusFs, DistanceFrom from) {
		GeneratePixelMap map = GeneratePixelMap.of(geometry(from), defocusSs, defocusFs);
		double magnificationSs = 55e-6 / map.dss() / map.slopeSs();
		double magnificationFs = 75e-6 / map.dfs() / map.slopeFs();
		Defocus defocus = Defocus.of(geometry(from), magnificationSs, magnificationFs);
		assertEquals(defocusSs, defocus.ss(), 1e-9 * defocusSs);
		assertEquals(defocusFs, defocus.fs(), 1e-9 * defocusFs);
		assertEquals((defocusSs + defocusFs) / 2, defocus.mean(), 1e-9 * defocusSs);
	}

	@ParameterizedTest
	@CsvSource({ "2, 2", "10, 11", "1200, 1000", "1.5, 40" })
	void magnificationIsThatOfSimilarTriangles(double magnificationSs, double magnificationFs) {
		for (DistanceFrom from : DistanceFrom.values()) {
			Geometry geometry = geometry(from);
			Defocus defocus = Defocus.of(geometry, magnificationSs, magnificationFs);
			double toDetector = geometry.sampleToDetector(defocus.mean());
			assertEquals(magnificationSs, (defocus.ss() + toDetector) / defocus.ss(), 1e-9 * magnificationSs);
			assertEquals(magnificationFs, (defocus.fs() + toDetector) / defocus.fs(), 1e-9 * magnificationFs);
		}
	}

	@Test
	void knownCases() {
		Defocus fromFocus = Defocus.of(geometry(DistanceFrom.FOCUS), 10, 10);
		assertEquals(0.09, fromFocus.ss(), 1e-12);
		Defocus fromSample = Defocus.of(geometry(DistanceFrom.SAMPLE), 10, 10);
		assertEquals(0.1, fromSample.fs(), 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "1, 10", "10, 1", "0.5, 10", "10, -3", "NaN, 10", "10, NaN" })
	void magnificationMustBeOverOne(double magnificationSs, double magnificationFs) {
		Geometry geometry = geometry(DistanceFrom.FOCUS);
		assertThrows(IllegalArgumentException.class, () -> Defocus.of(geometry, magnificationSs, magnificationFs));
	}
}
