// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.initial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class GeneratePixelMapTest {
	private static final double Z = 1.3;
	private static final double Z1 = 0.9e-3;

	private static Geometry geometry(double distance, DistanceFrom from) {
		return new Geometry(distance, from, 55e-6, 75e-6, 7.29e-11, OptionalDouble.empty());
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.4e-3, -1e-4, -1e-6, 0, 1e-6, 1e-4, 0.4e-3 })
	void slopesAreThoseOfExactAstigmatism(double shift) {
		GeneratePixelMap map = GeneratePixelMap.of(geometry(Z, DistanceFrom.FOCUS), Z1 + shift, Z1 - shift);
		assertEquals((Z1 + shift) / (Z + shift) / (Z1 / Z), map.slopeSs(), 1e-12);
		assertEquals((Z1 - shift) / (Z - shift) / (Z1 / Z), map.slopeFs(), 1e-12);
		assertEquals(Z, map.distance(), 1e-15);
		assertEquals(55e-6 * Z1 / Z, map.dss(), 1e-18);
		assertEquals(75e-6 * Z1 / Z, map.dfs(), 1e-18);
		assertEquals(Math.signum(shift), Math.signum(Math.round((map.slopeSs() - map.slopeFs()) * 1e9)));
	}

	@ParameterizedTest
	@CsvSource({ "8e-4, 8e-4", "8e-4, 9e-4", "1.2e-3, 3e-4", "0.2, 0.3" })
	void distanceFromSampleAndFromFocusDescribeTheSameGeometry(double defocusSs, double defocusFs) {
		double mean = (defocusSs + defocusFs) / 2;
		GeneratePixelMap a = GeneratePixelMap.of(geometry(Z, DistanceFrom.FOCUS), defocusSs, defocusFs);
		GeneratePixelMap b = GeneratePixelMap.of(geometry(Z - mean, DistanceFrom.SAMPLE), defocusSs, defocusFs);
		assertEquals(a.distance(), b.distance(), 1e-14);
		assertEquals(a.dss(), b.dss(), 1e-12 * a.dss());
		assertEquals(a.dfs(), b.dfs(), 1e-12 * a.dfs());
		assertEquals(a.slopeSs(), b.slopeSs(), 1e-12);
		assertEquals(a.slopeFs(), b.slopeFs(), 1e-12);
	}

	/** A ray from the line focus of an axis to a detector pixel passes the sample at u times the reference pixel. */
	@ParameterizedTest
	@CsvSource({ "8e-4, 9e-4", "1.2e-3, 3e-4" })
	void raysFromTheFociPassTheSampleAtTheMap(double defocusSs, double defocusFs) {
		for (DistanceFrom from : DistanceFrom.values()) {
			Geometry geometry = geometry(0.7, from);
			GeneratePixelMap generated = GeneratePixelMap.of(geometry, defocusSs, defocusFs);
			double toDetector = geometry.sampleToDetector((defocusSs + defocusFs) / 2);
			PixelMap map = generated.map(12, 9);
			for (int i = 0; i < 12; i++)
				for (int j = 0; j < 9; j++) {
					// similar triangles
					double ss = i * 55e-6 * defocusSs / (defocusSs + toDetector);
					double fs = j * 75e-6 * defocusFs / (defocusFs + toDetector);
					assertEquals(ss, map.ss()[i * 9 + j] * generated.dss(), 1e-18);
					assertEquals(fs, map.fs()[i * 9 + j] * generated.dfs(), 1e-18);
				}
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-5, 8e-4, 0.1 })
	void withoutAstigmatismItIsTheIdentity(double defocus) {
		GeneratePixelMap map = GeneratePixelMap.of(geometry(Z, DistanceFrom.FOCUS), defocus, defocus);
		assertEquals(1, map.slopeSs(), 1e-12);
		assertEquals(1, map.slopeFs(), 1e-12);
		assertTrue(map.dss() < 55e-6);
	}
}
