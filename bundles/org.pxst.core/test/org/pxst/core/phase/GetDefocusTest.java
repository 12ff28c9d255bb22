// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pxst.core.InvalidDataException;
import org.pxst.core.initial.GeneratePixelMap;
import org.pxst.core.map.PixelMap;
import org.pxst.core.scan.Geometry;
import org.pxst.core.scan.Geometry.DistanceFrom;

class GetDefocusTest {
	private static Geometry geometry(DistanceFrom from, double pixelFs) {
		return new Geometry(1.1, from, 50e-6, pixelFs, 1e-10, OptionalDouble.empty());
	}

	@ParameterizedTest
	@CsvSource({ "FOCUS, 50e-6, 8e-4, 8e-4", "FOCUS, 75e-6, 9e-4, 8e-4", "SAMPLE, 50e-6, 8e-4, 9e-4",
			"SAMPLE, 75e-6, 3e-3, 3.5e-3", "FOCUS, 50e-6, 0.2, 0.3" })
	void distancesOfAPerfectLensComeBack(DistanceFrom from, double pixelFs, double ss, double fs) {
		Geometry geometry = geometry(from, pixelFs);
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, ss, fs);
		PixelMap map = generated.map(20, 31);
		double[] weights = new Random(3).doubles(20 * 31, 0.1, 1).toArray();
		for (int p = 0; p < weights.length; p += 7) {
			weights[p] = 0;
			map.ss()[p] = map.fs()[p] = Double.NaN;
		}
		FocusDistances found = new GetDefocus(geometry, generated.dss(), generated.dfs()).apply(map, weights);
		double sampleToDetector = from == DistanceFrom.SAMPLE ? 1.1 : 1.1 - (ss + fs) / 2;
		assertEquals(ss, found.defocus().ss(), 1e-9 * ss);
		assertEquals(fs, found.defocus().fs(), 1e-9 * fs);
		assertEquals((ss - fs) / 2, found.astigmatism(), 1e-9 * ss);
		assertEquals(sampleToDetector, found.sampleToDetector(), 1e-9);
		assertEquals(sampleToDetector + ss, found.focusToDetectorSs(), 1e-9);
		assertEquals(sampleToDetector + fs, found.focusToDetectorFs(), 1e-9);
	}

	/** Scale of the reference pixels is a scale of the map. */
	@Test
	void referencePixelNeedNotBeTheDemagnifiedOne() {
		Geometry geometry = geometry(DistanceFrom.FOCUS, 50e-6);
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, 1e-3, 1.1e-3);
		PixelMap map = generated.map(10, 10);
		double[] half = Arrays.stream(map.ss()).map(v -> v / 2 + 5).toArray();
		FocusDistances found = new GetDefocus(geometry, 2 * generated.dss(), generated.dfs())
				.apply(new PixelMap(10, 10, half, map.fs()), ones());
		assertEquals(1e-3, found.defocus().ss(), 1e-12);
		assertEquals(1.1e-3, found.defocus().fs(), 1e-12);
	}

	private static double[] ones() {
		double[] ones = new double[100];
		Arrays.fill(ones, 1);
		return ones;
	}

	/** On a triangle rows and columns go together, so that a line fit would take the shear for a slope. */
	@Test
	void shearDoesNotCount() {
		Geometry geometry = geometry(DistanceFrom.FOCUS, 50e-6);
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, 1e-3, 1.1e-3);
		PixelMap map = generated.map(10, 10);
		double[] weights = ones();
		for (int p = 0; p < 100; p++) {
			map.ss()[p] += 0.2 * (p % 10);
			if (p / 10 < p % 10)
				weights[p] = 0;
		}
		FocusDistances found = new GetDefocus(geometry, generated.dss(), generated.dfs()).apply(map, weights);
		assertEquals(1e-3, found.defocus().ss(), 1e-12);
	}

	@Test
	void noiseAveragesOut() {
		Geometry geometry = geometry(DistanceFrom.FOCUS, 50e-6);
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, 1e-3, 1.1e-3);
		PixelMap map = generated.map(100, 100);
		Random random = new Random(5);
		double[] weights = new double[10000];
		for (int p = 0; p < weights.length; p++) {
			weights[p] = 1;
			map.ss()[p] += random.nextGaussian();
		}
		double found = new GetDefocus(geometry, generated.dss(), generated.dfs()).apply(map, weights).defocus().ss();
		// slope: sigma = sqrt(12) / 100^2 of 1
		assertEquals(1e-3, found, 4 * Math.sqrt(12) / 1e4 * 1e-3);
		assertTrue(Math.abs(found - 1e-3) > 1e-9);
	}

	@Test
	void weightsCount() {
		Geometry geometry = geometry(DistanceFrom.FOCUS, 50e-6);
		GeneratePixelMap generated = GeneratePixelMap.of(geometry, 1e-3, 1.1e-3);
		PixelMap map = generated.map(10, 10);
		double[] weights = ones();
		for (int j = 0; j < 10; j++) {
			map.ss()[j] -= 4;
			weights[j] = 1e-14;
		}
		double found = new GetDefocus(geometry, generated.dss(), generated.dfs()).apply(map, weights).defocus().ss();
		assertEquals(1e-3, found, 1e-12);
	}

	@Test
	void weightsMustFillTheMap() {
		GetDefocus getDefocus = new GetDefocus(geometry(DistanceFrom.FOCUS, 50e-6), 4e-8, 4e-8);
		assertThrows(InvalidDataException.class, () -> getDefocus.apply(PixelMap.identity(10, 11), ones()));
	}

	@ParameterizedTest
	@CsvSource({ "-1, 1", "1, -1", "2000, 1", "0, 1", "1, 0" })
	void mapThatDoesNotMagnifyIsAnError(double slopeSs, double slopeFs) {
		PixelMap map = PixelMap.linear(10, 10, slopeSs, slopeFs);
		GetDefocus getDefocus = new GetDefocus(geometry(DistanceFrom.FOCUS, 50e-6), 4e-8, 4e-8);
		InvalidDataException e = assertThrows(InvalidDataException.class, () -> getDefocus.apply(map, ones()));
		assertTrue(e.getMessage().contains("magnification"), e.getMessage());
	}
}
