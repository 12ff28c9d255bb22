// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pxst.core.scan.Geometry.DistanceFrom;

class GeometryTest {
	private static Geometry geometry(double distance, DistanceFrom from) {
		return new Geometry(distance, from, 55e-6, 75e-6, 7.29e-11, OptionalDouble.empty());
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-5, 8e-4, 0.3 })
	void focusToDetectorIsDefocusPlusSampleToDetector(double defocus) {
		for (DistanceFrom from : DistanceFrom.values()) {
			Geometry geometry = geometry(0.7, from);
			assertEquals(geometry.focusToDetector(defocus), defocus + geometry.sampleToDetector(defocus), 1e-15);
		}
		assertEquals(0.7, geometry(0.7, DistanceFrom.FOCUS).focusToDetector(defocus));
		assertEquals(0.7, geometry(0.7, DistanceFrom.SAMPLE).sampleToDetector(defocus));
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1e-5, 8e-4, 0.3 })
	void bothOriginsDescribeTheSameGeometry(double defocus) {
		Geometry fromFocus = geometry(1, DistanceFrom.FOCUS);
		Geometry fromSample = geometry(1 - defocus, DistanceFrom.SAMPLE);
		assertEquals(fromFocus.focusToDetector(defocus), fromSample.focusToDetector(defocus), 1e-15);
		assertEquals(fromFocus.sampleToDetector(defocus), fromSample.sampleToDetector(defocus), 1e-15);
	}

	@ParameterizedTest
	@CsvSource({ "detector distance, 0", "pixel size along the slow scan axis, 1",
			"pixel size along the fast scan axis, 2", "wavelength, 3" })
	void lengthsThatAreNotPositiveAndFiniteAreNamed(String name, int which) {
		for (double bad : new double[] { 0, -1e-6, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY }) {
			double[] lengths = { 1, 55e-6, 55e-6, 1e-10 };
			lengths[which] = bad;
			String message = assertThrows(IllegalArgumentException.class, () -> new Geometry(lengths[0],
					DistanceFrom.FOCUS, lengths[1], lengths[2], lengths[3], OptionalDouble.empty())).getMessage();
			assertTrue(message.startsWith(name) && message.contains(String.valueOf(bad)), message);
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, -1e-3, Double.NaN, Double.POSITIVE_INFINITY })
	void knownDefocusMustBePositiveAndFinite(double defocus) {
		OptionalDouble start = OptionalDouble.of(defocus);
		assertThrows(IllegalArgumentException.class,
				() -> new Geometry(1, DistanceFrom.FOCUS, 55e-6, 55e-6, 1e-10, start));
	}

	@Test
	void knownDefocusIsKept() {
		assertEquals(8e-4, new Geometry(1, DistanceFrom.FOCUS, 55e-6, 55e-6, 1e-10, OptionalDouble.of(8e-4))
				.defocusStart().getAsDouble());
	}

	@ParameterizedTest
	@EnumSource(DistanceFrom.class)
	void pixelSizesBelongToTheirAxes(DistanceFrom from) {
		Geometry geometry = geometry(1, from);
		assertEquals(55e-6, geometry.pixelSizeSs());
		assertEquals(75e-6, geometry.pixelSizeFs());
	}
}
