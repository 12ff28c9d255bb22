// SPDX-License-Identifier: EPL-2.0
package org.pxst.core.simulation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pxst.core.simulation.SimulationSettings;
import org.pxst.core.simulation.SimulationSettings.Builder;
import org.pxst.core.simulation.SimulationSettings.Size;

class AberrationTest {
	private static Builder none() {
		return SimulationSettings.builder(Size.TINY).astigmatism(0).c3(0, 0).c4(0, 0).coma(0).spherical(0).ripple(0);
	}

	static Stream<UnaryOperator<Builder>> terms() {
		return Stream.of(b -> b.astigmatism(0.03), b -> b.c3(2, 0), b -> b.c3(0, -1.5), b -> b.c4(1, 2),
				b -> b.coma(0.7), b -> b.spherical(0.4), b -> b.ripple(0.25),
				b -> b.pixelSize(55e-6, 80e-6).astigmatism(0.02).c3(1, 1).c4(1, 1).ripple(0.3));
	}

	@ParameterizedTest
	@MethodSource("terms")
	void displacementIsTheGradientOfThePhase(UnaryOperator<Builder> term) {
		SimulationSettings settings = term.apply(none()).build();
		Aberration aberration = new Aberration(settings, Pupil.of(settings));
		double e = 1e-3;
		for (double i = -3; i < 100; i += 9.7)
			for (double j = -3; j < 130; j += 11.3) {
				double slopeSs = (aberration.phase(i + e, j) - aberration.phase(i - e, j)) / (2 * e);
				double slopeFs = (aberration.phase(i, j + e) - aberration.phase(i, j - e)) / (2 * e);
				assertEquals(slopeSs / aberration.radPerPixelSs(), aberration.displacementSs(i, j), 1e-6);
				assertEquals(slopeFs / aberration.radPerPixelFs(), aberration.displacementFs(i, j), 1e-6);
			}
	}

	@Test
	void coefficientsAreDisplacementsAtThePupilEdge() {
		SimulationSettings settings = none().c3(2, 0).c4(0, -1.5).build();
		Pupil pupil = Pupil.of(settings);
		Aberration aberration = new Aberration(settings, pupil);
		assertEquals(2, aberration.displacementSs(pupil.centreSs() + pupil.halfSs(), pupil.centreFs()), 1e-12);
		assertEquals(-1.5, aberration.displacementFs(pupil.centreSs(), pupil.centreFs() + pupil.halfFs()), 1e-12);
		assertEquals(0, aberration.displacementSs(pupil.centreSs(), pupil.centreFs()), 1e-12);
	}

	@Test
	void radiansForOneReferencePixel() {
		SimulationSettings settings = none().build();
		Aberration aberration = new Aberration(settings, Pupil.of(settings));
		double expected = 2 * Math.PI * 44e-9 * 55e-6 / (7.29e-11 * (1 - 0.8e-3));
		assertEquals(expected, aberration.radPerPixelSs(), 1e-9);
		assertEquals(expected, aberration.radPerPixelFs(), 1e-9);
	}
}
